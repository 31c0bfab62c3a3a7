import { expect, test } from 'vitest';
import { taskListInputSchema } from '../../../src/contracts/task.ts';
import { create, user } from '../../support/writeRecords.ts';
import { pendingSuggestions } from './ask.ts';
import { openAssistant } from './openAssistant.ts';

test('a goal becomes one plan, stage by stage, that is approved and undone as one', async () => {
  await using parts = await openAssistant();
  const { workspace } = parts;
  const shop = create(workspace, 'project', { name: 'Wine shop' });
  const { message } = await parts.askForCalls(
    [
      {
        name: 'proposePlan',
        arguments: {
          goal: 'The shop opens on 1 December',
          project: 'wine shop',
          checkpoints: [
            { title: 'Launch', date: '2026-12-01' },
            { title: 'Soft launch', date: '2026-11-27' },
          ],
          tasks: [
            { title: 'Send the invitation', dueDate: '2026-11-30', checkpoint: 'launch', priority: null },
            { title: 'Order a test bottle', dueDate: '2026-11-25', checkpoint: 'Soft launch', priority: 'high' },
            { title: 'Check the terms', dueDate: '2026-11-26', checkpoint: 'Soft launch' },
            { title: 'Thank everybody' },
          ],
        },
      },
    ],
    { text: 'Plan the opening of the wine shop on 1 December' },
  );
  expect(message.agent).toBe('planner');
  const [plan, ...others] = pendingSuggestions(workspace);
  expect(others).toEqual([]);
  if (plan === undefined) throw new Error('there is no plan');
  expect(message.suggestionIds).toEqual([plan.id]);
  expect(plan).toMatchObject({ title: 'The shop opens on 1 December', kind: 'changes', projectId: shop.id });
  expect(plan.changes.map(({ recordKind, title }) => `${recordKind} ${title}`)).toEqual([
    'checkpoint Soft launch',
    'task Order a test bottle',
    'task Check the terms',
    'checkpoint Launch',
    'task Send the invitation',
    'task Thank everybody',
  ]);
  const { changeSetId } = workspace.suggestions.approve({ id: plan.id }, user);
  const titles = () =>
    workspace.tasks
      .list(taskListInputSchema.parse({ projectId: shop.id, sort: 'manual' }))
      .items.map((task) => task.title);
  expect(titles()).toEqual(['Order a test bottle', 'Check the terms', 'Send the invitation', 'Thank everybody']);
  expect(workspace.projects.get(shop.id).nextCheckpoint).toMatchObject({ title: 'Soft launch' });
  workspace.history.undo(changeSetId, user);
  expect(titles()).toEqual([]);
  expect(workspace.suggestions.get(plan.id).state).toBe('pending');
});

test('a plan that does not hold together is told to the planner, and one without a project has tasks alone', async () => {
  await using parts = await openAssistant();
  const { workspace } = parts;
  create(workspace, 'project', { name: 'Wine shop' });
  const plan = (fields: object) => ({ name: 'proposePlan', arguments: { goal: 'Open', ...fields } });
  const launch = { title: 'Launch', date: '2026-12-01' };
  const { told } = await parts.askForCalls(
    [
      plan({ checkpoints: [launch], tasks: [{ title: 'A' }] }),
      plan({ project: 'Wine shop', checkpoints: [launch], tasks: [{ title: 'A', checkpoint: 'Landing' }] }),
      plan({
        project: 'Wine shop',
        checkpoints: [launch],
        tasks: [{ title: 'A', checkpoint: 'Launch', dueDate: '2026-12-02' }],
      }),
      plan({ project: 'Wine shop', checkpoints: [launch, launch], tasks: [{ title: 'A' }] }),
      plan({ tasks: [] }),
      plan({ project: 'Nowhere', tasks: [{ title: 'A' }] }),
      plan({ tasks: Array.from({ length: 61 }, (_, index) => ({ title: `Task ${index}` })) }),
      plan({ tasks: [{ title: 'Look for a room' }, { title: 'Ask for an offer' }] }),
    ],
    { text: 'Break my move down into steps' },
  );
  expect(told.slice(0, 4)).toEqual([
    'Checkpoints belong to a project: name it, or plan with tasks alone.',
    'The task "A" leads to "Landing", which is no checkpoint of the plan.',
    'The task "A" is due on 2026-12-02, after the checkpoint it leads to (2026-12-01).',
    'Two checkpoints of the plan have the same title.',
  ]);
  expect(told[4]).toContain('"tasks":{"problem":"tooShort"}');
  expect(told[5]).toContain('Wine shop');
  expect(told[6]).toBe('A plan has at most 60 tasks and checkpoints.');
  expect(pendingSuggestions(workspace).map(({ changes }) => changes.map(({ title }) => title))).toEqual([
    ['Look for a room', 'Ask for an offer'],
  ]);
});
