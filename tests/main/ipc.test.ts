import { EventEmitter } from 'node:events';
import { type BrowserWindow, ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BRIDGE_CHANNEL } from '../../src/contracts/bridge.ts';
import { PROTOCOL_VERSION } from '../../src/contracts/health.ts';
import type { WorkspaceEvent } from '../../src/contracts/event.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { serveWindows, type WindowLinks } from '../../src/main/ipc.ts';
import { partOf } from '../support/electron/partOf.ts';
import { createFakeLogger } from './fakeLogger.ts';

vi.mock('electron', () => import('../support/electron/electron.ts'));

const { logger, lines } = createFakeLogger();
let lastId = 0;
let lastFrame = 0;
let listeners: Set<(event: WorkspaceEvent) => void>;
let links: WindowLinks;

const health = { version: '1', protocol: PROTOCOL_VERSION, host: 'desktop', folder: '/w', notices: [] } as const;

beforeEach(() => {
  lines.length = 0;
  listeners = new Set();
  const workspace = partOf<Workspace>('Workspace', {
    health: () => ({ ...health, notices: [] }),
    events: {
      subscribe(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  });
  links = serveWindows({ workspace, logger });
});
afterEach(() => links.dispose());

function frameAt(url: string): WebFrameMain {
  return partOf<WebFrameMain>('WebFrameMain', { url, frameTreeNodeId: ++lastFrame });
}

/** A window whose page says things, and what it was sent. */
function createWindow({ connected = true, url = 'adiuva://app/' } = {}) {
  const events = new EventEmitter();
  const sent: unknown[] = [];
  let isDestroyed = false;
  const mainFrame = frameAt(url);
  const contents = partOf<WebContents>(
    'WebContents',
    {
      id: ++lastId,
      mainFrame,
      isDestroyed: () => isDestroyed,
      send(channel: string, message: unknown) {
        if (channel === BRIDGE_CHANNEL) sent.push(message);
      },
    },
    events,
  );
  if (connected) links.connect(partOf<BrowserWindow>('BrowserWindow', { webContents: contents }));
  return {
    sent,
    mainFrame,
    say: (message: unknown, senderFrame: WebFrameMain | null = mainFrame) =>
      ipcMain.emit(BRIDGE_CHANNEL, { sender: contents, senderFrame }, message),
    crash: () => events.emit('render-process-gone'),
    close() {
      isDestroyed = true;
      events.emit('destroyed');
    },
  };
}

const hello = { kind: 'hello', protocol: PROTOCOL_VERSION, session: 's' };
const query = { kind: 'request', id: 1, type: 'query', path: 'health.get' };

test('a window that says hello is answered and asks', async () => {
  const window = createWindow();
  window.say(hello);
  window.say(query);
  await vi.waitFor(() => {
    expect(window.sent).toEqual([hello, { kind: 'result', id: 1, data: health }]);
  });
  await expect(links.firstMessage).resolves.toBeUndefined();
});

test('two windows are two ports: what one asks, the other does not hear', async () => {
  const [one, other] = [createWindow(), createWindow()];
  one.say(hello);
  other.say(hello);
  one.say(query);
  await vi.waitFor(() => expect(one.sent).toHaveLength(2));
  expect(other.sent).toEqual([hello]);
});

describe('a message that nobody vouches for is dropped and logged', () => {
  const dropped = [{ level: 'warn', message: 'a message of an unknown sender was dropped' }];

  test('of a page that is no window of ours', () => {
    const stranger = createWindow({ connected: false });
    stranger.say(hello);
    expect([stranger.sent, lines]).toEqual([[], dropped]);
  });

  test('of a frame within the page', () => {
    const window = createWindow();
    window.say(hello, frameAt('adiuva://app/'));
    expect([window.sent, lines]).toEqual([[], dropped]);
  });

  test('of a frame that is gone', () => {
    const window = createWindow();
    window.say(hello, null);
    expect([window.sent, lines]).toEqual([[], dropped]);
  });

  test.each(['https://example.com/', 'adiuva://elsewhere/', 'about:blank', 'file:///index.html', ''])(
    'of a window that shows %j',
    (url) => {
      const window = createWindow({ url });
      window.say(hello);
      expect([window.sent, lines]).toEqual([[], dropped]);
    },
  );

  test('of a window that is closed', () => {
    const window = createWindow();
    window.say(hello);
    window.close();
    window.say(query);
    expect([window.sent, lines]).toEqual([[hello], dropped]);
  });
});

test.each([
  null,
  'text',
  12,
  [],
  {},
  { kind: 'request' },
  { kind: 'request', id: 1, type: 'query', path: 'health.get', extra: 1 },
])('the malformed message %j is answered and survived', async (message) => {
  const window = createWindow();
  window.say(hello);
  window.say(message);
  await vi.waitFor(() =>
    expect(window.sent[1]).toMatchObject({ kind: 'error', error: { data: { adiuva: { code: 'malformedMessage' } } } }),
  );
  window.say({ ...query, id: 7 });
  await vi.waitFor(() => expect(window.sent[2]).toEqual({ kind: 'result', id: 7, data: health }));
});

test('closing a window ends its subscriptions', async () => {
  const window = createWindow();
  window.say(hello);
  window.say({ kind: 'request', id: 2, type: 'subscription', path: 'history.events' });
  await vi.waitFor(() => expect(listeners.size).toBe(1));
  window.close();
  await vi.waitFor(() => expect(listeners.size).toBe(0));
});

test('a page that crashes ends its subscriptions, and the next page of the window is heard', async () => {
  const window = createWindow();
  window.say(hello);
  window.say({ kind: 'request', id: 2, type: 'subscription', path: 'history.events' });
  await vi.waitFor(() => expect(listeners.size).toBe(1));
  window.crash();
  await vi.waitFor(() => expect(listeners.size).toBe(0));
  window.say(hello);
  window.say(query);
  await vi.waitFor(() => expect(window.sent.at(-1)).toMatchObject({ kind: 'result', id: 1 }));
});

test('after dispose nothing is heard', async () => {
  const window = createWindow();
  await links.dispose();
  window.say(hello);
  expect(window.sent).toEqual([]);
});
