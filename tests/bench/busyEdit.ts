import { setTimeout as delay } from 'node:timers/promises';
import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import { assistantSendSchema } from '../../src/contracts/conversation.ts';
import { providerCreateSchema } from '../../src/contracts/provider.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { applyAll } from '../support/writeRecords.ts';
import { benchWorkspace } from './benchWorkspace.ts';
import type { Goal } from './goal.ts';
import { time } from './measure.ts';
import { startPacedServer } from './streamedAnswer.ts';

const RECORDS = 100_000;
const GROUPS = 6;
const EDITS = 60;
/** Enough for the indexer to be at work through a whole group. */
const TO_INDEX = 3_000;

/** How long an edit takes to be acknowledged while the indexer works and a model's answer streams in. */
export const busyEdit: Goal = {
  goal: 7,
  title: 'An edit’s acknowledgement while indexing and an agent run, against the same when idle (p95)',
  async run() {
    const { workspace, taskId } = await benchWorkspace(RECORDS);
    using models = await startPacedServer();
    const provider = await workspace.providers.create(
      providerCreateSchema.parse({ kind: 'openai-compatible', name: 'Bench', baseUrl: models.baseUrl, model: 'bench' }),
    );
    const api = createCallerFactory(appRouter)({ workspace, actor: { kind: 'user' } });
    let number = 0;
    const edits = async (): Promise<number[]> => {
      const times: number[] = [];
      for (let count = 0; count < EDITS; count += 1) {
        times.push(await time(() => api.tasks.update({ id: taskId, title: `Quote, version ${(number += 1)}` })));
        // As a person leaves time between two, and whatever else is at work gets its turn.
        await delay(10);
      }
      return times;
    };
    const idle: number[] = [];
    const busy: number[] = [];
    try {
      await settled(workspace);
      await edits();
      for (let group = 0; group < GROUPS; group += 1) {
        await settled(workspace);
        idle.push(...(await edits()));
        addNotes(workspace, group);
        const { runId } = workspace.assistant.send(assistantSendSchema.parse({ text: `Go on with ${group}` }));
        await firstWords(workspace, runId);
        busy.push(...(await edits()));
        if (workspace.search.status().pending === 0) throw new Error('the indexer was done before the edits were');
        workspace.assistant.stop(runId);
      }
    } finally {
      await workspace.providers.delete(provider.id);
      await settled(workspace);
    }
    const [subject, base] = [p95(busy), p95(idle)];
    return [{ name: 'tasks.update of one title', limit: 1.5, comparison: { ratio: subject / base, subject, base } }];
  },
};

function addNotes(workspace: Workspace, group: number): void {
  const content = 'Norway only with the importer’s number, and duty for Switzerland. '.repeat(20);
  applyAll(
    workspace,
    Array.from(
      { length: TO_INDEX },
      (_, place) =>
        ({ kind: 'note', operation: 'create', fields: { title: `Note ${group}.${place}`, content } }) as const,
    ),
  );
}

async function firstWords(workspace: Workspace, runId: Parameters<Workspace['assistant']['events']>[0]): Promise<void> {
  const enough = new AbortController();
  for await (const event of workspace.assistant.events(runId, enough.signal)) {
    if (event.type === 'textAdded') return;
    if (event.type === 'ended') throw new Error('the answer ended before its first words');
  }
}

async function settled(workspace: Workspace): Promise<void> {
  while (workspace.search.status().pending > 0) await delay(50);
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
}
