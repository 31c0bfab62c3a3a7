import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import { benchWorkspace } from './benchWorkspace.ts';
import type { Goal } from './goal.ts';
import { compare } from './measure.ts';

const RECORDS = 100_000;
const ROUNDS = 150;
const BLOCK = Buffer.alloc(4_096, 'adiuva');

/** One task's title changed, with history, full text and outbox, acknowledged after the disk has it. */
export const edit: Goal = {
  goal: 3,
  title: 'One edit with history, full text and outbox, against a 4 KB write and fdatasync',
  async run() {
    const { workspace, folder, taskId } = await benchWorkspace(RECORDS);
    const api = createCallerFactory(appRouter)({ workspace, actor: { kind: 'user' } });
    // In the workspace's own folder: the same disk.
    const file = openSync(join(folder, 'write-and-sync'), 'w');
    let number = 0;
    try {
      const comparison = await compare({
        rounds: ROUNDS,
        subject: () => api.tasks.update({ id: taskId, title: `Quote for the courier, version ${(number += 1)}` }),
        base: () => {
          writeSync(file, BLOCK, 0, BLOCK.length, null);
          fdatasyncSync(file);
        },
      });
      return [{ name: 'tasks.update of one title', limit: 3, comparison }];
    } finally {
      closeSync(file);
    }
  },
};
