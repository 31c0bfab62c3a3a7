import type { HostInfo, Logger, Ports } from '../core/ports.ts';
import type { BuildFolders } from './buildFolders.ts';
import { openOutside } from './openOutside.ts';
import { createSecrets, type SafeStorage } from './secrets.ts';
import { systemClock } from './systemClock.ts';

export interface NodePortsOptions {
  /** The workspace's folder, absolute. */
  readonly workspace: string;
  readonly build: BuildFolders;
  readonly host: HostInfo['kind'];
  readonly logger: Logger;
  readonly safeStorage?: SafeStorage;
}

/** What core needs, as plain Node has it. Electron puts its own `notify` and `open` in their place. */
export function createNodePorts({ workspace, build, host, logger, safeStorage }: NodePortsOptions): Ports {
  return {
    paths: {
      workspace,
      migrations: build.migrations,
      indexerWorker: build.indexerWorker,
      readerWorker: build.readerWorker,
    },
    secrets: createSecrets({ folder: workspace, logger, ...(safeStorage && { safeStorage }) }),
    clock: systemClock,
    logger,
    host: { kind: host, version: build.version },
    notify: () => false,
    open: (url) => openOutside(url),
  };
}
