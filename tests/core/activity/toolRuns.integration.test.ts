import { expect, test } from 'vitest';
import { assistantSendSchema, type Message, messageSchema } from '../../../src/contracts/conversation.ts';
import type { WorkspaceEvent } from '../../../src/contracts/event.ts';
import { conversationIdSchema, messageIdSchema, runIdSchema } from '../../../src/contracts/ids.ts';
import type { ToolActivity } from '../../../src/core/activity/activityWriter.ts';
import { createRunStore, type RunRecord } from '../../../src/core/assistant/runs/runStore.ts';
import { openDatabase } from '../../../src/core/db/openDatabase.ts';
import { createTemporaryFolder, createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { createTestPorts } from '../../support/ports.ts';
import { create } from '../../support/writeRecords.ts';
import { addProvider, ask, follow, patientTimings, waitFor } from '../assistant/ask.ts';
import { readActivity } from './readActivity.ts';

test('every tool run of a model is a row, also one that failed, once each', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = test;
  await addProvider(workspace, server.baseUrl);
  const project = create(workspace, 'project', { name: 'Wine shop' });
  const heard: WorkspaceEvent['type'][] = [];
  workspace.events.subscribe((event) => heard.push(event.type));
  server.script(
    {
      text: '',
      calls: [
        { name: 'readProject', arguments: { project: 'wine' } },
        { name: 'deleteEverything', arguments: {} },
        { name: 'proposeTask', arguments: { title: '' } },
        { name: 'proposeTask', arguments: { title: 'Ask Paolo', project: 'Wine shop' } },
      ],
    },
    { text: 'Done.' },
  );
  const { message, conversationId } = await ask(workspace, 'Add tasks.', {
    scope: { kind: 'project', id: project.id },
  });
  const rows = readActivity(workspace, { what: 'tools' });
  expect(rows.map(({ actorName, tool }) => [actorName, tool?.name, tool?.found, tool?.error])).toEqual([
    ['project', 'proposeTask', 1, null],
    ['project', 'proposeTask', null, 'validation'],
    ['project', 'deleteEverything', null, 'unknownTool'],
    ['project', 'readProject', 1, null],
    [null, 'search', expect.any(Number), null],
  ]);
  for (const row of rows) {
    expect(row).toMatchObject({
      type: 'tool',
      actorKind: 'agent',
      conversationId,
      conversationTitle: workspace.conversations.get(conversationId).title,
      projectId: project.id,
      canUndo: false,
      changeSetId: null,
    });
  }
  expect(rows.map((row) => row.tool?.duration)).toEqual(message.steps.map((step) => step.duration).toReversed());
  expect(heard.filter((type) => type === 'activityChanged')).toHaveLength(5);
  expect(workspace.activity.get(rows[0]?.sequence ?? 0)).toMatchObject({ entries: [], suggestedAt: null });
  expect(readActivity(workspace, { conversationId })).toHaveLength(6);

  // Its conversation goes, what was done in it stays.
  workspace.conversations.delete(conversationId);
  expect(readActivity(workspace, { conversationId }).map((row) => row.conversationTitle)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
  await test.reopen();
  expect(readActivity(test.workspace, { what: 'tools' })).toHaveLength(5);
});

test('a run that is cut off by closing goes on, and what it repeats is not a second row', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(test.workspace, server.baseUrl);
  create(test.workspace, 'project', { name: 'Wine shop' });
  const gate = Promise.withResolvers<void>();
  server.script(
    { calls: [{ name: 'readProject', arguments: { project: 'wine' } }] },
    { text: 'Half of this is lost', fault: { kind: 'pause', after: 2, until: gate.promise } },
    { text: 'The shop.' },
  );
  const { runId } = test.workspace.assistant.send(assistantSendSchema.parse({ text: 'What about the shop?' }));
  await waitFor(test.workspace, runId, (event) => event.type === 'textAdded');
  const workspace = await test.reopen();
  const { message } = await follow(workspace, runId);
  gate.resolve();
  expect(message.content).toBe('The shop.');
  expect(readActivity(workspace, { what: 'tools' }).map((row) => row.tool?.name)).toEqual(['readProject', 'search']);
});

test('a tool that was running when its run ended is told too, with the reason', () => {
  using folder = createTemporaryFolder();
  const database = openDatabase(createTestPorts(folder.path));
  const told: ToolActivity[] = [];
  const store = createRunStore(database, { addTool: (tool) => void told.push(tool) });
  const id = (number: number): string => `0192f0c1-2f7e-7c3a-9a51-00000000000${number}`;
  const run: RunRecord = {
    id: runIdSchema.parse(id(1)),
    conversationId: conversationIdSchema.parse(id(2)),
    messageId: messageIdSchema.parse(id(3)),
    answerId: messageIdSchema.parse(id(4)),
    state: 'running',
    scope: { kind: 'workspace' },
    startedAt: 1,
    today: '2026-11-21',
    providerId: null,
    fallbacks: [],
    pinnedAgent: null,
    chosenModel: null,
    attempts: 1,
  };
  const step = { tool: 'search', arguments: {}, count: null, duration: null };
  const message = (given: Partial<Message>): Message =>
    messageSchema.parse({
      ...{ id: run.answerId, conversationId: run.conversationId, role: 'assistant', content: '', state: 'streaming' },
      ...{ runId: run.id, agent: 'project', steps: [], sources: [], suggestionIds: [], provider: null, model: null },
      ...{
        inputTokens: null,
        outputTokens: null,
        fallbacks: [],
        fallbackFrom: null,
        error: null,
        createdAt: 1,
        ...given,
      },
    });
  const question = message({ id: run.messageId, role: 'user' });
  store.begin({ run, question, answer: message({}), title: 'a', from: null });
  store.append(run, [{ type: 'stepChanged', step: { ...step, id: 'a', state: 'done', count: 2 } }], null);
  store.append(run, [{ type: 'stepChanged', step: { ...step, id: 'b', state: 'running' } }], 'project');
  const steps: Message['steps'] = [
    { ...step, id: 'a', state: 'done', count: 2 },
    { ...step, id: 'b', state: 'running' },
  ];
  store.end(run, [], message({ state: 'stopped', steps }), 2);
  store.end(run, [], message({ state: 'failed', steps, error: { code: 'diskFull', fields: {} } }), 2);
  expect(
    told.map(({ agent, step: { id: stepId, state, count, error } }) => [agent, stepId, state, count, error]),
  ).toEqual([
    [null, 'a', 'done', 2, undefined],
    ['project', 'b', 'failed', null, 'stopped'],
    ['project', 'b', 'failed', null, 'diskFull'],
  ]);
  database.close();
});
