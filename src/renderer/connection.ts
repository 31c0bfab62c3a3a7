import { createConnection } from '../transport/connection.ts';
import { createWebSocketPort, SOCKET_PATH } from '../transport/webSocketPort.ts';
import { createWindowPort } from '../transport/windowPort.ts';

/** The one line to core, chosen once: the preload's bridge in the desktop app, a WebSocket in the browser host. */
export const connection = createConnection(
  window.adiuva
    ? createWindowPort(window.adiuva)
    : createWebSocketPort({ url: new URL(SOCKET_PATH, location.href).href.replace(/^http/u, 'ws') }),
);
