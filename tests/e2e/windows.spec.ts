import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

test('what one window changes, the other shows', async ({ app }) => {
  const [marta, other] = [new Desk(app), new Desk({ page: await app.openSecondWindow() })];
  await other.goTo('Tasks');
  await marta.addTask('Send the revised quote today', 'Send the revised quote');
  await expect(other.task('Send the revised quote')).toBeVisible();
  await other.completeTask('Send the revised quote');
  await marta.goTo('Tasks');
  await expect(marta.task('Send the revised quote')).toBeHidden();
});

test('a task deleted in one window while it is edited in the other: a sentence, and what was typed stays', async ({
  app,
}) => {
  const [marta, other] = [new Desk(app), new Desk({ page: await app.openSecondWindow() })];
  await marta.goTo('Tasks');
  await marta.addTask('Old idea today', 'Old idea');
  await marta.openTask('Old idea');
  await marta.taskPanel.getByRole('button', { name: 'Add a description' }).click();
  await marta.page.keyboard.type('Words that must not be lost');
  await other.goTo('Tasks');
  await other.openTask('Old idea');
  await other.taskPanel.getByRole('button', { name: 'More for this task' }).click();
  await other.page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(other.task('Old idea')).toBeHidden();
  await expect(marta.taskPanel.getByText(/deleted/u).first()).toBeVisible();
  await expect(marta.taskPanel.getByText('Words that must not be lost')).toBeVisible();
});

test('the theme is chosen for every window', async ({ app }) => {
  const second = await app.openSecondWindow();
  const marta = new Desk(app);
  await marta.goTo('Settings');
  await marta.main.getByRole('radio', { name: 'Dark' }).click();
  for (const page of [app.page, second]) await expect(page.locator('html')).toHaveClass(/dark/u);
});
