import type { ErrorData } from '../contracts/errors.ts';

/** What the main process itself says: the menu, and why it cannot start. Everything else is said by the window. */
export const catalogue = {
  appName: 'Adiuva',
  menu: {
    file: 'File',
    newWindow: 'New window',
    settings: 'Settings',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    showLogs: 'Show the log files',
    showWorkspace: 'Show the workspace folder',
    about: 'About Adiuva',
  },
  start: {
    title: 'Adiuva cannot open the workspace',
    workspaceLocked: 'It is open in another program ({program}, process {pid}). Close it there first.',
    workspaceLockedByUnknown: 'It is being opened by another program. Close it there first.',
    workspaceNewer: 'It was made by a newer Adiuva and was not touched. Install the newer version to open it.',
    workspaceCorrupt: 'Its database is damaged and could not be moved aside. Nothing was overwritten.',
    workspaceReadOnly: 'The folder {path} cannot be written to. Check its permissions, then start Adiuva again.',
    diskFull: 'The disk is full. Free some space, then start Adiuva again.',
    databaseBusy: 'Its database did not answer in time. Start Adiuva again in a moment.',
    other: 'An internal fault stopped it. Your data was not touched. The log has the details: {logs}',
  },
  windowGone: {
    message: 'The window stopped working',
    detail: 'What was saved is safe, and Adiuva itself goes on. Open the window again to continue.',
    reopen: 'Open it again',
    quit: 'Quit',
  },
} as const;

/** Why the workspace did not open, in a sentence. `logs` is the folder of the log files. */
export function explainStartError(error: ErrorData | null, logs: string): string {
  const { start } = catalogue;
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
      const value = name === 'logs' ? logs : error?.fields[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
    });
  switch (error?.code) {
    case 'workspaceLocked':
      return fill(typeof error.fields['program'] === 'string' ? start.workspaceLocked : start.workspaceLockedByUnknown);
    case 'workspaceNewer':
    case 'workspaceCorrupt':
    case 'workspaceReadOnly':
    case 'diskFull':
    case 'databaseBusy':
      return fill(start[error.code]);
    default:
      return fill(start.other);
  }
}
