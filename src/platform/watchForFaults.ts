import type { Logger } from '../core/ports.ts';

/**
 * After an exception that nobody caught, what is in memory cannot be trusted: it is logged, and `end` is called, once, for an
 * orderly end, since what is on disk can. A rejection that nobody caught is one task that failed: logged, and the others go on.
 */
export function watchForFaults(logger: Logger, end: () => void): void {
  let isEnding = false;
  process.on('uncaughtException', (error) => {
    logger.error('uncaught exception', { error });
    if (isEnding) return;
    isEnding = true;
    end();
  });
  process.on('unhandledRejection', (error) => {
    logger.error('unhandled rejection', { error });
  });
}
