import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

test('every screen is reached by two keys', async ({ app }) => {
  const marta = new Desk(app);
  // An empty screen puts the cursor into its first field, where keys are letters.
  await app.call('tasks.create', { title: 'Call Rossi' });
  await app.page.reload();
  await expect(marta.main.getByRole('heading', { level: 1 })).toBeVisible();
  for (const [key, heading] of [
    ['t', 'Tasks'],
    ['p', 'Projects'],
    ['n', 'Notes'],
    ['a', 'Activity'],
    ['s', 'Settings'],
    ['h', /^Good /u],
  ] as const) {
    await marta.page.keyboard.press('g');
    await marta.page.keyboard.press(key);
    await expect(marta.main.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
  }
});

test('a task is written, found and completed without the mouse', async ({ app }) => {
  const marta = new Desk(app);
  await marta.goTo('Tasks');
  await marta.addTask('Call Rossi tomorrow at 10, high', 'Call Rossi');
  const found = await marta.find('rossi');
  await expect(found.filter({ hasText: 'Call Rossi' })).toHaveAttribute('aria-selected', 'true');
  await marta.page.keyboard.press('Enter');
  await expect(marta.taskPanel.getByRole('textbox', { name: 'Title' })).toHaveValue('Call Rossi');
  await marta.page.keyboard.press('Escape');
  await expect(marta.taskPanel).toBeHidden();
});

test('a working day goes by without the mouse', async ({ app }) => {
  const marta = new Desk(app);
  const { keyboard } = app.page;
  await app.call('projects.create', { name: 'Wine shop relaunch' });
  await app.call('notes.create', { title: 'Shipping rules', content: 'Zones and rates' });
  await app.page.reload();
  await expect(marta.main.getByRole('heading', { level: 1 })).toBeVisible();
  const palette = app.page.getByRole('dialog', { name: 'Search and commands' });
  const toasts = app.page.getByRole('region', { name: /Notices/u });

  // A task, from Home.
  await keyboard.press('n');
  const field = app.page.getByRole('dialog', { name: 'New task' }).getByRole('combobox');
  await expect(field).toBeFocused();
  await keyboard.type('Call Rossi tomorrow at 10 !high');
  await keyboard.press('Enter');
  await expect(toasts.getByText('“Call Rossi”')).toBeVisible();
  await expect(app.page.getByRole('dialog')).toBeHidden();

  // Tasks: to its row, open, a new title.
  await keyboard.press('g');
  await keyboard.press('t');
  await expect(marta.main.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible();
  await expect(marta.task('Call Rossi')).toBeVisible();
  await keyboard.press('j');
  await expect(marta.task('Call Rossi')).toBeFocused();
  await keyboard.press('Enter');
  const title = marta.taskPanel.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue('Call Rossi');
  await palettePick(app.page, 'low prio', 'Low priority');
  await expect(marta.taskPanel.getByText('Low', { exact: true })).toBeVisible();
  await keyboard.press('ControlOrMeta+z');
  await expect(marta.taskPanel.getByText('High', { exact: true })).toBeVisible();

  // Into another project, by a choice within the palette.
  await palettePick(app.page, 'move', 'Move to a project');
  await expect(palette.getByRole('option', { name: 'Wine shop relaunch' })).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(marta.taskPanel.getByText('Wine shop relaunch').first()).toBeVisible();

  // Done, undone, done again.
  await keyboard.press('Escape');
  await expect(marta.taskPanel).toBeHidden();
  await expect(marta.task('Call Rossi')).toBeFocused();
  await keyboard.press('x');
  await expect(toasts.getByText(/“Call Rossi” (?:completed|done)/u)).toBeVisible();
  await expect(marta.task('Call Rossi')).toBeHidden();
  await keyboard.press('ControlOrMeta+z');
  await expect(toasts.getByText(/^Undone: “Call Rossi”/u)).toBeVisible();
  await expect(marta.task('Call Rossi')).toBeVisible();
  await keyboard.press('ControlOrMeta+Shift+z');
  await expect(toasts.getByText(/^Done again: “Call Rossi”/u)).toBeVisible();
  await expect(marta.task('Call Rossi')).toBeHidden();

  // A note by the palette, and back to the task by what was opened last.
  await palettePick(app.page, 'shipp', 'Shipping rules');
  await expect(marta.main.getByRole('textbox', { name: 'Title' })).toHaveValue('Shipping rules');
  await keyboard.press('ControlOrMeta+k');
  await expect(
    palette.getByRole('group', { name: 'Recent' }).getByRole('option', { name: 'Call Rossi' }),
  ).toBeVisible();
  await keyboard.press('Escape');
  await expect(palette).toBeHidden();

  // Every key, and out again.
  await keyboard.press('g');
  await keyboard.press('h');
  await expect(marta.main.getByRole('heading', { name: /^Good /u, level: 1 })).toBeVisible();
  await keyboard.press('?');
  const sheet = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('searchbox')).toBeFocused();
  await keyboard.type('undo');
  await expect(sheet.getByText('Undo', { exact: true })).toBeVisible();
  await expect(sheet.getByText('Search and commands', { exact: true })).toBeHidden();
  await keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('Enter in the palette runs what belongs to the words, however fast it comes', async ({ app }) => {
  const marta = new Desk(app);
  for (const title of ['Alpha plan', 'Beta plan', 'Gamma plan']) await app.call('notes.create', { title });
  await app.page.reload();
  await expect(marta.main.getByRole('heading', { level: 1 })).toBeVisible();
  for (const [words, title] of [
    ['alpha', 'Alpha plan'],
    ['beta', 'Beta plan'],
    ['gamma', 'Gamma plan'],
  ] as const) {
    await app.page.keyboard.press('ControlOrMeta+k');
    await expect(app.page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    // No pause between the last letter and Enter.
    await app.page.keyboard.type(words);
    await app.page.keyboard.press('Enter');
    await expect(marta.main.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
    await expect(app.page.getByRole('dialog')).toBeHidden();
  }
});

test('the focus comes back to where a dialog was opened from', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('tasks.create', { title: 'Call Rossi' });
  await app.page.reload();
  await marta.goTo('Tasks');
  await marta.task('Call Rossi').focus();
  for (const keys of ['ControlOrMeta+k', '?', 'n']) {
    await app.page.keyboard.press(keys);
    await expect(app.page.getByRole('dialog')).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog')).toBeHidden();
    await expect(marta.task('Call Rossi')).toBeFocused();
  }
  await app.page.keyboard.press('Enter');
  await expect(marta.taskPanel).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(marta.taskPanel).toBeHidden();
  await expect(marta.task('Call Rossi')).toBeFocused();
});

test('the key of the palette closes it, too, and opens it again at once', async ({ app }) => {
  const palette = app.page.getByRole('dialog', { name: 'Search and commands' });
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(palette).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await app.page.keyboard.type('shipp');
  // No pause: it still fades, and starts anew.
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.keyboard.press('ControlOrMeta+k');
  await expect(palette).toHaveAttribute('data-state', 'open');
  await expect(palette.getByRole('combobox')).toHaveValue('');
  await expect(palette.getByRole('combobox')).toBeFocused();
});

test('single keys are letters while a text is written, and nothing behind a dialog', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('tasks.create', { title: 'Call Rossi' });
  await app.page.reload();
  await marta.createNote('Keys');
  await marta.noteText.pressSequentially('n [ ? gt x 1');
  await expect(marta.noteText).toContainText('n [ ? gt x 1');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await expect(marta.main.getByRole('textbox', { name: 'Title' })).toHaveValue('Keys');
  await app.page.keyboard.press('ControlOrMeta+k');
  const input = app.page.getByRole('dialog').getByRole('combobox');
  await expect(input).toBeFocused();
  await app.page.keyboard.type('n?[');
  await expect(input).toHaveValue('n?[');
  await expect(app.page.getByRole('dialog')).toHaveCount(1);
});

test('a change that came in since is not undone over, and the one before it still can be', async ({ app }) => {
  const marta = new Desk(app);
  await marta.goTo('Tasks');
  await marta.addTask('Old idea today', 'Old idea');
  await marta.addTask('Call Rossi today', 'Call Rossi');
  const found = await app.call('tasks.list', { text: 'rossi' });
  const [task] = found['items'] as { id: string }[];
  // A script has come in between.
  await app.call('tasks.update', { id: task?.id, title: 'Call Rossi and Bianchi' });
  await expect(marta.task('Call Rossi and Bianchi')).toBeVisible();
  await marta.main.getByRole('heading', { name: 'Tasks', level: 1 }).click();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(app.page.getByText(/cannot be undone: “Call Rossi.*was changed since/u)).toBeVisible();
  await expect(marta.task('Call Rossi and Bianchi')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(marta.task('Old idea')).toBeHidden();
  await expect(marta.task('Call Rossi and Bianchi')).toBeVisible();
});

test('undo belongs to the text that has the focus, and to the workspace elsewhere', async ({ app }) => {
  const marta = new Desk(app);
  await marta.goTo('Tasks');
  await marta.addTask('Old idea today', 'Old idea');
  await marta.main.getByRole('heading', { name: 'Tasks', level: 1 }).click();
  await marta.page.keyboard.press('ControlOrMeta+z');
  await expect(marta.task('Old idea')).toBeHidden();
  await marta.createNote('Shipping');
  await marta.noteText.pressSequentially('Zones');
  await marta.page.keyboard.press('ControlOrMeta+z');
  await expect(marta.noteText).not.toContainText('Zones');
  await expect(marta.main.getByRole('textbox', { name: 'Title' })).toHaveValue('Shipping');
});

test('the chat and the search open and close by key', async ({ app }) => {
  const marta = new Desk(app);
  await marta.openChat();
  await marta.page.keyboard.press('ControlOrMeta+j');
  await expect(marta.chat).toBeHidden();
  await marta.find('');
  await expect(marta.page.getByRole('dialog')).toBeVisible();
  await marta.page.keyboard.press('Escape');
  await expect(marta.page.getByRole('dialog')).toBeHidden();
});

test('what is undone and done again: edits, comments, deletes with what hung on them', async ({ app }) => {
  const marta = new Desk(app);
  const { keyboard } = app.page;
  const { id: projectId } = await app.call('projects.create', { name: 'Wine shop relaunch' });
  const { id } = await app.call('tasks.create', { title: 'Call Rossi', projectId, priority: 'low' });
  await app.page.reload();
  await marta.goTo('Tasks');
  await marta.openTask('Call Rossi');
  const undo = (): Promise<void> => keyboard.press('ControlOrMeta+z');
  const redo = (): Promise<void> => keyboard.press('ControlOrMeta+Shift+z');
  const panel = marta.taskPanel;
  await marta.task('Call Rossi').focus();

  // By the keys of the open task.
  await keyboard.press('1');
  await expect(panel.getByText('High', { exact: true })).toBeVisible();
  await keyboard.press('2');
  await expect(panel.getByText('Medium', { exact: true })).toBeVisible();
  await undo();
  await expect(panel.getByText('High', { exact: true })).toBeVisible();
  await undo();
  await expect(panel.getByText('Low', { exact: true })).toBeVisible();
  await redo();
  await expect(panel.getByText('High', { exact: true })).toBeVisible();
  await redo();
  await expect(panel.getByText('Medium', { exact: true })).toBeVisible();

  // A comment, written by key; the empty field leaves undo to the workspace.
  const comment = panel.getByRole('textbox', { name: 'Comment' });
  await comment.fill('Paolo sends the contract on Friday.');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(panel.getByText('Paolo sends the contract on Friday.')).toBeVisible();
  await expect(comment).toHaveValue('');
  await undo();
  await expect(panel.getByText('Paolo sends the contract on Friday.')).toBeHidden();
  await redo();
  await expect(panel.getByText('Paolo sends the contract on Friday.')).toBeVisible();

  // The task goes with its comment, and both come back.
  await marta.task('Call Rossi').focus();
  await keyboard.press('Delete');
  await expect(marta.task('Call Rossi')).toBeHidden();
  await undo();
  await expect(marta.task('Call Rossi')).toBeVisible();
  const { items } = await app.call('comments.list', { taskId: id });
  expect(items).toHaveLength(1);

  // Something new ends what could be done again.
  await marta.task('Call Rossi').focus();
  await keyboard.press('3');
  await expect.poll(async () => (await app.call('tasks.get', { id }))['priority']).toBe('low');
  await redo();
  await expect(marta.task('Call Rossi')).toBeVisible();
});

/** Opens the palette, types, waits for a row to be the chosen one and takes it. */
async function palettePick(page: Page, words: string, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
}

test('what has the focus is to be seen', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('tasks.create', { title: 'Call Rossi' });
  await app.page.reload();
  await expect(marta.main.getByRole('heading', { level: 1 })).toBeVisible();
  for (let step = 0; step < 11; step += 1) {
    await app.page.keyboard.press('Tab');
    const isMarked = await app.page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return false;
      const marks = [focused, ...focused.querySelectorAll('*')].flatMap((element) =>
        [null, '::after', '::before'].map((part) => getComputedStyle(element, part)),
      );
      return marks.some(
        ({ outlineStyle, outlineWidth, boxShadow }) =>
          (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      );
    });
    expect(isMarked, `tab ${step + 1}`).toBe(true);
  }
});
