import { expect, test } from 'vitest';
import { create, user } from '../../support/writeRecords.ts';
import { ask, pendingSuggestions } from './ask.ts';
import { openAssistant } from './openAssistant.ts';

test('a model that proposes what was rejected is told so, with the reason, and nothing is made', async () => {
  await using parts = await openAssistant();
  const { workspace } = parts;
  const task = create(workspace, 'task', { title: 'Quote' });
  const calls = [
    { name: 'proposeTask', arguments: { title: 'Ask Ingrid', dueDate: '2026-11-24' } },
    { name: 'proposeChanges', arguments: { title: 'Urgent', tasks: [{ task: task.id, priority: 'high' }] } },
  ];
  const first = await parts.askForCalls(calls);
  expect(first.told).toEqual([
    'Suggested the task "Ask Ingrid". It waits for approval.',
    'Suggested one change, "Urgent". It waits for approval.',
  ]);
  const [ingrid, urgent] = pendingSuggestions(workspace);
  if (ingrid === undefined || urgent === undefined) throw new Error('nothing was suggested');
  workspace.suggestions.reject({ id: ingrid.id, reason: 'She called already' }, user);

  const second = await parts.askForCalls(calls);
  expect(second.told[0]).toMatch(
    /^Not suggested: the user rejected "Ask Ingrid" on \d{4}-\d{2}-\d{2}\. Their reason: "She called already"\./u,
  );
  expect(second.told[1]).toBe('No second suggestion was made: "Urgent" is suggested already and waits for the user.');
  expect(second.message.suggestionIds).toEqual([urgent.id]);
  expect(second.message.steps.map(({ tool, count }) => [tool, count])).toContainEqual(['proposeTask', 0]);
  expect(pendingSuggestions(workspace).map(({ id }) => id)).toEqual([urgent.id]);
});

test('a sentence that the user types again is suggested again', async () => {
  await using parts = await openAssistant();
  const { workspace } = parts;
  for (const { id, kind } of workspace.providers.list()) if (kind !== 'offline') await workspace.providers.delete(id);
  for (const round of [1, 2]) {
    await ask(workspace, 'add a task: call Rossi tomorrow at 10, high');
    const [waiting] = pendingSuggestions(workspace);
    expect(waiting?.title, `round ${round}`).toBe('Call Rossi');
    if (waiting !== undefined) workspace.suggestions.reject({ id: waiting.id }, user);
  }
});
