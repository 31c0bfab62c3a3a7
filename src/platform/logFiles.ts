import { join } from 'node:path';
import { pino } from 'pino';
import type { HostInfo, LogFields, Logger } from '../core/ports.ts';
import { redactText, toLoggable } from './redaction.ts';
import { RotatingFile } from './rotatingFile.ts';

export interface LogFilesOptions {
  /** The workspace's folder; the log is `logs/adiuva.log` in it, made with the first line. */
  readonly workspace: string;
  readonly host: HostInfo['kind'];
  /** Bytes of one file; four older ones are kept beside it. */
  readonly sizeMax?: number;
  readonly level?: 'debug' | 'info';
}

export interface LogFiles {
  readonly logger: Logger;
  /** The file that is written now. */
  readonly path: string;
  close(): void;
}

const KEPT = 4;

/** Core's logger on files: JSON lines with time, process and host, without secrets, bounded in size. */
export function openLogFiles({ workspace, host, sizeMax = 5_000_000, level = 'info' }: LogFilesOptions): LogFiles {
  const path = join(workspace, 'logs', 'adiuva.log');
  const file = new RotatingFile({ path, sizeMax, kept: KEPT });
  const log = pino(
    {
      level,
      base: { pid: process.pid, host },
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    file,
  );
  const write = (method: 'debug' | 'info' | 'warn' | 'error') => {
    return (message: string, fields: LogFields = {}): void => {
      if (log.isLevelEnabled(method)) log[method](toLoggable(fields), redactText(message));
    };
  };
  return {
    path,
    logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    close() {
      file.close();
    },
  };
}
