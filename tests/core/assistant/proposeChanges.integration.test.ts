import { expect, test } from 'vitest';
import type { Suggestion } from '../../../src/contracts/suggestion.ts';
import { create, readEverything, user } from '../../support/writeRecords.ts';
import { pendingSuggestions } from './ask.ts';
import { openAssistant } from './openAssistant.ts';

const shown = ({ title, kind, changes }: Suggestion) => ({
  title,
  kind,
  changes: changes.map(({ operation, recordKind, before, after, title: record }) => ({
    is: `${operation} ${recordKind} ${record}`,
    before: operation === 'update' ? before : null,
    after: operation === 'update' ? after : null,
  })),
});

test('one call proposes edits of every kind as one set, each field with what it is and would be', async () => {
  await using parts = await openAssistant();
  const { workspace } = parts;
  const shop = create(workspace, 'project', { name: 'Wine shop' });
  const other = create(workspace, 'project', { name: 'Tea tin' });
  create(workspace, 'task', {
    title: 'Shipping',
    projectId: shop.id,
    dueDate: '2026-11-19',
    dueTime: '10:00',
    labels: ['checkout', 'Tax'],
    assignees: ['Paolo'],
  });
  const quote = create(workspace, 'task', { title: 'Quote', projectId: shop.id });
  const old = create(workspace, 'task', { title: 'Old idea' });
  const launch = create(workspace, 'checkpoint', { title: 'Launch', projectId: shop.id, date: '2026-12-01' });
  const note = create(workspace, 'note', { title: 'Call with Nordlys', content: 'We agreed on blue.\n' });
  const before = readEverything(workspace);
  const { message } = await parts.askForCalls([
    { name: 'search', arguments: { text: 'Shipping' } },
    {
      name: 'proposeChanges',
      arguments: {
        title: 'Move shipping, tidy up',
        tasks: [
          {
            task: 'shipping',
            title: null,
            dueDate: '2026-11-23',
            clear: ['dueTime'],
            addLabels: ['waiting', 'CHECKOUT'],
            removeLabels: ['tax'],
            addAssignees: ['Marta'],
          },
          { task: quote.id, status: 'done', priority: 'high', project: 'Tea' },
        ],
        checkpoints: [{ checkpoint: launch.id, date: '2026-12-03', isDone: null }],
        projects: [{ project: 'Tea tin', description: 'For the winter.' }],
        notes: [{ note: 'Call with Nordlys', passage: 'blue', replacement: 'green', append: '- Ask Tor' }],
        newTasks: [{ title: 'Test orders', dueDate: '2026-11-25', project: shop.id, description: null }],
        newCheckpoints: [{ title: 'Soft launch', date: '2026-11-30', project: 'Wine shop' }],
        newNotes: [{ title: 'Decisions', content: '# Decided' }],
        comments: [{ task: 'Quote', text: 'Paolo confirmed.' }],
        deletions: [{ kind: 'task', record: old.id }],
      },
    },
  ]);
  expect(message.steps.map(({ tool, state, count }) => [tool, state, count])).toEqual([
    ['search', 'done', expect.any(Number)],
    ['search', 'done', expect.any(Number)],
    ['proposeChanges', 'done', 10],
  ]);
  expect(pendingSuggestions(workspace).map(shown)).toEqual([
    {
      title: 'Move shipping, tidy up',
      kind: 'changes',
      changes: [
        {
          is: 'update task Shipping',
          before: { dueDate: '2026-11-19', dueTime: '10:00', labels: ['checkout', 'Tax'], assignees: ['Paolo'] },
          after: {
            dueDate: '2026-11-23',
            dueTime: null,
            labels: ['checkout', 'waiting'],
            assignees: ['Paolo', 'Marta'],
          },
        },
        {
          is: 'update task Quote',
          before: { status: 'todo', priority: 'medium', projectId: shop.id, completedAt: null },
          after: { status: 'done', priority: 'high', projectId: other.id, completedAt: expect.any(Number) },
        },
        { is: 'update checkpoint Launch', before: { date: '2026-12-01' }, after: { date: '2026-12-03' } },
        { is: 'update project Tea tin', before: { description: '' }, after: { description: 'For the winter.' } },
        {
          is: 'update note Call with Nordlys',
          before: { content: 'We agreed on blue.\n' },
          after: { content: 'We agreed on green.\n\n- Ask Tor' },
        },
        { is: 'create task Test orders', before: null, after: null },
        { is: 'create checkpoint Soft launch', before: null, after: null },
        { is: 'create note Decisions', before: null, after: null },
        { is: 'create comment Quote', before: null, after: null },
        { is: 'delete task Old idea', before: null, after: null },
      ],
    },
  ]);
  const { suggestions, suggestionCount, ...records } = readEverything(workspace);
  expect([suggestions.length, suggestionCount]).toEqual([1, 1]);
  expect({ ...records, suggestions: [], suggestionCount: 0 }).toEqual(before);

  const [id] = message.suggestionIds;
  if (id === undefined) throw new Error('nothing was suggested');
  const { changeSetId } = workspace.suggestions.approve({ id }, user);
  expect(workspace.notes.get(note.id).content).toBe('We agreed on green.\n\n- Ask Tor');
  expect(workspace.tasks.get(quote.id)).toMatchObject({ status: 'done', projectId: other.id });
  expect(workspace.comments.list({ limit: 5, taskId: quote.id }).items).toMatchObject([
    { author: 'project', body: 'Paolo confirmed.' },
  ]);
  workspace.history.undo(changeSetId, user);
  expect(workspace.notes.get(note.id).content).toBe('We agreed on blue.\n');
  expect(workspace.tasks.get(old.id).title).toBe('Old idea');
});

test('what cannot be told for sure is refused, with the records to choose from', async () => {
  await using parts = await openAssistant();
  const { workspace } = parts;
  const first = create(workspace, 'task', { title: 'Call Rossi' });
  const second = create(workspace, 'task', { title: 'call rossi' });
  create(workspace, 'task', { title: 'Call Bianchi' });
  create(workspace, 'note', { title: 'Minutes', content: 'yes, yes' });
  const set = (fields: object) => ({ name: 'proposeChanges', arguments: { title: 'Some changes', ...fields } });
  const { told, message } = await parts.askForCalls([
    set({ tasks: [{ task: 'Call Rossi', priority: 'high' }] }),
    set({ tasks: [{ task: 'Call Verdi', priority: 'high' }] }),
    set({ tasks: [{ task: first.id, due: '2026-11-23' }] }),
    set({ tasks: [{ task: first.id, priority: 'high' }], deletions: [{ kind: 'task', record: first.id }] }),
    set({ notes: [{ note: 'Minutes', passage: 'yes', replacement: 'no' }] }),
    set({ notes: [{ note: 'Minutes', passage: 'never', replacement: 'no' }] }),
    set({ newCheckpoints: [{ title: 'Launch', date: '2026-12-01' }] }),
    set({ tasks: [{ task: first.id, priority: 'medium' }] }),
    set({}),
    set({ newTasks: Array.from({ length: 61 }, (_, index) => ({ title: `Task ${index}` })) }),
  ]);
  expect(told[0]).toContain('"isAmbiguous":true');
  expect(told[0]).toContain(first.id);
  expect(told[0]).toContain(second.id);
  expect(told[1]).toContain('"isAmbiguous":false');
  expect(told[2]).toContain('"tasks.0.due":{"problem":"unknown"}');
  expect(told.slice(3, 7)).toEqual([
    'The task "Call Rossi" is named twice. Put everything about it into one entry.',
    'The passage is more than once in the note "Minutes". Give it word by word, long enough to be there once.',
    'The passage is not in the note "Minutes". Give it word by word, long enough to be there once.',
    'A checkpoint belongs to a project: say which for "Launch".',
  ]);
  expect(told[7]).toContain('"changes":{"problem":"required"}');
  expect(told.slice(8)).toEqual(['No change was named.', 'At most 60 changes go into one set.']);
  expect(message.steps.filter(({ tool }) => tool === 'proposeChanges').map(({ state }) => state)).not.toContain(
    'running',
  );
  expect(pendingSuggestions(workspace)).toEqual([]);
});

test('a record is named by the number it was shown with, and what still waits cannot be named', async () => {
  await using parts = await openAssistant();
  const { workspace } = parts;
  const task = create(workspace, 'task', { title: 'Quote for Ferri' });
  const { told } = await parts.askForCalls(
    [
      { name: 'proposeTask', arguments: { title: 'Still waiting' } },
      { name: 'proposeChanges', arguments: { title: 'Urgent', tasks: [{ task: '[1]', priority: 'high' }] } },
      { name: 'proposeChanges', arguments: { title: 'Later', tasks: [{ task: 'Still waiting', priority: 'low' }] } },
    ],
    { text: 'Quote for Ferri: change it', scope: { kind: 'task', id: task.id } },
  );
  expect(told[2]).toContain('notFound');
  expect(
    pendingSuggestions(workspace).map(({ title, source, changes }) => [title, source?.id, changes[0]?.after]),
  ).toEqual([
    ['Still waiting', task.id, expect.objectContaining({ title: 'Still waiting' })],
    ['Urgent', task.id, { priority: 'high' }],
  ]);
});
