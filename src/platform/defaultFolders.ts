import { join, resolve } from 'node:path';

const PRODUCT_NAME = 'Adiuva';

export interface FolderOptions {
  readonly platform: NodeJS.Platform;
  /** `os.homedir()` */
  readonly home: string;
  /** The host's environment; ADIUVA_HOME, APPDATA and XDG_CONFIG_HOME are read. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The app's user data folder, the same that Electron would choose; ADIUVA_HOME names another. */
export function findUserDataFolder({ platform, home, environment }: FolderOptions): string {
  const chosen = environment['ADIUVA_HOME'];
  if (chosen) return resolve(chosen);
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', PRODUCT_NAME);
    case 'win32':
      return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), PRODUCT_NAME);
    default:
      return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), PRODUCT_NAME);
  }
}

/** Where all of a workspace lies: the folder of `--workspace`, else `workspace` in the user data folder. Absolute. */
export function findWorkspaceFolder(options: FolderOptions & { readonly workspace?: string | undefined }): string {
  return options.workspace ? resolve(options.workspace) : join(findUserDataFolder(options), 'workspace');
}
