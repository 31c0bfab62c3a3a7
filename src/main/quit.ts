import { app } from 'electron';
import type { Logger } from '../core/ports.ts';

/** How long quitting may take in all before the process ends anyway. Nothing acknowledged is lost then either. */
const QUIT_LIMIT = 10_000;

export interface QuitOptions {
  /** Closes what is open, in reverse order, and waits for writes under way. */
  readonly dispose: () => Promise<void>;
  readonly logger: Logger;
  readonly limit?: number;
}

/**
 * Quits in order: every window closes, and its page sends what is still typed while it unloads; then what is open is
 * closed, and only then the process ends. A page or a disk that hangs delays this by `limit` milliseconds at most.
 */
export function quitInOrder({ dispose, logger, limit = QUIT_LIMIT }: QuitOptions): void {
  let ending: Promise<void> | undefined;

  async function end(): Promise<void> {
    try {
      await dispose();
    } catch (error) {
      logger.error('the workspace did not close as it should', { error });
    }
    app.exit(0);
  }

  app.once('before-quit', () => {
    setTimeout(() => {
      logger.error('quitting took too long', { limit });
      app.exit(1);
    }, limit).unref();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    ending ??= end();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}
