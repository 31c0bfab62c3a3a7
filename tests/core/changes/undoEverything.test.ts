import { expect, test } from 'vitest';
import { activityListInputSchema } from '../../../src/contracts/activity.ts';
import { AdiuvaError } from '../../../src/contracts/errors.ts';
import { type ChangeSetId, taskIdSchema } from '../../../src/contracts/ids.ts';
import { taskMoveSchema, taskUpdateManySchema } from '../../../src/contracts/task.ts';
import type { Change, Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { createRandom, type Random } from '../../support/random.ts';
import { fillStudioFerri } from '../../support/studioFerri.ts';
import { agent, readEverything, user } from '../../support/writeRecords.ts';
import { openWorkspaceState } from './workspaceState.ts';

/** What an operation at random may run into. Anything else is a fault. */
const EXPECTED = new Set([
  ...['deleted', 'notFound', 'undoConflict', 'alreadyUndone', 'suggestionStale', 'suggestionResolved', 'validation'],
  ...['restoreBlocked', 'notInTrash'],
]);

/** One operation at random, of any kind that there is. */
function takeStep(workspace: Workspace, random: Random, step: number, changeSets: readonly ChangeSetId[]): void {
  const all = readEverything(workspace);
  const views = workspace.views.list({ limit: 100 }).items;
  const maybe = random.below;
  const task = random.maybe(all.tasks);
  const project = random.maybe(all.projects);
  const some = <Item>(items: readonly Item[], most: number): Item[] =>
    Array.from({ length: 1 + random.below(most) }, () => random.maybe(items)).filter((item) => item !== undefined);
  const ids = [...new Set(some(all.tasks, 4).map((one) => one.id))];
  const label = (): string => random.pick(['a', 'b', 'c']);
  const taskFields = () => ({
    ...(maybe(2) === 0 ? { status: random.pick(['todo', 'in_progress', 'done']) } : {}),
    ...(maybe(2) === 0 ? { dueDate: random.pick([null, '2026-11-20', '2026-11-25', '2026-12-31']) } : {}),
    ...(maybe(2) === 0 ? { projectId: random.pick([null, project?.id ?? null]) } : {}),
    ...(maybe(2) === 0 ? { labels: [...new Set([label(), label()])] } : {}),
    ...(maybe(3) === 0 ? { assignees: [label()] } : {}),
    ...(maybe(3) === 0 ? { priority: random.pick(['high', 'medium', 'low']) } : {}),
    ...(maybe(3) === 0 ? { blockedBy: some(all.tasks, 2).map((other) => other.id) } : {}),
    ...(maybe(4) === 0 ? { recurrence: random.pick([null, 'FREQ=DAILY', 'FREQ=WEEKLY']) } : {}),
    ...(maybe(4) === 0 ? { description: `- [x] ${step}\n- [ ] ${'long '.repeat(random.pick([1, 600]))}` } : {}),
  });
  const creation = (): Change => {
    switch (maybe(8)) {
      case 0:
        return { kind: 'client', operation: 'create', fields: { name: `client ${step}` } };
      case 1:
        return {
          kind: 'project',
          operation: 'create',
          fields: { name: `project ${step}`, clientId: random.maybe(all.clients)?.id ?? null },
        };
      case 2:
        return { kind: 'view', operation: 'create', fields: { name: `view ${step}`, query: { layout: 'list' } } };
      case 3:
        return {
          kind: 'checkpoint',
          operation: 'create',
          fields: { title: `checkpoint ${step}`, projectId: project?.id ?? '', date: '2026-12-01' },
        };
      case 4:
        return {
          kind: 'note',
          operation: 'create',
          fields: {
            title: `note ${step}`,
            projectId: project?.id ?? null,
            content: 'text '.repeat(random.pick([1, 900])),
          },
        };
      case 5:
        return { kind: 'comment', operation: 'create', fields: { taskId: task?.id ?? '', body: `comment ${step}` } };
      default:
        return { kind: 'task', operation: 'create', fields: { title: `task ${step}`, ...taskFields() } };
    }
  };
  const edit = (): Change => {
    const note = random.maybe(all.notes);
    const view = random.maybe(views);
    switch (maybe(8)) {
      case 0:
        return {
          kind: 'project',
          operation: 'update',
          fields: {
            id: project?.id ?? '',
            clientId: random.pick([null, random.maybe(all.clients)?.id ?? null]),
            status: random.pick(['active', 'archived']),
          },
        };
      case 1:
        return {
          kind: 'note',
          operation: 'update',
          fields: { id: note?.id ?? '', content: `${note?.content ?? ''}${step}`, projectId: project?.id ?? null },
        };
      case 2:
        return {
          kind: 'view',
          operation: 'update',
          fields: { id: view?.id ?? '', query: { layout: 'board', label: label(), projectId: null } },
        };
      case 3: {
        const checkpoint = random.maybe(all.checkpoints);
        return {
          kind: 'checkpoint',
          operation: 'update',
          fields: { id: checkpoint?.id ?? '', isDone: maybe(2) === 0 },
        };
      }
      case 4: {
        const comment = random.maybe(all.comments);
        return { kind: 'comment', operation: 'update', fields: { id: comment?.id ?? '', body: `edited ${step}` } };
      }
      default:
        return { kind: 'task', operation: 'update', fields: { id: task?.id ?? '', ...taskFields() } };
    }
  };
  const deletion = (): Change => {
    const records = {
      client: all.clients,
      project: all.projects,
      task: all.tasks,
      checkpoint: all.checkpoints,
      note: all.notes,
      comment: all.comments,
      view: views,
    };
    const kind = random.pick(['client', 'project', 'task', 'task', 'checkpoint', 'note', 'comment', 'view'] as const);
    return { kind, operation: 'delete', id: random.maybe<{ id: string }>(records[kind])?.id ?? '' };
  };
  const change = (): Change => random.pick([creation, creation, edit, edit, edit, deletion])();

  const suggestion = random.maybe(all.suggestions);
  switch (maybe(14)) {
    case 0:
    case 1: {
      const target = random.maybe(changeSets.slice(-12));
      if (target !== undefined) workspace.history.undo(target, user);
      return;
    }
    case 2: {
      const items = some(workspace.trash.list({ limit: 100 }).items, 3).map(({ kind, id }) => ({ kind, id }));
      if (items.length > 0) workspace.trash.restore(items, user);
      return;
    }
    case 3:
      if (suggestion !== undefined) workspace.suggestions.approve({ id: suggestion.id }, user);
      return;
    case 4:
      if (suggestion !== undefined) workspace.suggestions.reject({ id: suggestion.id }, user);
      return;
    case 5:
      workspace.changes.apply(maybe(2) === 0 ? [change()] : [change(), change()], agent(`call ${step}`));
      return;
    case 6: {
      if (ids.length === 0) return;
      const fields = { status: random.pick(['todo', 'done']), projectId: random.pick([null, project?.id ?? null]) };
      workspace.tasks.updateMany(taskUpdateManySchema.parse({ ids, fields, addLabels: [label()] }), user);
      return;
    }
    case 7: {
      if (ids.length === 0) return;
      const after = random.maybe(all.tasks.filter((one) => !ids.includes(one.id)))?.id ?? null;
      workspace.tasks.move(taskMoveSchema.parse({ ids, after, before: null, fields: { priority: 'low' } }), user);
      return;
    }
    case 8: {
      if (ids.length > 0) workspace.tasks.deleteMany({ ids: ids.map((id) => taskIdSchema.parse(id)) }, user);
      return;
    }
    default:
      workspace.changes.apply([change(), ...(maybe(3) === 0 ? [change()] : [])], user);
  }
}

test.each([1, 2, 3, 4])(
  'after 90 operations at random (seed %i), undone one after the other, each state comes back, to the first',
  async (seed) => {
    await using test = await createTestWorkspace();
    const { workspace, ports } = test;
    using state = openWorkspaceState(test.folder);
    const random = createRandom(seed);
    fillStudioFerri(workspace, ports.clock.today());
    const start = state.read();
    const done: { id: ChangeSetId; before: Record<string, unknown> }[] = [];
    let refused = 0;
    for (let step = 0; step < 90; step += 1) {
      // Long enough that no typing joins what was typed before.
      ports.clock.advance(11 * 60_000);
      const before = state.read();
      const last = newest(workspace)?.sequence ?? 0;
      try {
        takeStep(
          workspace,
          random,
          step,
          done.map(({ id }) => id),
        );
      } catch (error) {
        if (!(error instanceof AdiuvaError) || !EXPECTED.has(error.code)) throw error;
        refused += 1;
        // Refused means that nothing happened at all.
        expect(state.read()).toEqual(before);
        continue;
      }
      const row = newest(workspace);
      if (row === undefined || row.sequence === last) continue;
      expect(row.sequence).toBe(last + 1);
      if (row.changeSetId !== null) done.push({ id: row.changeSetId, before });
    }
    expect(done.length).toBeGreaterThan(50);
    expect(refused).toBeLessThan(40);
    for (const { id, before } of done.toReversed()) {
      workspace.history.undo(id, user);
      expect(state.read()).toEqual(before);
    }
    expect(state.read()).toEqual(start);
  },
);

const newest = (workspace: Workspace) => workspace.activity.list(activityListInputSchema.parse({ limit: 1 })).items[0];
