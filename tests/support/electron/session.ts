import type { Session } from 'electron';
import { partOf } from './partOf.ts';

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type DeviceHandler = NonNullable<Parameters<Session['setDevicePermissionHandler']>[0]>;

/** The handlers that the app set, for tests to ask. Chromium's own permissions are never asked for here. */
export const permissionHandlers: {
  check: CheckHandler | null;
  request: RequestHandler | null;
  device: DeviceHandler | null;
} = { check: null, request: null, device: null };

export const defaultSession = partOf<Session>('Session', {
  setPermissionCheckHandler(handler) {
    permissionHandlers.check = handler;
  },
  setPermissionRequestHandler(handler) {
    permissionHandlers.request = handler;
  },
  setDevicePermissionHandler(handler) {
    permissionHandlers.device = handler;
  },
});
