import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import { benchWorkspace } from './benchWorkspace.ts';
import type { Goal, Part } from './goal.ts';
import { compare } from './measure.ts';

const LARGE = 100_000;
const SMALL = 1_000;
const ROUNDS = 90;
const CALLS = 20;
const LIMIT = 2;

/** What a screen reads, in a large workspace against a small one. */
export const growth: Goal = {
  goal: 2,
  title: 'List, get, open a note and counts at 100,000 records, against 1,000',
  async run() {
    const [large, small] = [await benchWorkspace(LARGE), await benchWorkspace(SMALL)];
    const calls = ({ workspace, taskId, noteId, projectId }: typeof large): Record<string, () => Promise<unknown>> => {
      const api = createCallerFactory(appRouter)({ workspace, actor: { kind: 'user' } });
      return {
        'tasks.list': () => api.tasks.list({ limit: 50 }),
        'tasks.list of a project': () => api.tasks.list({ limit: 20, projectId }),
        'tasks.get': () => api.tasks.get({ id: taskId }),
        'tasks.counts': () => api.tasks.counts({ today: '2026-11-19' }),
        'notes.list': () => api.notes.list({ limit: 50 }),
        'notes.get': () => api.notes.get({ id: noteId }),
        'projects.list': () => api.projects.list({ limit: 50 }),
      };
    };
    const [atLarge, atSmall] = [calls(large), calls(small)];
    const parts: Part[] = [];
    for (const [name, call] of Object.entries(atLarge)) {
      const other = atSmall[name];
      if (!other) throw new Error(`${name} is not called on both`);
      const repeat = (one: () => Promise<unknown>) => async () => {
        for (let index = 0; index < CALLS; index += 1) await one();
      };
      parts.push({
        name,
        limit: LIMIT,
        comparison: await compare({ rounds: ROUNDS, subject: repeat(call), base: repeat(other) }),
      });
    }
    return parts;
  },
};
