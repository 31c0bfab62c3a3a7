import { EventEmitter } from 'node:events';
import type {
  Dialog,
  Menu as ElectronMenu,
  MenuItemConstructorOptions,
  Notification as ElectronNotification,
  NotificationConstructorOptions,
  SafeStorage,
  Screen,
  Shell,
} from 'electron';
import type { SafeStorage as SafeStoragePort } from '../../../src/platform/secrets.ts';
import { partOf } from './partOf.ts';
import { records } from './records.ts';
import { BrowserWindow } from './windows.ts';

export const dialog = partOf<Dialog>('dialog', {
  showErrorBox(title, content) {
    records.errorBoxes.push({ title, content });
  },
  async showMessageBox(...args: unknown[]) {
    const options = args.at(-1) as Electron.MessageBoxOptions;
    records.messageBoxes.push({ message: options.message, detail: options.detail });
    return { response: options.defaultId ?? 0, checkboxChecked: false };
  },
});

export const shell = partOf<Shell>('shell', {
  async openExternal(url) {
    records.openedOutside.push(url);
  },
});

/** Turns text around, which is no encryption: what Electron calls `basic_text` on Linux. */
const reversal = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'basic_text' as const,
  encryptString: (text) => Buffer.from(text, 'utf8').reverse(),
  decryptString: (encrypted) => Buffer.from(encrypted).reverse().toString('utf8'),
} satisfies SafeStoragePort;
export const safeStorage = partOf<SafeStorage>('safeStorage', { ...reversal });

const display = {
  id: 1,
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
};
export const screen = partOf<Screen>('screen', {
  getAllDisplays: () => [partOf<Electron.Display>('Display', display)],
  getPrimaryDisplay: () => partOf<Electron.Display>('Display', display),
});

type Template = readonly MenuItemConstructorOptions[];
const templates = new WeakMap<ElectronMenu, Template>();
let applicationMenu: ElectronMenu | null = null;

export const Menu = {
  buildFromTemplate(template) {
    const menu = partOf<ElectronMenu>('Menu', {});
    templates.set(menu, template as Template);
    return menu;
  },
  setApplicationMenu(menu: ElectronMenu | null) {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
} satisfies Partial<typeof ElectronMenu>;

/** What the application menu was built from. */
export function menuTemplate(): Template {
  return (applicationMenu === null ? undefined : templates.get(applicationMenu)) ?? [];
}

/** Chooses an item of the application menu by its labels, as a user would. */
export function chooseMenuItem(labels: readonly string[]): void {
  let items: Template = menuTemplate();
  for (const [depth, label] of labels.entries()) {
    const found = items.find((item) => item.label === label);
    if (found === undefined) throw new Error(`The menu has no item "${label}" in ${labels.join(' > ')}.`);
    items = Array.isArray(found.submenu) ? found.submenu : [];
    if (depth < labels.length - 1 || found.click === undefined) continue;
    Reflect.apply(found.click, undefined, [found, BrowserWindow.getFocusedWindow() ?? undefined, {}]);
  }
}

export class Notification extends EventEmitter implements Pick<ElectronNotification, 'show'> {
  readonly #options: NotificationConstructorOptions;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.#options = options;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    records.notifications.push({ title: this.#options.title ?? '', body: this.#options.body ?? '' });
  }
}
