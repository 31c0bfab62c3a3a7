/** Whether this is a Mac: its shortcuts use the command key, and its window has buttons at the start of the topbar. */
export const isMac = /mac/iu.test(navigator.userAgent) && !/like mac/iu.test(navigator.userAgent);

/** Ctrl, or the command key on a Mac. */
export const hasModifier = (event: { ctrlKey: boolean; metaKey: boolean }): boolean =>
  isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
