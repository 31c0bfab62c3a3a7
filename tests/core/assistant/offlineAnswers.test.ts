import { expect, test } from 'vitest';
import { checkpointListInputSchema } from '../../../src/contracts/checkpoint.ts';
import { taskListInputSchema } from '../../../src/contracts/task.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, user } from '../../support/writeRecords.ts';
import { ask, pendingSuggestions, textOf } from './ask.ts';

test('a plain sentence becomes a suggestion that waits, and nothing else', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const client = create(workspace, 'client', { name: 'Rossi Vini' });
  const project = create(workspace, 'project', { name: 'Wine shop', clientId: client.id });
  const { message, events, conversationId } = await ask(workspace, 'call Rossi tomorrow at 10, high');

  const [suggestion, ...others] = pendingSuggestions(workspace);
  expect(others).toEqual([]);
  expect(suggestion).toMatchObject({
    kind: 'create',
    title: 'Call Rossi',
    agent: 'project',
    conversationId,
    projectId: project.id,
  });
  expect(suggestion?.changes[0]?.after).toMatchObject({
    title: 'Call Rossi',
    dueDate: '2026-11-22',
    dueTime: '10:00',
    priority: 'high',
    projectId: project.id,
  });
  expect(workspace.tasks.list(taskListInputSchema.parse({})).items).toEqual([]);
  expect(message).toMatchObject({
    state: 'done',
    provider: 'offline',
    model: null,
    inputTokens: null,
    agent: 'project',
    suggestionIds: [suggestion?.id],
    sources: [],
    error: null,
  });
  expect(message.content).toBe(
    'I suggest this, for you to approve:\n\n- **Call Rossi**, tomorrow at 10:00, high priority, in Wine shop',
  );
  expect(message.steps.map(({ tool, state, count }) => ({ tool, state, count }))).toEqual([
    { tool: 'proposeTask', state: 'done', count: 1 },
  ]);
  // It came in pieces, and the pieces are the answer.
  expect(events.filter((event) => event.type === 'textAdded').length).toBeGreaterThan(1);
  expect(textOf(events)).toBe(message.content);
});

test('a recurring task, several lines, and lines that are none', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const { message } = await ask(
    workspace,
    'send the report every Monday at 9\nbook the photographer\njust some words here',
  );
  expect(pendingSuggestions(workspace).map((suggestion) => suggestion.changes[0]?.after)).toMatchObject([
    { title: 'Send the report', dueDate: '2026-11-23', dueTime: '09:00', recurrence: 'FREQ=WEEKLY;BYDAY=MO' },
    { title: 'Book the photographer', dueDate: null },
  ]);
  expect(message.content).toContain('I left out 1 line');
});

test('a checkpoint goes to the project it was asked on, and says what is missing', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const project = create(workspace, 'project', { name: 'Tin *lids*' });
  const scope = { kind: 'project', id: project.id } as const;
  const { message } = await ask(workspace, 'add a checkpoint Launch on 1 December', { scope });
  expect(pendingSuggestions(workspace).map((suggestion) => suggestion.changes[0]?.after)).toMatchObject([
    { title: 'Launch', date: '2026-12-01', projectId: project.id },
  ]);
  expect(message.content).toContain('in Tin \\*lids\\*');
  expect(workspace.checkpoints.list(checkpointListInputSchema.parse({})).items).toEqual([]);
  expect((await ask(workspace, 'add a checkpoint Launch', { scope })).message.content).toContain('Say when');
  expect((await ask(workspace, 'add a checkpoint Launch on 1 December')).message.content).toContain('Say which');
  expect(pendingSuggestions(workspace)).toHaveLength(1);
});

test('a search answers with quotes and with sources that exist', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const note = create(workspace, 'note', {
    title: 'Shipping',
    content: 'Norway only with the importer’s number. [9] <img src=x>',
  });
  const { message } = await ask(workspace, 'what does Norway need?');
  expect(message.sources).toEqual([{ number: 1, kind: 'note', id: note.id, title: 'Shipping' }]);
  expect(message.content).toContain('[1]');
  expect(message.content).toContain('**Norway** only with the importer’s number. \\[9\\] \\<img src=x\\>');
  expect(message.agent).toBe('knowledge');
  expect((await ask(workspace, 'who is Nobody?')).message).toMatchObject({
    content: 'I found nothing about that in the workspace.',
    sources: [],
  });
  expect((await ask(workspace, 'qwertz uiop')).message.content).toContain('I did not understand that.');
});

test('what is overdue and due, for a client, a project, the scope; pending ones are not counted', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const client = create(workspace, 'client', { name: 'Rossi Vini' });
  const shop = create(workspace, 'project', { name: 'Wine shop', clientId: client.id });
  const late = create(workspace, 'task', { title: 'Quote', projectId: shop.id, dueDate: '2026-11-19' });
  const other = create(workspace, 'task', { title: 'Invoice', dueDate: '2026-11-20' });
  const now = create(workspace, 'task', {
    title: 'Proofs',
    projectId: shop.id,
    dueDate: '2026-11-21',
    dueTime: '15:00',
  });
  create(workspace, 'task', { title: 'Done one', dueDate: '2026-11-19', status: 'done' });
  await ask(workspace, 'write the brief yesterday evening\n- call the printer on 20 November 2026');

  const idsOf = async (text: string, scope = {}): Promise<string[]> =>
    (await ask(workspace, text, scope)).message.sources.map((source) => source.id);
  expect(await idsOf('what is overdue?')).toEqual([late.id, other.id]);
  expect(await idsOf('what is overdue for Rossi?')).toEqual([late.id]);
  expect(await idsOf('anything overdue in Wine shop?')).toEqual([late.id]);
  expect(await idsOf('what is overdue?', { scope: { kind: 'client', id: client.id } })).toEqual([late.id]);
  expect(await idsOf('what is due today?')).toEqual([now.id]);
  expect(await idsOf('due today', { scope: { kind: 'project', id: shop.id } })).toEqual([now.id]);
  expect(await idsOf('what is due this week?')).toEqual([late.id, other.id, now.id]);
  expect((await ask(workspace, 'what is due next week?')).message.content).toBe('Nothing is due next week.');
  expect((await ask(workspace, 'what is due today?')).message.content).toContain('**Proofs**, today at 15:00 [1]');
});

test('tasks that a note holds are suggested with the note as their source', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const note = create(workspace, 'note', {
    title: 'Call',
    content: 'Agreed:\n\n- [x] old one\n- [ ] ask Ingrid for names\n- send the export by Friday\n- Dark theme waits\n',
  });
  await ask(workspace, 'suggest tasks from this note', { scope: { kind: 'note', id: note.id } });
  expect(pendingSuggestions(workspace).map(({ title, source }) => [title, source])).toEqual([
    ['Ask Ingrid for names', { kind: 'note', id: note.id, title: 'Call' }],
    ['Send the export', { kind: 'note', id: note.id, title: 'Call' }],
  ]);
});

test('it says what it cannot do', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  expect((await ask(workspace, 'help me plan the launch')).message.content).toContain('language model');
  expect((await ask(workspace, 'hello')).message.content).toContain('Without a model');
  expect(pendingSuggestions(workspace)).toEqual([]);
});

test.each([
  ['a text of 100,000 characters', 'word '.repeat(20_000)],
  ['one of 100,000 brackets', '['.repeat(100_000)],
  ['search operators', 'title:"x" AND NEAR(a b) * - ^ NOT (('],
  ['a half surrogate', 'call \ud83d tomorrow'],
  ['right-to-left text', 'מה מאוחר؟ ‮abc'],
  ['NUL and marks of snippets', 'a\0b \uE000c\uE001'],
])('%s gets an answer', async (_name, text) => {
  await using test = await createTestWorkspace();
  const { message } = await ask(test.workspace, text);
  expect(message).toMatchObject({ state: 'done', error: null });
  expect(message.content).not.toBe('');
});

test('approving what was suggested makes it a task of the user', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  await ask(workspace, 'call Rossi tomorrow at 10, high');
  const [suggestion] = pendingSuggestions(workspace);
  if (suggestion === undefined) throw new Error('nothing was suggested');
  workspace.suggestions.approve({ id: suggestion.id }, user);
  expect(workspace.tasks.list(taskListInputSchema.parse({})).items).toMatchObject([
    { title: 'Call Rossi', isAiSuggested: true, isApproved: true },
  ]);
});
