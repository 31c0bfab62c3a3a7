import { expect, test } from 'vitest';
import { subjectOf } from '../../../src/renderer/features/commands/subject.ts';

const id = '0192f0c1-2f7e-7c3a-9a51-000000000001';
const other = '0192f0c1-2f7e-7c3a-9a51-000000000002';

/** A row of a list: all that is asked of the element. */
function row(line: string): Element {
  const element = { getAttribute: () => line };
  return { closest: () => element } as unknown as Element;
}
const none = { closest: () => null } as unknown as Element;

test('commands are about the row that has the focus, before what is open', () => {
  expect(subjectOf({ pathname: '/tasks', search: { task: other } }, row(id))).toEqual({ kind: 'task', id });
  expect(subjectOf({ pathname: '/', search: {} }, row(id))).toEqual({ kind: 'task', id });
  expect(subjectOf({ pathname: '/notes', search: {} }, row(id))).toEqual({ kind: 'note', id });
  expect(subjectOf({ pathname: '/projects', search: {} }, row(id))).toEqual({ kind: 'project', id });
  expect(subjectOf({ pathname: `/projects/${other}`, search: {} }, row(id))).toEqual({ kind: 'task', id });
});

test('else they are about what is open', () => {
  expect(subjectOf({ pathname: '/tasks', search: { task: id } }, none)).toEqual({ kind: 'task', id });
  expect(subjectOf({ pathname: `/notes/${id}`, search: {} }, null)).toEqual({ kind: 'note', id });
  expect(subjectOf({ pathname: `/projects/${id}`, search: {} }, null)).toEqual({ kind: 'project', id });
  expect(subjectOf({ pathname: `/window/task/${id}`, search: {} }, none)).toEqual({ kind: 'task', id });
  expect(subjectOf({ pathname: `/window/note/${id}`, search: {} }, none)).toEqual({ kind: 'note', id });
  expect(subjectOf({ pathname: `/clients/${id}`, search: {} }, null)).toEqual({ kind: 'client', id });
});

test('or about nothing', () => {
  expect(subjectOf({ pathname: '/', search: {} }, none)).toBeNull();
  expect(subjectOf({ pathname: '/tasks', search: { task: 'nonsense' } }, null)).toBeNull();
  expect(subjectOf({ pathname: '/projects', search: {} }, row('heading:overdue'))).toBeNull();
  expect(subjectOf({ pathname: `/settings/${id}`, search: {} }, row(id))).toBeNull();
  expect(subjectOf({ pathname: '/constructor', search: {} }, row(id))).toBeNull();
});
