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
