import { expect, test } from 'vitest';
import { viewListInputSchema } from '../../../src/contracts/view.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, failureOf, propose, remove, unknownId, update, user } from '../../support/writeRecords.ts';

const names = (workspace: Workspace): string[] => {
  const found: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page = workspace.views.list(viewListInputSchema.parse({ limit: 2, cursor }));
    found.push(...page.items.map((view) => view.name));
    if (page.nextCursor === null) return found;
    cursor = page.nextCursor;
  }
};

test('views are records: made, renamed, ordered, deleted, undone, and told to whoever watches', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const seen: string[] = [];
  workspace.events.subscribe((event) => {
    if (event.type === 'recordsChanged')
      seen.push(...event.records.map((record) => `${record.operation} ${record.kind}`));
  });
  const query = { layout: 'board', status: 'all', groupBy: 'project', label: 'print', projectId: null } as const;
  const view = create(workspace, 'view', { name: 'Print work', query });
  create(workspace, 'view', { name: 'Print work', query: { layout: 'list' } });
  create(workspace, 'view', { name: 'First', query: { layout: 'list' }, sortOrder: 'Zz' });
  expect(workspace.views.get(view.id)).toMatchObject({ name: 'Print work', query, version: 1 });
  expect(names(workspace)).toEqual(['First', 'Print work', 'Print work']);
  const renamed = update(workspace, 'view', {
    id: view.id,
    name: 'Printing',
    query: { layout: 'list', text: 'quote' },
  });
  const deleted = remove(workspace, 'view', view.id);
  expect(names(workspace)).toEqual(['First', 'Print work']);
  workspace.history.undo(deleted, user);
  workspace.history.undo(renamed.changeSetId, user);
  expect(workspace.views.get(view.id)).toMatchObject({ name: 'Print work', query });
  expect(workspace.history.list({ limit: 10, recordId: view.id }).items.map((entry) => entry.operation)).toEqual([
    'update',
    'create',
    'delete',
    'update',
    'create',
  ]);
  expect(seen).toContain('delete view');
  expect((await workspace.search.query({ text: 'printing', limit: 5 })).items).toEqual([]);
});

test('what a view asks for may go, but has to be well formed', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  create(workspace, 'view', { name: 'Gone', query: { layout: 'list', projectId: unknownId } });
  const problem = (fields: object) => failureOf(() => create(workspace, 'view', fields)).fields;
  expect(problem({ name: ' ', query: { layout: 'list' } })).toEqual({ name: { problem: 'required' } });
  expect(problem({ name: 'x', query: { layout: 'grid' } })).toEqual({ 'query.layout': { problem: 'invalid' } });
  expect(problem({ name: 'x', query: { layout: 'list', more: 1 } })).toEqual({ 'query.more': { problem: 'unknown' } });
  expect(problem({ name: 'x', query: { layout: 'list' }, sortOrder: '?' })).toEqual({
    sortOrder: { problem: 'invalid' },
  });
  expect(failureOf(() => workspace.views.get(unknownId)).code).toBe('notFound');
});

test('what an agent makes of a view waits for the user like anything else', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const fields = { name: 'Mine', query: { layout: 'list' } };
  const { id } = propose(workspace, [{ kind: 'view', operation: 'create', fields }], 'one');
  expect(names(workspace)).toEqual([]);
  workspace.suggestions.approve({ id }, user);
  expect(names(workspace)).toEqual(['Mine']);
});
