import { expect, test } from 'vitest';
import { taskIdSchema } from '../../../src/contracts/ids.ts';
import { heirOf } from '../../../src/renderer/features/tasks/useRowFocus.ts';

const [a, b, c, d] = [1, 2, 3, 4].map((number) => ({
  id: taskIdSchema.parse(`019aa000-0000-7000-8000-00000000000${number}`),
}));

test.each([
  ['the task itself, wherever it went', 'b', ['d', 'b'], 'b'],
  ['the one after it', 'b', ['a', 'c', 'd'], 'c'],
  ['the next one that is left', 'b', ['a', 'd'], 'd'],
  ['the one before it, at the end', 'd', ['a', 'b'], 'b'],
  ['one that has come, where all are gone', 'a', [], null],
] as const)('the focus goes to %s', (_name, id, left, heir) => {
  const tasks = { a, b, c, d };
  const now = left.map((name) => tasks[name]).filter((task) => task !== undefined);
  const before = [a, b, c, d].filter((task) => task !== undefined);
  expect(heirOf(tasks[id]?.id ?? '', before, now)).toBe(heir === null ? null : tasks[heir]?.id);
});
