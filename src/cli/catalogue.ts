import type { ErrorData } from '../contracts/errors.ts';

/** What the command says in a terminal. Everything else is said by the window. */
export const catalogue = {
  help: `Adiuva: your clients, projects, tasks and notes in one place, on this computer.

Usage: adiuva <command> [options]

Commands
  serve             Runs Adiuva in your browser. Only this computer can reach it.

Options of serve
  --port N          The port on 127.0.0.1, {usualPort} unless told otherwise; 0 takes any that is free.
  --workspace DIR   The folder of the workspace. Without it: workspace, in the folder that ADIUVA_HOME names,
                    else in your user data folder.
  --open            Opens the browser, where this is a terminal.

Options
  --help            Shows this.
  --version         Shows the version.

Environment
  ADIUVA_HOME       Another user data folder.
  ADIUVA_API_TOKEN  A token of your choice. It turns on the API for scripts at /trpc, which send it as
                    "Authorization: Bearer <token>".
`,
  ready: 'Adiuva is ready at {address}',
  mistake: {
    commandMissing: 'A command is missing.',
    noCommand: 'There is no command {name}.',
    port: '{value} is no port: it is a number from 0 to 65535.',
    workspace: 'A workspace needs the name of its folder.',
    apiToken: 'ADIUVA_API_TOKEN cannot be sent in a header: use letters, digits and signs without spaces.',
    seeHelp: 'See adiuva --help.',
  },
  start: {
    workspaceLocked:
      'The workspace {workspace} is open in another program: {program}, process {pid} on {host}. Close it there first.',
    workspaceLockedByUnknown: 'The workspace {workspace} is being opened by another program. Close it there first.',
    workspaceNewer:
      'The workspace {workspace} was made by a newer Adiuva and was not touched. Install the newer version to open it.',
    workspaceCorrupt: 'The database of {workspace} is damaged and could not be moved aside. Nothing was overwritten.',
    workspaceReadOnly: 'The workspace {workspace} cannot be written to. Check the permissions of {path}.',
    diskFull: 'The disk of {workspace} is full. Free some space, then start Adiuva again.',
    databaseBusy: 'The database of {workspace} did not answer in time. Start Adiuva again in a moment.',
    portTaken: 'Port {port} is taken by another program. Choose another with --port, or 0 for any that is free.',
    portForbidden: 'Port {port} is not allowed for you. Choose one above 1023 with --port.',
    notBuilt: 'The window has not been built. Run npm run build, then start Adiuva again.',
    other:
      'Adiuva cannot start because of an internal fault. Your data was not touched. The log has the details: {log}',
  },
  running: {
    movedAside: 'The database was damaged. It was moved aside to {movedTo}, and a new one was begun.',
    noBrowser: 'The browser could not be opened. Open the address above yourself.',
    noTerminal: 'The browser is opened only where there is a terminal.',
    fault: 'Adiuva ends because of an internal fault. What was saved is safe. The log has the details: {log}',
  },
} as const;

/** A sentence with its gaps filled. A gap without a value stays visible. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (gap, name: string) => String(values[name] ?? gap));
}

/** Why the workspace did not open, in one sentence or two. */
export function explainWorkspaceError(error: ErrorData, values: { workspace: string; log: string }): string {
  const { start } = catalogue;
  const fields = Object.fromEntries(
    Object.entries(error.fields).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  ) as Record<string, string | number>;
  const say = (sentence: string): string => fill(sentence, { ...fields, ...values });
  switch (error.code) {
    case 'workspaceLocked':
      return say(fields['program'] === undefined ? start.workspaceLockedByUnknown : start.workspaceLocked);
    case 'workspaceNewer':
    case 'workspaceCorrupt':
    case 'workspaceReadOnly':
    case 'diskFull':
    case 'databaseBusy':
      return say(start[error.code]);
    default:
      return say(start.other);
  }
}
