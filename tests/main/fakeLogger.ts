import type { Logger } from '../../src/core/ports.ts';

export interface LoggedLine {
  readonly level: keyof Logger;
  readonly message: string;
}

/** A logger that keeps what was said. */
export function createFakeLogger(): { logger: Logger; lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const write = (level: keyof Logger) => (message: string) => void lines.push({ level, message });
  return {
    lines,
    logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  };
}
