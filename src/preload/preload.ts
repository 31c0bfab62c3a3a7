import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { type AdiuvaBridge, BRIDGE_CHANNEL } from '../contracts/bridge.ts';

contextBridge.exposeInMainWorld('adiuva', {
  send(message) {
    ipcRenderer.send(BRIDGE_CHANNEL, message);
  },
  onMessage(listener) {
    const own = (_event: IpcRendererEvent, message: unknown): void => {
      listener(message);
    };
    ipcRenderer.on(BRIDGE_CHANNEL, own);
    return () => {
      ipcRenderer.off(BRIDGE_CHANNEL, own);
    };
  },
} satisfies AdiuvaBridge);
