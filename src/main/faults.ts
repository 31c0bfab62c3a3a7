import { app, dialog } from 'electron';
import type { Logger } from '../core/ports.ts';
import { catalogue, fill } from './catalogue.ts';

/**
 * An exception that nobody caught leaves the process in a state that nobody planned: it is told, and the app quits in order.
 * A rejection that nobody caught is one task that failed; the others go on.
 */
export function watchForFaults({ logger, logs }: { logger: Logger; logs: string }): void {
  let isTold = false;
  process.on('uncaughtException', (error) => {
    logger.error('uncaught exception', { error });
    if (isTold) return;
    isTold = true;
    dialog.showErrorBox(catalogue.fault.title, fill(catalogue.fault.body, { logs }));
    app.quit();
  });
  process.on('unhandledRejection', (error) => {
    logger.error('unhandled rejection', { error });
  });
}
