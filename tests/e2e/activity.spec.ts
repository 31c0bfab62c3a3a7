import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

/** The screen of everything that happened. */
function activityOf(page: Page) {
  const main = page.getByRole('main');
  const list = main.getByRole('list', { name: 'What happened, newest first' });
  return {
    list,
    rows: list.getByRole('button', { expanded: false }).or(list.getByRole('button', { expanded: true })),
    row: (words: string | RegExp) => list.getByRole('listitem').filter({ hasText: words }).first(),
    count: main.getByRole('group', { name: 'Filters' }).getByRole('status'),
    open: async () => {
      await page.getByRole('link', { name: 'Activity', exact: true }).click();
      await expect(main.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
    },
  };
}

test('an edit is listed with who and what, opens on its fields before and after, and is undone there', async ({
  app,
}) => {
  const desk = new Desk(app);
  const activity = activityOf(app.page);
  const task = await app.call('tasks.create', { title: 'Age check on the first visit', priority: 'high' });
  await app.call('tasks.update', { id: task.id, priority: 'medium', labels: ['checkout', 'legal'] });

  await activity.open();
  const row = activity.row('changed 2 fields of Age check on the first visit');
  await expect(row).toContainText('You');
  await row.getByRole('button', { expanded: false }).click();
  await expect(row.locator('del').first()).toHaveText('High');
  await expect(row.locator('ins').first()).toHaveText('Medium');
  await expect(row.getByText('checkout, legal')).toBeVisible();

  await row.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(activity.row('undid a change of Age check on the first visit')).toBeVisible();
  await expect(row).toContainText('Undone');
  expect((await app.call('tasks.get', { id: task.id }))['priority']).toBe('high');

  await test.step('and done again from the row of the undo', async () => {
    await activity
      .row('undid a change of')
      .getByRole('button', { name: /^Redo: / })
      .click();
    await expect(row).not.toContainText('Undone');
    expect((await app.call('tasks.get', { id: task.id }))['priority']).toBe('medium');
  });

  await test.step('and opened', async () => {
    await row.getByRole('button', { name: 'Open task' }).click();
    await expect(desk.taskPanel.getByRole('textbox', { name: 'Title' })).toHaveValue('Age check on the first visit');
  });
});

test('what was changed again since is not undone over', async ({ app }) => {
  const activity = activityOf(app.page);
  const task = await app.call('tasks.create', { title: 'Call Rossi' });
  await app.call('tasks.update', { id: task.id, priority: 'high' });
  await app.call('tasks.update', { id: task.id, priority: 'low' });
  await activity.open();
  const row = activity.row('set priority to high');
  await row.getByRole('button', { expanded: false }).click();
  await expect(row.getByText('This was changed again since, so it cannot be undone as a whole.')).toBeVisible();
  await expect(row.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await row.getByRole('button', { name: /^Undo: / }).click();
  await expect(app.page.getByText(/was changed again since/u).last()).toBeVisible();
  expect((await app.call('tasks.get', { id: task.id }))['priority']).toBe('low');
});

test('filters narrow the list, stay in the address, and go with a cross', async ({ app }) => {
  const activity = activityOf(app.page);
  const { page } = app;
  const project = await app.call('projects.create', { name: 'Wine shop relaunch' });
  await app.call('tasks.create', { title: 'Age check', projectId: project.id });
  await app.call('notes.create', { title: 'Call with Nordlys' });
  await activity.open();
  await expect(activity.row('added the note Call with Nordlys')).toBeVisible();
  const filters = page.getByRole('group', { name: 'Filters' });

  await filters.getByRole('button', { name: 'Project' }).click();
  await page.getByRole('option', { name: 'Wine shop relaunch' }).click();
  await expect(activity.row('added the note Call with Nordlys')).toHaveCount(0);
  await expect(activity.row('added Age check')).toBeVisible();
  await expect(activity.count).toContainText(' of ');

  await filters.getByRole('button', { name: /^What/u }).first().click();
  await page.getByRole('menuitemradio', { name: 'changes of tasks' }).click();
  await expect(activity.row('added the project Wine shop relaunch')).toHaveCount(0);
  await expect(activity.row('added Age check')).toBeVisible();

  await page.reload();
  await expect(activity.row('added Age check')).toBeVisible();
  await expect(activity.row('added the note')).toHaveCount(0);

  await filters.getByRole('button', { name: 'Remove the filter What' }).click();
  await filters.getByRole('button', { name: 'Remove the filter Project' }).click();
  await expect(activity.row('added the note Call with Nordlys')).toBeVisible();

  await filters.getByRole('button', { name: /^Who/u }).first().click();
  await page.getByRole('menuitemradio', { name: 'any agent' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await expect(activity.row('added Age check')).toBeVisible();
});

test('the list is exported as a file that a spreadsheet reads and does not run', async ({ app }) => {
  const activity = activityOf(app.page);
  const { page } = app;
  await app.call('tasks.create', { title: '=HYPERLINK("https://evil.example")' });
  await app.call('tasks.create', { title: 'Two, words "quoted"' });
  await activity.open();
  await expect(activity.row('added Two, words')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Adiuva activity \d{4}-\d{2}-\d{2}\.csv$/u);
  const path = join(app.home, 'activity.csv');
  await download.saveAs(path);
  const text = await readFile(path, 'utf8');
  expect(text.split('\r\n')[0]).toBe('time,who,what,kind,title,project,conversation,changes');
  expect(text).toContain('"Two, words ""quoted"""');
  expect(text).not.toMatch(/(?:^|,)"?=HYPERLINK/mu);
  await expect(page.getByText('rows exported')).toBeVisible();
});

test('more rows than a page: the end is reached by key, and what happens meanwhile comes on top', async ({ app }) => {
  const activity = activityOf(app.page);
  const { page } = app;
  const created = await app.call('tasks.create', { title: 'First of all' });
  await app.callMany(
    'tasks.update',
    Array.from({ length: 260 }, (_, index) => ({ id: created.id, title: `Step ${index}` })),
  );
  await activity.open();
  await expect(activity.row('renamed Step 259')).toBeVisible();
  // Keys move; pages come as the end comes near.
  await activity.list.getByRole('button', { expanded: false }).first().focus();
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(activity.row('added First of all')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(activity.count).toContainText('261');
  await page.keyboard.press('Home');
  await app.call('tasks.update', { id: created.id, title: 'Another window' });
  await expect(activity.row('renamed Another window')).toBeVisible();
});

test('what the assistant ran and proposed is listed, with its conversation', async ({ app }) => {
  const desk = new Desk(app);
  const activity = activityOf(app.page);
  await app.call('notes.create', { title: 'Shipping rules', content: 'Norway takes wine by road.' });
  await desk.openChat();
  await desk.ask('call Rossi tomorrow, high');
  await desk.closeChat();
  await activity.open();
  const suggested = activity.row(/suggested /u);
  await expect(suggested).toContainText('Pending');
  await app.page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: /^What/u }).first().click();
  await app.page.getByRole('menuitemradio', { name: 'tool runs and briefs' }).click();
  await expect(activity.row(/ran /u)).toBeVisible();
  await activity.row(/ran /u).getByRole('button', { expanded: false }).click();
  await activity
    .row(/ran /u)
    .getByRole('button', { name: /call Rossi/iu })
    .last()
    .click();
  await expect(desk.chat).toBeVisible();
});
