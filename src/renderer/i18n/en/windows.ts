/** A task or a note in a window of its own. */
export const windows = {
  open: 'Open in a new window',
  openInMain: 'Open in the main window',
  close: 'Close the window',
  blocked:
    'The browser blocked the new window. Allow pop-up windows for this address in the browser, then open it again.',
} as const;
