import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type AppUnderTest, expect, test } from './app.ts';
import { Desk } from './desk.ts';

/** What no window can write: as a disk, or somebody with a tool, leaves it. */
async function damage(app: AppUnderTest, statement: string): Promise<void> {
  await app.quit();
  const database = new Database(join(app.workspace, 'adiuva.db'));
  database.exec(statement);
  database.close();
  await app.start();
}

test('a record that cannot be shown takes its list with it and nothing else, and comes back', async ({ app }) => {
  const marta = new Desk(app);
  const { id } = await app.call('tasks.create', { title: 'Call Rossi', dueDate: '2026-11-30' });
  await app.call('checkpoints.create', {
    title: 'Proofs',
    date: '2099-01-01',
    projectId: (await app.call('projects.create', { name: 'Wine shop relaunch' }))['id'],
  });
  await damage(app, "update tasks set due_date = 'not a day'");

  await marta.goTo('Tasks');
  const fault = marta.main.getByRole('alert');
  await expect(fault).toContainText('This screen could not be shown');
  await expect(fault).toContainText('Your data is not touched');
  // The window around it works.
  await expect(marta.main.getByRole('group', { name: 'Filters' })).toBeVisible();
  await marta.openChat();
  await marta.closeChat();
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(app.page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await marta.goTo('Home');
  await expect(marta.main.getByText('Proofs')).toBeVisible();
  await marta.goTo('Tasks');
  await expect(fault).toBeVisible();

  // Put right by a script meanwhile.
  await app.call('tasks.update', { id, dueDate: '2026-11-30' });
  await marta.main.getByRole('button', { name: 'Try again' }).click();
  await expect(marta.task('Call Rossi')).toBeVisible();
  await expect(fault).toHaveCount(0);
});

test('a task that cannot be shown breaks its panel, not the list beside it', async ({ app }) => {
  const marta = new Desk(app);
  const { id } = await app.call('tasks.create', { title: 'Old idea', status: 'done', dueDate: '2026-11-30' });
  await app.call('tasks.create', { title: 'Call Rossi' });
  await damage(app, "update tasks set due_date = 'not a day' where status = 'done'");
  await app.page.goto(new URL(`/tasks?task=${id}`, app.page.url()).href);
  await expect(marta.main.getByRole('alert')).toContainText('This could not be shown');
  await expect(marta.task('Call Rossi')).toBeVisible();
  // It can be closed, and another one in its place is shown.
  await marta.taskPanel.getByRole('button', { name: 'Close' }).click();
  await expect(marta.taskPanel).toBeHidden();
  await marta.openTask('Call Rossi');
  await expect(marta.main.getByRole('alert')).toHaveCount(0);
});

/** Today as the window has it, so that Home lists the task. */
const today = (app: AppUnderTest): Promise<string> => app.page.evaluate(() => new Date().toLocaleDateString('sv'));

test('what cannot be read says which query failed, and the rest of the screen goes on', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('tasks.create', { title: 'Call Rossi', dueDate: await today(app) });
  await app.call('notes.create', { title: 'Shipping rules' });
  await damage(app, "update tasks set labels = '{'");
  await expect(marta.main.getByRole('alert').filter({ hasText: 'Tasks could not be read' })).toBeVisible();
  await expect(marta.main.getByText('Shipping rules')).toBeVisible();
  await marta.goTo('Tasks');
  await expect(marta.main.getByText('tasks.list')).toBeVisible();
  await expect(marta.main.getByRole('button', { name: 'Copy details' })).toBeVisible();
  await marta.main.getByRole('button', { name: 'Try again' }).click();
  await expect(marta.main.getByRole('alert')).toContainText('Tasks could not be read');
  // Work elsewhere is not stopped by it.
  await marta.createNote('Still here');
});
