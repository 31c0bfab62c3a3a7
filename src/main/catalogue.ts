import { AdiuvaError, type ErrorData, type ErrorFields } from '../contracts/errors.ts';

/** What the main process itself says: the menu, and why it cannot start. Everything else is said by the window. */
export const catalogue = {
  appName: 'Adiuva',
  menu: {
    file: 'File',
    newWindow: 'New window',
    settings: 'Settings',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
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
  fault: {
    title: 'Adiuva ends because of an internal fault',
    body: 'What was saved is safe. The log has the details: {logs}',
  },
  outside: {
    openLink: 'Open this link in your browser?',
    openMail: 'Write to this address in your mail program?',
    open: 'Open',
    cancel: 'Cancel',
  },
  windowGone: {
    message: 'The window stopped working',
    detail: 'What was saved is safe, and Adiuva itself goes on. Open the window again to continue.',
    reopen: 'Open it again',
    quit: 'Quit',
  },
} as const;

/** A sentence with its gaps filled. */
export function fill(sentence: string, values: ErrorFields): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '?';
  });
}

/** Why the workspace did not open, in a sentence. `logs` is the folder of the log files. */
export function explainStartError(error: unknown, logs: string): string {
  const { start } = catalogue;
  const { code, fields } = readStartError(error);
  const values = { ...fields, logs };
  switch (code) {
    case 'workspaceLocked':
      return fill(
        typeof fields['program'] === 'string' ? start.workspaceLocked : start.workspaceLockedByUnknown,
        values,
      );
    case 'workspaceNewer':
    case 'workspaceCorrupt':
    case 'workspaceReadOnly':
    case 'diskFull':
    case 'databaseBusy':
      return fill(start[code], values);
    default:
      return fill(start.other, values);
  }
}

/** Core's errors have a code; what the system refuses before core is asked (the app's own folder) gets the same ones. */
function readStartError(error: unknown): Pick<ErrorData, 'code' | 'fields'> {
  if (error instanceof AdiuvaError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'workspaceReadOnly', fields: { path } };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'diskFull', fields: { path } };
  return { code: 'internal', fields: {} };
}
