import { expect, test, vi } from 'vitest';
import type { Actor } from '../../../src/contracts/change.ts';
import { runIdSchema } from '../../../src/contracts/ids.ts';
import type { Change, Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';

const user: Actor = { kind: 'user' };
const agent: Actor = {
  kind: 'agent',
  name: 'project',
  conversationId: null,
  runId: runIdSchema.parse('018f0000-0000-7000-8000-000000000001'),
  toolCallId: 'call',
};

function create(workspace: Workspace, kind: Change['kind'], fields: object): string {
  const applied = workspace.changes.apply([{ kind, operation: 'create', fields }], user);
  if (applied.outcome !== 'applied') throw new Error('the user was refused');
  return applied.records[0]?.id ?? '';
}
const titles = async (workspace: Workspace, text: string, filters: { projectId?: string } = {}): Promise<string[]> =>
  (await workspace.search.query({ text, limit: 20, ...filters })).items
    .map(({ kind, title }) => `${kind} ${title}`)
    .sort();
const indexed = (workspace: Workspace): Promise<void> =>
  vi.waitFor(() => expect(workspace.search.status()).toEqual({ pending: 0, failed: 0, embedder: 'lexical-1' }), 15_000);

test('every kind of record is found by its words, in its project, from the moment it is written', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const clientId = create(workspace, 'client', { name: 'Rossi Küchen', notes: 'likes walnut' });
  const projectId = create(workspace, 'project', { name: 'Kitchen', description: 'walnut fronts', clientId });
  const taskId = create(workspace, 'task', { title: 'Order fronts', description: 'walnut, oiled', projectId });
  create(workspace, 'comment', { taskId, body: 'The walnut is late' });
  create(workspace, 'checkpoint', { title: 'Walnut delivered', projectId, date: '2026-12-01' });
  create(workspace, 'note', { title: 'Woods', content: 'oak or **walnut**' });
  expect(await titles(workspace, 'walnut')).toEqual([
    'checkpoint Walnut delivered',
    'client Rossi Küchen',
    'comment Order fronts',
    'note Woods',
    'project Kitchen',
    'task Order fronts',
  ]);
  expect(await titles(workspace, 'walnut', { projectId })).toEqual([
    'checkpoint Walnut delivered',
    'comment Order fronts',
    'project Kitchen',
    'task Order fronts',
  ]);
  await indexed(workspace);
  await vi.waitFor(async () => expect(await titles(workspace, 'kuechen rosi')).toContain('client Rossi Küchen'));
});

test('what an agent suggests is found once it is approved, and not before', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const suggested = workspace.changes.apply(
    [{ kind: 'task', operation: 'create', fields: { title: 'Call Nordlys' } }],
    agent,
  );
  if (suggested.outcome !== 'suggested') throw new Error('the agent wrote');
  await indexed(workspace);
  expect([await titles(workspace, 'nordlys'), await titles(workspace, 'nordlyss')]).toEqual([[], []]);
  workspace.suggestions.approve({ id: suggested.suggestion.id }, user);
  expect(await titles(workspace, 'nordlys')).toEqual(['task Call Nordlys']);
  await indexed(workspace);
  await vi.waitFor(async () => expect(await titles(workspace, 'nordlyss')).toEqual(['task Call Nordlys']));
});

test('deleting hides a record from search, undo brings it back, and so it is after a restart', async () => {
  await using test = await createTestWorkspace();
  const id = create(test.workspace, 'note', { title: 'Nordlys', content: 'launch' });
  const deleted = test.workspace.changes.apply([{ kind: 'note', operation: 'delete', id }], user);
  expect(await titles(test.workspace, 'launch')).toEqual([]);
  if (deleted.outcome !== 'applied') throw new Error('the user was refused');
  test.workspace.history.undo(deleted.changeSetId, user);
  expect(await titles(test.workspace, 'launch')).toEqual(['note Nordlys']);
  await indexed(test.workspace);
  const workspace = await test.reopen();
  expect(await titles(workspace, 'launch')).toEqual(['note Nordlys']);
  await vi.waitFor(async () => expect(await titles(workspace, 'nordlyss')).toEqual(['note Nordlys']), 15_000);
  workspace.search.rebuild();
  await indexed(workspace);
  expect(await titles(workspace, 'launch')).toEqual(['note Nordlys']);
});
