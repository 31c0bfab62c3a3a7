import { Notification, safeStorage } from 'electron';
import type { Logger, Ports } from '../core/ports.ts';
import type { BuildFolders } from '../platform/buildFolders.ts';
import { createNodePorts } from '../platform/nodePorts.ts';
import { openOutside } from './guards.ts';

export interface ElectronPortsOptions {
  /** The workspace's folder, absolute. */
  readonly workspace: string;
  readonly build: BuildFolders;
  readonly logger: Logger;
  /** Brings a window forward that shows a path of the app. */
  readonly showScreen: (path: string) => void;
}

/** What core needs, by Electron: after it is ready, since safeStorage knows nothing before. */
export function createElectronPorts({ workspace, build, logger, showScreen }: ElectronPortsOptions): Ports {
  // One that nothing holds is collected, and a click on it is lost.
  const shown = new Set<Notification>();
  return {
    ...createNodePorts({ workspace, build, host: 'desktop', logger, safeStorage }),
    notify({ title, body, route }) {
      if (!Notification.isSupported()) return false;
      const notification = new Notification({ title, body });
      shown.add(notification);
      notification.on('click', () => showScreen(route));
      notification.on('close', () => shown.delete(notification));
      notification.on('failed', (_event, error) => logger.warn('a notification was not shown', { error }));
      notification.show();
      return true;
    },
    open: (url) => openOutside(url, logger),
  };
}
