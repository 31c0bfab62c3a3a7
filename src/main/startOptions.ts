import { parseArgs } from 'node:util';

export interface StartOptions {
  /** As given with `--workspace`; undefined where the usual one is meant. */
  readonly workspace: string | undefined;
}

/**
 * What the command line asks for. Chromium's and Electron's own switches stand there too and are left alone.
 * `argv` is the whole of process.argv.
 */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parseArgs({ args: argv.slice(1), options: { workspace: { type: 'string' } }, strict: false });
  const { workspace } = values;
  return { workspace: typeof workspace === 'string' && workspace !== '' ? workspace : undefined };
}
