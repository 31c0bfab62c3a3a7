import { runIdSchema } from '../../src/contracts/ids.ts';
import { noteListInputSchema } from '../../src/contracts/note.ts';
import { taskListInputSchema } from '../../src/contracts/task.ts';
import type { Change, Provenance, Workspace } from '../../src/core/workspace.ts';

/**
 * What the assistant proposes at Marta's desk beside single new records: sets of changes, one of them overtaken by an edit
 * of hers. Dates are told in days from `today`.
 */
export function proposeAtStudioFerri(workspace: Workspace, today: string): void {
  const day = (offset: number): string => {
    const date = new Date(`${today}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + offset);
    return date.toISOString().slice(0, 10);
  };
  const tasks = workspace.tasks.list(taskListInputSchema.parse({ limit: 200, status: 'all' })).items;
  const notes = workspace.notes.list(noteListInputSchema.parse({ limit: 200 })).items;
  const find = <Item extends { title: string }>(items: readonly Item[], title: string): Item => {
    const found = items.find((item) => item.title.startsWith(title));
    if (found === undefined) throw new Error(`there is no ${title}`);
    return found;
  };
  const suggest = (changes: readonly Change[], provenance: Provenance, call: string): void => {
    workspace.changes.apply(
      changes,
      {
        kind: 'agent',
        name: 'project',
        conversationId: null,
        runId: runIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000002'),
        toolCallId: call,
      },
      provenance,
    );
  };
  const shipping = find(tasks, 'Checkout: shipping');
  const dielines = find(tasks, 'Pack dieline proofs');
  const portraits = find(tasks, 'Portrait retouching list');
  const copy = find(tasks, 'Product page copy in German');
  suggest(
    [{ kind: 'task', operation: 'update', fields: { id: portraits.id, dueDate: day(4) } }],
    { title: 'Move the portrait retouching list forward' },
    'portraits',
  );
  suggest(
    [{ kind: 'task', operation: 'update', fields: { id: dielines.id, dueDate: day(4) } }],
    { title: 'Move Pack dieline proofs', source: { kind: 'note', id: find(notes, 'Print and ship, Verona').id } },
    'dielines',
  );
  suggest(
    [
      {
        kind: 'task',
        operation: 'update',
        fields: { id: shipping.id, dueDate: day(4), labels: [...shipping.labels, 'waiting'] },
      },
      {
        kind: 'task',
        operation: 'create',
        fields: { title: 'Ask Paolo for the Bring contract', projectId: shipping.projectId, dueDate: day(1) },
      },
      { kind: 'comment', operation: 'create', fields: { taskId: shipping.id, body: 'The contract comes on Friday.' } },
      { kind: 'task', operation: 'delete', id: copy.id },
    ],
    { title: 'Move shipping, ask for the contract', source: { kind: 'task', id: shipping.id } },
    'shipping',
  );
  workspace.changes.apply([{ kind: 'task', operation: 'update', fields: { id: portraits.id, dueDate: day(6) } }], {
    kind: 'user',
  });
}
