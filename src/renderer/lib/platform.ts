/** Whether this is a Mac, whose shortcuts use the command key. */
export const isMac = /mac/iu.test(navigator.userAgent) && !/like mac/iu.test(navigator.userAgent);

/** The desktop app on a Mac: its window has buttons over the start of the sidebar. */
export const isMacDesktop = isMac && window.adiuva !== undefined;

/** Ctrl, or the command key on a Mac. */
export const hasModifier = (event: { ctrlKey: boolean; metaKey: boolean }): boolean =>
  isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
