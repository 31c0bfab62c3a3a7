import { type AppUnderTest, expect, test } from './app.ts';
import { Desk } from './desk.ts';

const day = (offset: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + offset);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};

async function tasks(app: AppUnderTest, list: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const task of list) ids.push((await app.call('tasks.create', task)).id);
  return ids;
}

/** A studio with two projects and tasks in both. */
async function studio(app: AppUnderTest): Promise<Desk> {
  const rossi = await app.call('clients.create', { name: 'Rossi Vini', color: 1 });
  const shop = await app.call('projects.create', { name: 'Wine shop', clientId: rossi.id, color: 1 });
  const tin = await app.call('projects.create', { name: 'Tea tin', color: 4 });
  await tasks(app, [
    { title: 'Revised quote', projectId: shop.id, priority: 'high', dueDate: day(-2), labels: ['money'] },
    { title: 'Shipping rules', projectId: shop.id, priority: 'high', dueDate: day(0), labels: ['checkout', 'tax'] },
    { title: 'Shipping photos', projectId: shop.id, priority: 'low', dueDate: day(0), labels: ['checkout'] },
    { title: 'Lid sketch', projectId: tin.id, priority: 'high', dueDate: day(30), labels: ['print'] },
    { title: 'VAT documents', priority: 'medium', labels: ['tax'], description: '- [x] Bank\n- [ ] Invoices' },
  ]);
  const marta = new Desk(app);
  await marta.goTo('Tasks');
  await expect(marta.task('Revised quote')).toBeVisible();
  return marta;
}

test('filters, grouping, order and words combine, and are there after a reload', async ({ app }) => {
  const marta = await studio(app);
  await expect(marta.listedTasks()).resolves.toEqual([
    'Overdue:',
    'Revised quote',
    'Today:',
    'Shipping rules',
    'Shipping photos',
    'Later:',
    'Lid sketch',
    'No date:',
    'VAT documents',
  ]);
  await marta.setFilter('Priority', 'high');
  await expect(marta.task('Shipping photos')).toBeHidden();
  await marta.setFilter('Group', 'project');
  await marta.setFilter('Sort', 'newest');
  const expected = ['Tea tin:', 'Lid sketch', 'Wine shop:', 'Shipping rules', 'Revised quote'];
  await expect.poll(() => marta.listedTasks()).toEqual(expected);
  await marta.page.keyboard.press('/');
  await marta.page.keyboard.type('ship');
  await expect.poll(() => marta.listedTasks()).toEqual(['Wine shop:', 'Shipping rules']);
  await marta.page.reload();
  await expect.poll(() => marta.listedTasks()).toEqual(['Wine shop:', 'Shipping rules']);
  await expect(marta.main.getByRole('textbox', { name: 'Find in these tasks' })).toHaveValue('ship');
  await marta.main.getByRole('button', { name: 'End the search' }).click();
  await expect.poll(() => marta.listedTasks()).toEqual(expected);
  await marta.main.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(marta.task('Shipping photos')).toBeVisible();
});

test('an address with nonsense in it shows the usual list', async ({ app }) => {
  const marta = await studio(app);
  await marta.page.evaluate(() => {
    location.hash = '#/tasks?status=maybe&due=tomorrow..&group=colour&sort=7&task=none&label=&view=..%2F..';
  });
  await marta.page.reload();
  await expect(marta.task('Revised quote')).toBeVisible();
  await expect(marta.main.getByRole('button', { name: 'Status open' })).toBeVisible();
});

test('a label is found among the labels and narrows the list', async ({ app }) => {
  const marta = await studio(app);
  await marta.setFilter('Label', 'tax');
  await expect.poll(() => marta.listedTasks()).toEqual(['Today:', 'Shipping rules', 'No date:', 'VAT documents']);
  await marta.setFilter('Project', 'Wine shop');
  await expect.poll(() => marta.listedTasks()).toEqual(['Today:', 'Shipping rules']);
  await marta.setFilter('Priority', 'low');
  await expect(marta.main.getByRole('heading', { name: 'No task matches' })).toBeVisible();
  await marta.main.getByRole('button', { name: 'Show all open tasks' }).click();
  await expect(marta.task('Lid sketch')).toBeVisible();
});

test('a row says how far its checklist is', async ({ app }) => {
  const marta = await studio(app);
  await expect(marta.task('VAT documents')).toHaveAccessibleName(/1 of 2 done/u);
});

test('a group is folded, stays so after a reload, and opens again', async ({ app }) => {
  const marta = await studio(app);
  await marta.main.getByRole('button', { name: /^Today/u }).click();
  await expect(marta.task('Shipping rules')).toBeHidden();
  await marta.page.reload();
  await expect(marta.task('Revised quote')).toBeVisible();
  await expect(marta.task('Shipping rules')).toBeHidden();
  await marta.main.getByRole('button', { name: /^Today/u }).click();
  await expect(marta.task('Shipping rules')).toBeVisible();
});

test('filters are saved as a view, found again, changed, renamed and deleted', async ({ app }) => {
  const marta = await studio(app);
  const menu = marta.main.getByRole('button', { name: /^Views?\b/u });
  const choose = async (item: string | RegExp): Promise<void> => {
    await menu.click();
    await marta.page.getByRole('menuitem', { name: item }).click();
  };
  await marta.setFilter('Label', 'tax');
  await choose('Save as a view');
  const dialog = marta.page.getByRole('dialog', { name: 'Save as a view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Tax season');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(menu).toContainText('Tax season');

  await choose('Show all open tasks');
  await expect(marta.task('Lid sketch')).toBeVisible();
  await choose('Tax season');
  await expect.poll(() => marta.listedTasks()).toEqual(['Today:', 'Shipping rules', 'No date:', 'VAT documents']);
  await marta.page.reload();
  await expect(menu).toContainText('Tax season');

  await marta.setFilter('Priority', 'high');
  await expect(menu).toContainText('changed');
  await choose(/^Save changes/u);
  await expect(menu).not.toContainText('changed');
  await choose('Rename');
  await marta.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Urgent tax');
  await marta.page.keyboard.press('Enter');
  await expect(menu).toContainText('Urgent tax');

  await choose('Delete view');
  await expect(menu).not.toContainText('Urgent tax');
  await marta.page.keyboard.press('ControlOrMeta+z');
  await menu.click();
  await expect(marta.page.getByRole('menuitem', { name: 'Urgent tax' })).toBeVisible();
});

test('three tasks are edited at once and undone at once', async ({ app }) => {
  const marta = await studio(app);
  await marta.task('Shipping rules').click({ modifiers: ['ControlOrMeta'] });
  await marta.task('Lid sketch').click({ modifiers: ['Shift'] });
  await expect(marta.bulkBar).toContainText('3 selected');
  await marta.bulkBar.getByRole('button', { name: 'Labels' }).click();
  await marta.page.getByRole('combobox').fill('november');
  await marta.page.keyboard.press('Enter');
  await marta.page.keyboard.press('Escape');
  await expect(marta.task('Lid sketch')).toHaveAccessibleName(/november/u);
  await expect(marta.bulkBar).toContainText('3 selected');
  await marta.bulkBar.getByRole('button', { name: 'Priority' }).click();
  await marta.page.getByRole('option', { name: 'Medium' }).click();
  await expect(marta.page.getByText('3 tasks changed')).toBeVisible();
  await expect(marta.page.getByRole('option')).toHaveCount(0);
  await marta.setFilter('Priority', 'medium');
  await expect
    .poll(() => marta.listedTasks())
    .toEqual(['Today:', 'Shipping rules', 'Shipping photos', 'Later:', 'Lid sketch', 'No date:', 'VAT documents']);
  await marta.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => marta.listedTasks()).toEqual(['No date:', 'VAT documents']);
  await marta.setFilter('Priority', 'any');
  await expect(marta.task('Lid sketch')).toHaveAccessibleName(/november/u);
});

test('by key alone: three are selected, completed, brought back; all are selected and let go', async ({ app }) => {
  const marta = await studio(app);
  const { keyboard } = marta.page;
  await keyboard.press('j');
  await expect(marta.task('Revised quote')).toBeFocused();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect(marta.bulkBar).toContainText('3 selected');
  await keyboard.press('x');
  await expect.poll(() => marta.listedTasks()).toEqual(['Later:', 'Lid sketch', 'No date:', 'VAT documents']);
  await expect(marta.bulkBar).toBeHidden();
  await expect(marta.task('Lid sketch')).toBeFocused();
  await keyboard.press('ControlOrMeta+z');
  await expect(marta.task('Shipping photos')).toBeVisible();
  await keyboard.press('ControlOrMeta+a');
  await expect(marta.bulkBar).toContainText('5 selected');
  await keyboard.press('Escape');
  await expect(marta.bulkBar).toBeHidden();
  await keyboard.press('Delete');
  await expect(marta.task('Lid sketch')).toBeHidden();
  await expect(marta.page.locator(':focus')).toHaveAccessibleName(/^VAT documents/u);
});

test('tasks are put into an order by dragging and by key, and it stays', async ({ app }) => {
  const marta = await studio(app);
  await marta.setFilter('Sort', 'manual');
  await marta.setFilter('Group', 'status');
  const all = ['Revised quote', 'Shipping rules', 'Shipping photos', 'Lid sketch', 'VAT documents'];
  await expect.poll(() => marta.listedTasks()).toEqual(['To do:', ...all, 'In progress:']);
  const row = (title: string) => marta.page.locator('[data-task-row]').filter({ hasText: title });
  await row('Lid sketch').dragTo(row('Revised quote'), { targetPosition: { x: 200, y: 4 } });
  await expect
    .poll(() => marta.listedTasks())
    .toEqual([
      'To do:',
      'Lid sketch',
      'Revised quote',
      'Shipping rules',
      'Shipping photos',
      'VAT documents',
      'In progress:',
    ]);
  await row('Shipping photos').dragTo(marta.page.locator('[data-group="in_progress"]'));
  await expect
    .poll(() => marta.listedTasks())
    .toEqual([
      'To do:',
      'Lid sketch',
      'Revised quote',
      'Shipping rules',
      'VAT documents',
      'In progress:',
      'Shipping photos',
    ]);

  await marta.task('Shipping rules').focus();
  await marta.page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(() => marta.listedTasks())
    .toEqual([
      'To do:',
      'Lid sketch',
      'Shipping rules',
      'Revised quote',
      'VAT documents',
      'In progress:',
      'Shipping photos',
    ]);
  await expect(marta.task('Shipping rules')).toBeFocused();
  await marta.task('VAT documents').focus();
  await marta.page.keyboard.press('Alt+ArrowDown');
  const after = [
    'To do:',
    'Lid sketch',
    'Shipping rules',
    'Revised quote',
    'In progress:',
    'VAT documents',
    'Shipping photos',
  ];
  await expect.poll(() => marta.listedTasks()).toEqual(after);
  await marta.page.reload();
  await expect.poll(() => marta.listedTasks()).toEqual(after);
});

test('in a list that sorts itself a task moves to another day, and not within its own', async ({ app }) => {
  const marta = await studio(app);
  const row = (title: string) => marta.page.locator('[data-task-row]').filter({ hasText: title });
  await row('Revised quote').dragTo(row('Shipping photos'));
  await expect(marta.main.getByRole('button', { name: /^Overdue/u })).toBeHidden();
  await expect(marta.task('Revised quote')).toBeVisible();
  await marta.task('Shipping rules').focus();
  await row('Shipping rules').dragTo(row('Shipping photos'));
  await marta.page.getByRole('button', { name: 'Sort by hand' }).click();
  await expect(marta.main.getByRole('button', { name: 'Sort manual' })).toBeVisible();
});

test('many tasks in three groups are scrolled to their end, and past a folded one', async ({ app }) => {
  await app.call('tasks.create', { title: 'The very last one' });
  const marta = new Desk(app);
  await app.callMany(
    'tasks.create',
    Array.from({ length: 150 }, (_, index) => ({ title: `Task ${index}`, dueDate: day((index % 2) - 1) })),
  );
  await marta.goTo('Tasks');
  await expect(marta.main.getByRole('button', { name: /^Overdue/u })).toContainText('75');
  await marta.page.keyboard.press('j');
  await expect
    .poll(async () => {
      await marta.page.keyboard.press('End');
      return marta.task('The very last one').isVisible();
    })
    .toBe(true);

  // Nothing of the folded groups is read to get to what follows, and opening one reads it.
  await marta.page.reload();
  for (const group of [/^Overdue/u, /^Today/u]) await marta.main.getByRole('button', { name: group }).click();
  await marta.page.reload();
  await expect(marta.main.getByRole('button', { name: /^No date/u })).toContainText('1');
  await marta.main.getByRole('button', { name: /^Today/u }).click();
  await expect(marta.task('Task 1')).toBeVisible();
});
