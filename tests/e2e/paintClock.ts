import type { Page } from '@playwright/test';

interface Change {
  /** Where the last key that makes the change is pressed. */
  readonly from: Page;
  readonly seenIn: readonly Page[];
  readonly text: string;
  /** The text comes, or goes. */
  readonly isThere?: boolean;
}

/**
 * Does something and measures when each window has painted a frame with the text in it (or no more): milliseconds after the last
 * key. All pages share one machine's clock.
 */
export async function clockOfChange(
  { from, seenIn, text, isThere = true }: Change,
  act: () => Promise<void>,
): Promise<number[]> {
  await from.evaluate(() => {
    window.addEventListener(
      'keydown',
      () => (document.documentElement.dataset['lastKey'] = String(performance.timeOrigin + performance.now())),
      { capture: true },
    );
  });
  const stamps = seenIn.map((page) => page.evaluate(watchFor, { text, isThere }));
  // Every page is watched before anything happens.
  await Promise.all(seenIn.map((page) => page.evaluate(() => undefined)));
  await act();
  const painted = await Promise.all(stamps);
  const began = Number(await from.evaluate(() => document.documentElement.dataset['lastKey']));
  return painted.map((at) => at - began);
}

/** Runs in the page. Answers the time of the first frame that shows what is waited for. */
function watchFor({ text, isThere }: { text: string; isThere: boolean }): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.body.textContent.includes(text) !== isThere) return;
      observer.disconnect();
      // Callbacks of a frame run before it is painted, the next task after.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now()), 0));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}
