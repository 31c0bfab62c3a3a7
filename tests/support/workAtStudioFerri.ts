import type { Actor } from '../../src/contracts/change.ts';
import { projectListInputSchema } from '../../src/contracts/project.ts';
import { taskListInputSchema } from '../../src/contracts/task.ts';
import type { Change, Workspace } from '../../src/core/workspace.ts';

const marta: Actor = { kind: 'user' };

/**
 * An evening at Marta Ferri's desk, after `fillStudioFerri`: edits of every kind, so that activity and trash have something
 * to tell.
 * @param moveClock told before each step when it is done
 */
export function workAtStudioFerri(workspace: Workspace, moveClock: (time: string) => void): void {
  const idOf = <Item extends { id: string }>(items: readonly Item[], nameOf: (item: Item) => string, start: string) => {
    const found = items.find((item) => nameOf(item).startsWith(start));
    if (found === undefined) throw new Error(`nothing is called ${start}`);
    return found.id;
  };
  const tasks = workspace.tasks.list(taskListInputSchema.parse({ limit: 100 })).items;
  const archived = workspace.projects.list(projectListInputSchema.parse({ status: 'archived' })).items;
  const task = (title: string): string => idOf(tasks, (item) => item.title, title);
  const step = (time: string, ...changes: readonly Change[]): void => {
    moveClock(time);
    workspace.changes.apply(changes, marta);
  };
  const edit = (title: string, fields: object): Change => ({
    kind: 'task',
    operation: 'update',
    fields: { id: task(title), ...fields },
  });

  step('18:04', edit('Portrait retouching', { status: 'done' }));
  step(
    '18:09',
    edit('Product page copy', { dueDate: '2027-01-11', labels: ['copy'] }),
    edit('Order e-mails', { dueDate: '2027-01-11', labels: ['copy'] }),
  );
  step('18:10', edit('Order e-mails', { blockedBy: [task('Product page copy')] }));
  step('18:18', edit('VAT documents', { recurrence: 'FREQ=MONTHLY;INTERVAL=3' }));
  step('18:24', { kind: 'task', operation: 'delete', id: task('Window envelope') });
  step('18:25', { kind: 'task', operation: 'delete', id: task('Ask two printers') });
  step('18:31', {
    kind: 'project',
    operation: 'delete',
    id: idOf(archived, (item) => item.name, 'Harvest postcards'),
  });
  step('18:40', edit('Staging access', { status: 'in_progress', priority: 'medium' }));
}
