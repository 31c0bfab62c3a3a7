import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

function trashOf(page: Page) {
  const main = page.getByRole('main');
  const list = main.getByRole('list', { name: 'What was deleted, the last first' });
  return {
    list,
    item: (title: string) => list.getByRole('listitem').filter({ hasText: title }),
    open: async () => {
      await page.getByRole('link', { name: 'Settings', exact: true }).click();
      await main.getByRole('link', { name: 'Trash' }).click();
      await expect(main.getByRole('heading', { name: 'Trash', level: 1 })).toBeAttached();
    },
  };
}

test('a project is deleted with its tasks and comes back from the trash whole', async ({ app }) => {
  const desk = new Desk(app);
  const { page } = app;
  const trash = trashOf(page);
  await desk.createClient('Rossi Vini');
  await desk.createProject('Wine shop relaunch', { client: 'Rossi Vini' });
  const projectId = new URL(page.url()).pathname.split('/').at(-1);
  const blocker = await app.call('tasks.create', { title: 'Age check', projectId, labels: ['legal'] });
  const task = await app.call('tasks.create', { title: 'Checkout', projectId, blockedBy: [blocker.id] });
  await app.call('comments.create', { taskId: task.id, body: 'Ask the lawyer first.' });
  await app.call('checkpoints.create', { title: 'Soft launch', date: '2026-12-01', projectId });
  const note = await app.call('notes.create', { title: 'Shipping rules', projectId });

  await test.step('deleting says what goes with it', async () => {
    await page.getByRole('button', { name: 'More for Wine shop relaunch' }).click();
    await page.getByRole('menuitem', { name: 'Delete project' }).click();
    await expect(
      page.getByText('“Wine shop relaunch” deleted, with its 2 tasks and checkpoints. Its notes stay.'),
    ).toBeVisible();
  });

  await trash.open();
  const item = trash.item('Wine shop relaunch');
  await expect(item).toContainText('with 4 tasks, comments and checkpoints');
  await expect(item).toContainText('30 days left');
  await expect(trash.list.getByRole('listitem')).toHaveCount(1);

  await item.getByRole('button', { name: 'Restore Wine shop relaunch' }).click();
  await expect(page.getByText('“Wine shop relaunch” restored')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();

  await test.step('all of it is there again', async () => {
    const back = await app.call('tasks.get', { id: task.id });
    expect(back['blockedBy']).toEqual([blocker.id]);
    expect((await app.call('tasks.get', { id: blocker.id }))['labels']).toEqual(['legal']);
    expect((await app.call('notes.get', { id: note.id }))['projectId']).toBe(projectId);
    await desk.openProject('Wine shop relaunch');
    await expect(desk.task('Checkout')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Edit “Soft launch”' })).toBeVisible();
    await desk.openTask('Checkout');
    await expect(desk.taskPanel.getByText('Ask the lawyer first.')).toBeVisible();
  });

  await test.step('and restoring can be undone as one step', async () => {
    await page.getByRole('link', { name: 'Activity', exact: true }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'restored the project Wine shop relaunch' }).first();
    await row.getByRole('button', { name: /^Undo: / }).click();
    await trash.open();
    await expect(trash.item('Wine shop relaunch')).toBeVisible();
  });
});

test('several are chosen, found by kind and words, and deleted for good after a question', async ({ app }) => {
  const { page } = app;
  const trash = trashOf(page);
  for (const title of ['Old task', 'Another old task', 'Keep this one']) {
    const task = await app.call('tasks.create', { title });
    await app.call('tasks.delete', { id: task.id });
  }
  const note = await app.call('notes.create', { title: 'Old note' });
  await app.call('notes.delete', { id: note.id });
  await trash.open();
  await expect(trash.list.getByRole('listitem')).toHaveCount(4);

  await page.getByRole('button', { name: 'Kind' }).click();
  await page.getByRole('menuitemradio', { name: 'Task' }).click();
  await expect(trash.item('Old note')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Find in the trash' }).fill('old');
  await expect(trash.list.getByRole('listitem')).toHaveCount(2);

  await test.step('the safe button has the focus, and Esc is that button', async () => {
    await page.getByRole('checkbox', { name: 'Select Old task' }).click();
    await page.getByRole('button', { name: 'Select all' }).click();
    await page.getByRole('button', { name: 'Delete for good', exact: true }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Delete 2 for good?' });
    await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(trash.list.getByRole('listitem')).toHaveCount(2);
  });

  await page.getByRole('button', { name: 'Delete for good', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('2 deleted for good')).toBeVisible();
  await page.getByRole('button', { name: 'Show all of it' }).click();
  await expect(trash.list.getByRole('listitem')).toHaveCount(2);

  await page.getByRole('button', { name: 'Empty trash' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
});

test('by key alone: rows are moved through, chosen and restored', async ({ app }) => {
  const { page } = app;
  const trash = trashOf(page);
  for (const title of ['First', 'Second']) {
    const task = await app.call('tasks.create', { title });
    await app.call('tasks.delete', { id: task.id });
  }
  await trash.open();
  await page.getByRole('checkbox', { name: 'Select Second' }).focus();
  await page.keyboard.press('j');
  await expect(page.getByRole('checkbox', { name: 'Select First' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Select First' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: 'Select First' })).not.toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“First” restored')).toBeVisible();
  await expect(trash.list.getByRole('listitem')).toHaveCount(1);
});

test('what could not come back is said: a task whose project is gone for good, a client with its projects', async ({
  app,
}) => {
  const { page } = app;
  const trash = trashOf(page);
  const client = await app.call('clients.create', { name: 'Rossi Vini' });
  const kept = await app.call('projects.create', { name: 'Identity', clientId: client.id });
  const project = await app.call('projects.create', { name: 'Wine shop relaunch' });
  const task = await app.call('tasks.create', { title: 'Age check', projectId: project.id });
  await app.call('tasks.delete', { id: task.id });
  await app.call('projects.delete', { id: project.id });
  await app.call('clients.delete', { id: client.id });
  expect((await app.call('projects.get', { id: kept.id }))['clientId']).toBeNull();

  await trash.open();
  await page.getByRole('button', { name: 'Delete Wine shop relaunch for good' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(trash.item('Wine shop relaunch')).toHaveCount(0);
  await page.getByRole('button', { name: 'Restore Age check' }).click();
  await expect(
    page.getByText('“Age check” restored, without 1 link to what is gone: Project of “Age check”'),
  ).toBeVisible();
  expect((await app.call('tasks.get', { id: task.id }))['projectId']).toBeNull();

  await page.getByRole('button', { name: 'Restore Rossi Vini' }).click();
  await expect(page.getByText('“Rossi Vini” restored')).toBeVisible();
  expect((await app.call('projects.get', { id: kept.id }))['clientId']).toBe(client.id);
});
