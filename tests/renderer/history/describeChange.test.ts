import { expect, test } from 'vitest';
import type { ActivityItem } from '../../../src/contracts/activity.ts';
import type { HistoryEntry } from '../../../src/contracts/change.ts';
import { changeSetIdSchema } from '../../../src/contracts/ids.ts';
import {
  actorName,
  type ChangeFacts,
  describeChange,
  describeEntry,
  factsOfEntry,
  undoneEntries,
} from '../../../src/renderer/features/history/describeChange.ts';
import { formatDay } from '../../../src/renderer/i18n/format.ts';

const words = {
  today: '2026-11-21',
  projectName: (id: string) => (id === 'p1' ? 'Wine shop relaunch' : undefined),
  clientName: (id: string) => (id === 'c1' ? 'Rossi Vini' : undefined),
};

const facts = (changes: Partial<ChangeFacts>): ChangeFacts => ({
  operation: 'update',
  recordKind: 'task',
  title: 'Age check',
  fields: [],
  before: null,
  after: null,
  recordCount: 1,
  isOneRecord: true,
  undid: null,
  ...changes,
});

/** A sentence as it is read; the record in brackets. */
function told(changes: Partial<ChangeFacts>): string {
  const { before, title, after } = describeChange(facts(changes), words);
  return `${before}${title === '' ? '' : `[${title}]`}${after}`;
}

const id = (last: number) => changeSetIdSchema.parse(`01980000-0000-7000-8000-00000000000${last}`);
const entry = (changes: Partial<HistoryEntry>): HistoryEntry => ({
  sequence: 1,
  changeSetId: id(1),
  recordKind: 'task',
  recordId: 't1',
  title: 'Age check',
  operation: 'update',
  before: {},
  after: {},
  actorKind: 'user',
  actorName: null,
  conversationId: null,
  suggestionId: null,
  at: 0,
  undoneBy: null,
  isRestored: false,
  ...changes,
});

test.each<[Partial<ChangeFacts>, string]>([
  [{ operation: 'create' }, 'added [Age check]'],
  [{ operation: 'create', recordKind: 'project' }, 'added the project [Age check]'],
  [{ operation: 'create', recordKind: 'comment' }, 'commented on [Age check]'],
  [{ operation: 'delete', recordKind: 'note' }, 'deleted the note [Age check]'],
  [{ operation: 'delete', recordKind: 'view' }, 'deleted the view [Age check]'],
  [{ operation: 'restore', recordKind: 'client' }, 'restored the client [Age check] from the trash'],
  [{ operation: 'suggest' }, 'suggested [Age check]'],
  [{ operation: 'approve' }, 'approved [Age check]'],
  [{ operation: 'reject' }, 'rejected [Age check]'],
  [{ operation: 'create', title: '' }, 'added [(gone for good)]'],
  [{ operation: 'create', title: ' ', recordKind: 'note' }, 'added the note [untitled]'],
])('one record: %o', (changes, sentence) => {
  expect(told(changes)).toBe(sentence);
});

test.each<[string, Partial<ChangeFacts>, string]>([
  ['status', { after: { status: 'done' } }, 'finished [Age check]'],
  ['status', { after: { status: 'in_progress' } }, 'set status to in progress: [Age check]'],
  ['status', { after: { status: 'archived' }, recordKind: 'project' }, 'archived [Age check]'],
  ['status', { after: { status: 'active' }, recordKind: 'project' }, 'took [Age check] out of the archive'],
  ['isArchived', { after: { isArchived: true }, recordKind: 'client' }, 'archived [Age check]'],
  ['priority', { after: { priority: 'high' } }, 'set priority to high: [Age check]'],
  ['dueDate', { after: { dueDate: '2026-11-23' } }, `moved [Age check] to ${formatDay('2026-11-23', words.today)}`],
  ['dueDate', { after: { dueDate: null } }, 'took the date off [Age check]'],
  ['projectId', { after: { projectId: 'p1' } }, 'moved [Age check] to Wine shop relaunch'],
  ['projectId', { after: { projectId: 'gone' } }, 'moved [Age check] to another project'],
  ['projectId', { after: { projectId: null } }, 'took it out of its project: [Age check]'],
  ['clientId', { after: { clientId: 'c1' }, recordKind: 'project' }, 'set the client to Rossi Vini: [Age check]'],
  ['title', {}, 'renamed [Age check]'],
  ['content', { recordKind: 'note' }, 'edited the note [Age check]'],
  ['body', { recordKind: 'comment' }, 'edited a comment on [Age check]'],
  ['labels', {}, 'changed the labels: [Age check]'],
  ['isDone', { after: { isDone: true }, recordKind: 'checkpoint' }, 'reached [Age check]'],
  ['email', { recordKind: 'client', after: { email: 'paolo@example.com' } }, 'changed the mail: [Age check]'],
])('an edit of %s: %o', (field, changes, sentence) => {
  expect(told({ fields: [field], ...changes })).toBe(sentence);
});

test('several fields are counted, without those that follow from others', () => {
  const fields = ['dueDate', 'dueTime', 'priority', 'labels', 'sortOrder', 'completedAt'];
  expect(told({ fields })).toBe('changed 3 fields of [Age check]');
  expect(told({ fields: ['completedAt'] })).toBe('changed [Age check]');
});

test('many records are told in one sentence, by their kind where they have one', () => {
  const many = { isOneRecord: false, recordCount: 20 };
  expect(told(many)).toBe('changed 20 tasks');
  expect(told({ ...many, operation: 'delete' })).toBe('deleted 20 tasks');
  expect(told({ ...many, recordKind: null })).toBe('changed 20 records');
  expect(told({ ...many, operation: null, recordKind: null, recordCount: 1_204 })).toBe('changed 1,204 records');
  expect(told({ ...many, operation: 'restore', recordKind: 'note' })).toBe('restored 20 notes from the trash');
});

test('what went or came with a record is counted beside it', () => {
  expect(told({ operation: 'delete', recordKind: 'project', recordCount: 13 })).toBe(
    'deleted the project [Age check], touching 12 more records',
  );
  expect(told({ operation: 'restore', recordKind: 'project', recordCount: 2 })).toBe(
    'restored the project [Age check] from the trash, touching 1 more record',
  );
});

test('an undo says what it took back', () => {
  const undid = (operation: ActivityItem['operation'], recordCount = 1) => ({
    operation,
    title: 'Age check',
    recordCount,
  });
  expect(told({ operation: 'create', undid: undid('delete') })).toBe('undid deleting [Age check]');
  expect(told({ operation: 'update', undid: undid('update') })).toBe('undid a change of [Age check]');
  expect(told({ operation: 'update', isOneRecord: false, recordCount: 20, undid: undid('update', 20) })).toBe(
    'undid changing 20 records',
  );
});

test('a title that looks like a placeholder stays a title', () => {
  expect(told({ operation: 'create', title: '{{count}} $t(activity:title)' })).toBe(
    'added [{{count}} $t(activity:title)]',
  );
});

test('a record’s own history names each field that was changed', () => {
  const change = entry({
    before: { dueDate: '2026-11-18', title: 'Age', status: 'todo', completedAt: null },
    after: { dueDate: '2026-11-19', title: 'Age check', status: 'done', completedAt: 5 },
  });
  expect(describeEntry(change, words)).toBe(
    `moved due from ${formatDay('2026-11-18', words.today)} to ${formatDay('2026-11-19', words.today)}, renamed it, set status to done`,
  );
  expect(describeEntry(entry({ operation: 'create', isRestored: true }), words)).toBe('restored it from the trash');
});

test('an undo in a record’s history is told by what it undid', () => {
  const first = entry({
    changeSetId: id(1),
    after: { priority: 'high' },
    before: { priority: 'low' },
    undoneBy: id(2),
  });
  const second = entry({ changeSetId: id(2), after: { priority: 'low' }, before: { priority: 'high' }, sequence: 2 });
  const undone = undoneEntries([second, first]);
  expect(describeEntry(second, words, undone.get(second.changeSetId))).toBe('undid: set priority to high');
  expect(factsOfEntry(second, undone.get(second.changeSetId)).undid?.operation).toBe('update');
});

test('who did it', () => {
  expect(actorName({ actorKind: 'user', actorName: null }, 'Marta')).toBe('Marta');
  expect(actorName({ actorKind: 'user', actorName: null }, '')).toBe('You');
  expect(actorName({ actorKind: 'agent', actorName: 'project' }, 'Marta')).toBe('Project agent');
  expect(actorName({ actorKind: 'agent', actorName: null }, 'Marta')).toBe('Assistant');
  expect(actorName({ actorKind: 'api', actorName: null }, 'Marta')).toBe('A script');
});
