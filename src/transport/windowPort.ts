import type { AdiuvaBridge } from '../contracts/bridge.ts';
import type { MessagePortLike } from './messagePort.ts';

/** The desktop app's window: the bridge as a port. It closes only with the window, so there is nobody to tell. */
export function createWindowPort(bridge: AdiuvaBridge): MessagePortLike {
  return {
    post(message) {
      bridge.send(message);
    },
    onMessage: (listener) => bridge.onMessage(listener),
    onClose: () => () => undefined,
  };
}
