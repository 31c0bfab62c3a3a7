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
}

/** What core needs, by Electron: after it is ready, since safeStorage knows nothing before. */
export function createElectronPorts({ workspace, build, logger }: ElectronPortsOptions): Ports {
  return {
    ...createNodePorts({ workspace, build, host: 'desktop', logger, safeStorage }),
    notify({ title, body }) {
      if (Notification.isSupported()) new Notification({ title, body }).show();
    },
    open: (url) => openOutside(url, logger),
  };
}
