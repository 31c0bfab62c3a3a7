import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';

/** The indexer's thread, which ends in the middle of a batch where a file `end-once` lies in the workspace. */
let flag = '';
parentPort?.on('message', ({ request }: { request: { type: string; folder?: string } }) => {
  if (request.folder !== undefined) flag = join(request.folder, '..', 'end-once');
  if (request.type !== 'write' || !existsSync(flag)) return;
  rmSync(flag);
  process.exit(3);
});

await import('../../../../src/core/search/indexerWorker.ts');
