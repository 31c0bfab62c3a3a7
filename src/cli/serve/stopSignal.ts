/**
 * A terminal's Ctrl+C reaches a process once by itself and often once more through npm. Within this time, in
 * milliseconds, two are one.
 */
const SAME_SIGNAL = 300;

export interface StopSignal {
  /** Resolves with the exit code that the end should have, once somebody asks for it. */
  readonly asked: Promise<number>;
  readonly isAsked: boolean;
  /** Asks from inside. */
  ask(exitCode: number): void;
}

/**
 * SIGINT, SIGTERM and SIGHUP ask for an orderly end; a second one, from somebody who will not wait, ends the process at
 * once.
 */
export function listenForStop(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<number>();
  let askedAt: number | undefined;
  const ask = (exitCode: number): void => {
    askedAt ??= Date.now();
    resolve(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (askedAt !== undefined && Date.now() - askedAt > SAME_SIGNAL) process.exit(1);
      ask(0);
    });
  }
  return {
    asked: promise,
    get isAsked() {
      return askedAt !== undefined;
    },
    ask,
  };
}
