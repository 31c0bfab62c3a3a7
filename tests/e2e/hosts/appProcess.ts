import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readyLine } from './host.ts';

/** An app's process: what it printed, and its end. */
export interface AppProcess {
  /** The address of the ready line. @throws Error with what the app wrote, where it ends before */
  readonly ready: Promise<string>;
  /** Settles when the process is no more. */
  readonly ended: Promise<void>;
  /** How it ended, and all it wrote. */
  readonly ending: Promise<Ending>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface Ending {
  readonly code: number | null;
  readonly written: string;
}

const START_TIMEOUT = 40_000;
const END_TIMEOUT = 20_000;

export function watchProcess(child: ChildProcess, log: (text: string) => void): AppProcess {
  let printed = '';
  let complaints = '';
  const ready = Promise.withResolvers<string>();
  const ended = once(child, 'close').then(() => undefined);
  const timer = setTimeout(() => {
    ready.reject(new Error(`The app did not get ready in time.\n${printed}${complaints}`));
  }, START_TIMEOUT);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    log(text);
    printed += text;
    const url = readyLine.exec(printed)?.[1];
    if (url !== undefined) ready.resolve(url);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log(text);
    complaints += text;
  });
  child.once('error', ready.reject);
  void ended.then(() => {
    clearTimeout(timer);
    ready.reject(
      new Error(`The app ended with ${String(child.exitCode ?? child.signalCode)}.\n${printed}${complaints}`),
    );
  });
  void ready.promise.then(
    () => clearTimeout(timer),
    () => undefined,
  );
  return {
    ready: ready.promise,
    ended,
    ending: ended.then(() => ({ code: child.exitCode, written: `${printed}${complaints}` })),
    async kill(signal) {
      child.kill(signal);
      await endsInTime(ended, child);
    },
  };
}

/** @throws Error where the app is still there after a while; it is then killed */
export async function endsInTime(ended: Promise<void>, child: ChildProcess): Promise<void> {
  const timedOut = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    timedOut.reject(new Error('The app did not end in time.'));
  }, END_TIMEOUT);
  try {
    await Promise.race([ended, timedOut.promise]);
  } finally {
    clearTimeout(timer);
  }
}
