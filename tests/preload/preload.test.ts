import { beforeEach, expect, test, vi } from 'vitest';
import { BRIDGE_CHANNEL, type AdiuvaBridge } from '../../src/contracts/bridge.ts';

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { send: vi.fn(), on: vi.fn(), off: vi.fn() },
}));
vi.mock('electron', () => electron);

beforeEach(async () => {
  vi.clearAllMocks();
  vi.resetModules();
  await import('../../src/preload/preload.ts');
});

function exposed(): AdiuvaBridge {
  return electron.contextBridge.exposeInMainWorld.mock.calls[0]?.[1] as AdiuvaBridge;
}

test('the window gets one object with two functions, and nothing of Electron', () => {
  expect(electron.contextBridge.exposeInMainWorld).toHaveBeenCalledOnce();
  expect(electron.contextBridge.exposeInMainWorld.mock.calls[0]?.[0]).toBe('adiuva');
  expect(Object.keys(exposed())).toEqual(['send', 'onMessage']);
});

test('what the window sends goes over one channel', () => {
  exposed().send({ kind: 'hello' });
  expect(electron.ipcRenderer.send.mock.calls).toEqual([[BRIDGE_CHANNEL, { kind: 'hello' }]]);
});

test('a listener hears the message without the event, until it is taken away', () => {
  const heard: unknown[] = [];
  const stop = exposed().onMessage((message) => heard.push(message));
  const [channel, listener] = electron.ipcRenderer.on.mock.calls[0] as [string, (...args: unknown[]) => void];
  listener({ sender: 'not for the window' }, { kind: 'hello' });
  stop();
  expect([channel, heard]).toEqual([BRIDGE_CHANNEL, [{ kind: 'hello' }]]);
  expect(electron.ipcRenderer.off.mock.calls).toEqual([[BRIDGE_CHANNEL, listener]]);
});
