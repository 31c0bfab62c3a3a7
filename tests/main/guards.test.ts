import { EventEmitter } from 'node:events';
import { app, dialog, session, type WebContents } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isAppAddress } from '../../src/main/address.ts';
import { readOutsideAddress } from '../../src/contracts/outsideAddress.ts';
import { guardPages, openOutside } from '../../src/main/guards.ts';
import { partOf, preventable } from '../support/electron/partOf.ts';
import { records } from '../support/electron/records.ts';
import { permissionHandlers } from '../support/electron/session.ts';
import { createFakeLogger } from './fakeLogger.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

const { logger, lines } = createFakeLogger();
const openRecord = vi.fn();
const showScreen = vi.fn();
guardPages(session.defaultSession, { windows: { openRecord, showScreen }, logger });

/** A page as Electron announces it, with the handler for new windows that the app gives it. */
function createPage(url = 'adiuva://app/tasks') {
  const events = new EventEmitter();
  let openWindow: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
  const contents = partOf<WebContents>(
    'WebContents',
    { id: 0, getURL: () => url, setWindowOpenHandler: (handler) => void (openWindow = handler) },
    events,
  );
  app.emit('web-contents-created', {}, contents);
  return {
    contents,
    ask(event: string, details: object) {
      const asked = preventable(details);
      events.emit(event, asked);
      return asked.defaultPrevented ? 'denied' : 'allowed';
    },
    open: (address: string, target = '') =>
      openWindow?.({
        url: address,
        frameName: target,
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      }),
  };
}

/** The user's answer to the question whether a link may be opened. */
function answer(button: 'Open' | 'Cancel') {
  return vi.spyOn(dialog, 'showMessageBox').mockImplementation(async (...args: unknown[]) => {
    const options = args.at(-1) as Electron.MessageBoxOptions;
    records.messageBoxes.push({ message: options.message, detail: options.detail });
    return { response: options.buttons?.indexOf(button) ?? -1, checkboxChecked: false };
  });
}

beforeEach(() => {
  answer('Open');
  records.messageBoxes.length = 0;
  records.openedOutside.length = 0;
  lines.length = 0;
  openRecord.mockClear();
  showScreen.mockClear();
});

/** What the app did about windows of its own. */
function opened() {
  return [openRecord.mock.calls.map(([record]: unknown[]) => record), showScreen.mock.calls.flat()];
}
const nothing = [[], []];
const id = '0192f0c1-2f7e-7c3a-9a51-000000000001';

describe('navigation', () => {
  test('within the app is allowed', () => {
    expect(createPage().ask('will-navigate', { url: 'adiuva://app/notes', isMainFrame: true })).toBe('allowed');
  });

  test('to the web is denied, and the link opens outside', async () => {
    expect(createPage().ask('will-navigate', { url: 'https://example.com/', isMainFrame: true })).toBe('denied');
    await vi.waitFor(() => expect(records.openedOutside).toEqual(['https://example.com/']));
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'adiuva://elsewhere/',
    'http://example.com/',
    'not an address',
  ])('to %s is denied, and nothing opens', (url) => {
    expect(createPage().ask('will-navigate', { url, isMainFrame: true })).toBe('denied');
    expect(records.openedOutside).toEqual([]);
  });

  test('of a frame within a page is denied, wherever it goes', () => {
    expect(createPage().ask('will-frame-navigate', { url: 'adiuva://app/', isMainFrame: false })).toBe('denied');
    expect(createPage().ask('will-frame-navigate', { url: 'adiuva://app/', isMainFrame: true })).toBe('allowed');
  });

  test('by a redirect out of the app is denied', () => {
    expect(createPage().ask('will-redirect', { url: 'https://example.com/' })).toBe('denied');
  });
});

describe('new windows and embedded pages', () => {
  test('a page opens no window; a web link opens outside', async () => {
    expect(createPage().open('https://example.com/a?b=c')).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(records.openedOutside).toEqual(['https://example.com/a?b=c']));
  });

  test.each(['adiuva://app/', 'about:blank', 'smb://host/share', 'ms-settings:about', 'http://169.254.169.254/'])(
    '%s opens nowhere',
    (url) => {
      expect(createPage().open(url)).toEqual({ action: 'deny' });
      expect(records.openedOutside).toEqual([]);
      expect(lines).toEqual([{ level: 'warn', message: 'an address was not opened' }]);
    },
  );

  test.each(['task', 'note'] as const)('a %s gets a window that the app makes itself', (kind) => {
    expect(createPage().open(`adiuva://app/window/${kind}/${id}`, `${kind}-${id}`)).toEqual({ action: 'deny' });
    expect(opened()).toEqual([[{ kind, id }], []]);
  });

  test.each([
    'adiuva://app/window/task/',
    'adiuva://app/window/task/1',
    'adiuva://app/window/task/00000000-0000-0000-0000-00000000000g',
    `adiuva://app/window/project/${id}`,
    `adiuva://app/window/constructor/${id}`,
    `adiuva://app/window/task/${id}/`,
    `adiuva://app/window/task/${id}/..`,
    `adiuva://app/window/task/${id}/../../../tasks`,
    `adiuva://app/window/task/../note/${id}`,
    `adiuva://app/window/task/%2e%2e/note/${id}`,
    `adiuva://app/window/task/${id}%00`,
    `adiuva://app/window/task/${id}\n`,
    `adiuva://app/window/task/${id.toUpperCase()}`,
    `adiuva://app/window/task/${id.replaceAll('-', '')}`,
    `adiuva://app/window/task/${id}?task=${id}`,
    `adiuva://app/window/task/${id}#x`,
    `adiuva://app/window/task/${id}'-alert(1)-'`,
    `adiuva://app//window/task/${id}`,
    `adiuva://app/./window/task/${id}`,
    `adiuva://app/window/\u2028task/${id}`,
    `adiuva://app\\window\\task\\${id}`,
    `adiuva:app/window/task/${id}`,
    `ADIUVA://app/window/task/${id}`,
    ` adiuva://app/window/task/${id}`,
    `adiuva://elsewhere/window/task/${id}`,
    `adiuva://app.evil.example/window/task/${id}`,
    `adiuva://app:1/window/task/${id}`,
    `adiuva://user@app/window/task/${id}`,
    `adiuva://app@evil.example/window/task/${id}`,
    `http://app/window/task/${id}`,
    `file:///window/task/${id}`,
    `javascript:location='adiuva://app/window/task/${id}'`,
    `blob:adiuva://app/window/task/${id}`,
    `view-source:adiuva://app/window/task/${id}`,
    `/window/task/${id}`,
    '',
  ])('%j opens no window', (url) => {
    for (const target of ['', '_blank', 'adiuva-main']) {
      expect(createPage().open(url, target)).toEqual({ action: 'deny' });
      expect(createPage(`adiuva://app/window/task/${id}`).open(url, target)).toEqual({ action: 'deny' });
    }
    expect([opened(), records.openedOutside]).toEqual([nothing, []]);
  });

  test.each(['https://example.com/', 'adiuva://elsewhere/tasks', 'about:blank', ''])(
    'a page that is at %j opens none either',
    (url) => {
      expect(createPage(url).open(`adiuva://app/window/task/${id}`)).toEqual({ action: 'deny' });
      expect(createPage(url).open('adiuva://app/tasks', 'adiuva-main')).toEqual({ action: 'deny' });
      expect(opened()).toEqual(nothing);
    },
  );

  test('the window of a record shows screens in the main one, and makes none of them', () => {
    const page = createPage(`adiuva://app/window/note/${id}?aside=open`);
    expect(page.open(`adiuva://app/tasks?task=${id}`, 'adiuva-main')).toEqual({ action: 'deny' });
    expect(opened()).toEqual([[], [`/tasks?task=${id}`]]);
    page.open('adiuva://app/tasks', '_blank');
    createPage('adiuva://app/notes').open('adiuva://app/tasks', 'adiuva-main');
    expect(opened()).toEqual([[], [`/tasks?task=${id}`]]);
  });

  test('no page is embedded', () => {
    expect(createPage().ask('will-attach-webview', {})).toBe('denied');
  });
});

describe('permissions', () => {
  const others = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'midi',
    'unknown',
  ] as const;

  function request(contents: WebContents, permission: (typeof others)[number] | 'clipboard-sanitized-write'): boolean {
    let answer = true;
    const details = { isMainFrame: true, requestingUrl: contents.getURL() };
    permissionHandlers.request?.(contents, permission, (granted) => void (answer = granted), details);
    return answer;
  }
  function check(
    contents: WebContents | null,
    permission: (typeof others)[number] | 'clipboard-sanitized-write',
  ): boolean {
    const details = { isMainFrame: true };
    return permissionHandlers.check?.(contents, permission, 'adiuva://app', details) ?? true;
  }

  test.each(others)('%s is denied', (permission) => {
    const { contents } = createPage();
    expect([request(contents, permission), check(contents, permission)]).toEqual([false, false]);
  });

  test('writing text to the clipboard is allowed, to the app alone', () => {
    const [ours, theirs] = [createPage().contents, createPage('https://example.com/').contents];
    expect([request(ours, 'clipboard-sanitized-write'), check(ours, 'clipboard-sanitized-write')]).toEqual([
      true,
      true,
    ]);
    expect([request(theirs, 'clipboard-sanitized-write'), check(theirs, 'clipboard-sanitized-write')]).toEqual([
      false,
      false,
    ]);
    expect(check(null, 'clipboard-sanitized-write')).toBe(false);
  });

  test('devices are denied', () => {
    const details = partOf<Electron.DevicePermissionHandlerHandlerDetails>('details', {});
    expect(permissionHandlers.device?.(details)).toBe(false);
  });
});

describe('a link leads out of the app only after a look', () => {
  const address = 'https://example.com/a?what=left-out#nothing';

  test('the whole address is shown, and the answer at hand is to stay', async () => {
    const asked = answer('Cancel');
    await openOutside(address, logger);
    expect(records.messageBoxes).toEqual([{ message: 'Open this link in your browser?', detail: address }]);
    expect(asked.mock.lastCall?.at(-1)).toMatchObject({ buttons: ['Open', 'Cancel'], defaultId: 1, cancelId: 1 });
    expect(records.openedOutside).toEqual([]);
  });

  test('a page cannot pile questions up', async () => {
    await Promise.all([openOutside(address, logger), openOutside(address, logger)]);
    expect([records.messageBoxes.length, records.openedOutside]).toEqual([1, [address]]);
    await openOutside('mailto:ingrid@example.com', logger);
    expect(records.messageBoxes.at(-1)).toEqual({
      message: 'Write to this address in your mail program?',
      detail: 'mailto:ingrid@example.com',
    });
  });
});

describe('addresses that may be opened outside', () => {
  test.each([
    ['https://example.com/path?query#part', true],
    ['HTTPS://EXAMPLE.COM', true],
    ['mailto:ingrid@example.com?subject=Staging', true],
    ['mailto:ingrid@example.com?attach=/etc/passwd', false],
    ['mailto:ingrid@example.com?Attachment=/etc/passwd', false],
    ['https://example.com@evil.example/', false],
    ['https://user:word@example.com/', false],
    ['mailto:ingrid@example.com?%61ttach=/etc/passwd', false],
    ['/trpc/tasks.create', false],
    ['http://example.com/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['vbscript:x', false],
    ['', false],
    [`https://example.com/${'x'.repeat(10_000)}`, false],
  ])('%s: %s', (address, isAllowed) => {
    expect(readOutsideAddress(address) !== null).toBe(isAllowed);
  });
});

describe('addresses of the app', () => {
  test.each([
    ['adiuva://app/', true],
    ['adiuva://app/tasks?status=done#x', true],
    ['adiuva://app.evil.example/', false],
    ['adiuva://app:80/', false],
    ['adiuva://user@app/', false],
    ['adiuva:app/', false],
    ['https://app/', false],
    ['', false],
  ])('%s: %s', (address, isOurs) => {
    expect(isAppAddress(address)).toBe(isOurs);
  });
});
