import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { taskCountsSchema } from '../../src/contracts/task.ts';
import type { ApiClient } from './apiClient.ts';
import { buildHost, startHost } from './killableHost.ts';
import { Ledger } from './ledger.ts';
import { liveStory } from './story.ts';

const ROUNDS = 50;
const LIMIT = 600_000;

let home: string;
beforeAll(async () => {
  buildHost();
  home = await mkdtemp(join(tmpdir(), 'adiuva-killed-'));
});
afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));

test(
  'killed at 50 random moments of the story, it loses nothing that was acknowledged',
  { timeout: LIMIT },
  async () => {
    const ledger = new Ledger();
    const problems: string[] = [];
    const moments: string[] = [];
    // The story once undisturbed: how many changes it makes and how long one takes here, so that the moments spread over it.
    const { changes, duration } = await tellOnce(ledger);

    for (let round = 1; round <= ROUNDS; round += 1) {
      const host = await startHost(home);
      const before = new Set(ledger.subjects());
      const killed = Promise.withResolvers<void>();
      const last = Math.floor(Math.random() * changes);
      const api = watchChanges(host.api, (number) => {
        if (number === last) setTimeout(() => killed.resolve(host.kill()), Math.random() * duration);
      });
      const story = liveStory(api, round, ledger).then(
        () => 'told',
        () => 'cut',
      );
      await killed.promise;
      moments.push(`${await story} at change ${last}`);
      const subjects = ledger.subjects().filter((subject) => !before.has(subject));

      const next = await startHost(home);
      problems.push(...(await ledger.findProblems(next.api, subjects)), ...(await findInconsistencies(next.api)));
      await next.kill();
    }

    const last = await startHost(home);
    problems.push(...(await ledger.findProblems(last.api, ledger.subjects())));
    expect(await last.stop(), 'exit code of the last, orderly end').toBe(0);
    expect(problems, moments.join('; ')).toEqual([]);
    // The control: the rounds really ended in the middle, and something was there to lose.
    expect(moments.filter((moment) => moment.startsWith('cut')).length).toBeGreaterThan(ROUNDS / 2);
    expect(ledger.size).toBeGreaterThan(ROUNDS * 4);
  },
);

/** How many changes the story makes, and how long one takes in milliseconds. */
async function tellOnce(ledger: Ledger): Promise<{ changes: number; duration: number }> {
  const host = await startHost(home);
  let changes = 0;
  const started = performance.now();
  await liveStory(
    watchChanges(host.api, () => (changes += 1)),
    0,
    ledger,
  );
  const duration = (performance.now() - started) / changes;
  await host.kill();
  return { changes, duration };
}

/** Tells of each change as it is sent, by its number from 0. */
function watchChanges(api: ApiClient, onSent: (number: number) => void): ApiClient {
  let number = 0;
  return {
    query: api.query,
    mutate(path, input, schema) {
      onSent(number++);
      return api.mutate(path, input, schema);
    },
  };
}

/** What is half written shows where the same fact is kept twice. */
async function findInconsistencies(api: ApiClient): Promise<string[]> {
  const counts = await api.query('tasks.counts', { today: '2026-11-21' }, taskCountsSchema);
  const tasks = z.object({ items: z.array(z.looseObject({ status: z.string() })) });
  const { items } = await api.query('tasks.list', { status: 'all', limit: 1000 }, tasks);
  const done = items.filter(({ status }) => status === 'done').length;
  const open = items.length - done;
  if (counts.open === open && counts.done === done) return [];
  return [`counts say ${counts.open} open and ${counts.done} done, the list has ${open} and ${done}`];
}
