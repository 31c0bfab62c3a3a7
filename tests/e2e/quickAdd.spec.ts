import type { Locator, Page } from '@playwright/test';
import { type AppUnderTest, expect, test } from './app.ts';
import { Desk } from './desk.ts';

/** `YYYY-MM-DD` so many days from today. */
function day(offset: number): string {
  const date = new Date();
  date.setDate(date.getDate() + offset);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** Days from today to the next Monday; never today, so that the first Monday of a series is still to come. */
const toMonday = (7 - ((new Date().getDay() + 6) % 7)) % 7 || 7;

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'New task' });

/** N, wherever the user is, and the field that waits then. */
async function press(page: Page): Promise<Locator> {
  await page.keyboard.press('n');
  const field = dialogOf(page).getByRole('combobox', { name: 'New task' });
  await expect(field).toBeFocused();
  return field;
}

interface TaskAnswer {
  title: string;
  status: string;
  dueDate: string | null;
  dueTime: string | null;
  priority: string;
  labels: string[];
  recurrence: string | null;
}

async function tasks(app: AppUnderTest): Promise<TaskAnswer[]> {
  const answer = await app.call('tasks.list', { status: 'all', sort: 'created' });
  return answer['items'] as TaskAnswer[];
}

test('N adds a task from any screen, in three languages, and shows what it understood', async ({ app }) => {
  const marta = new Desk(app);
  const project = await app.call('projects.create', { name: 'Wine shop', color: 1 });
  const sentences = [
    { screen: 'Notes', text: 'Call Rossi tomorrow at 10:30 !high #calls @wine', chips: ['High', 'calls', 'Wine shop'] },
    { screen: 'Projects', text: 'Fattura ogni lunedì alle 9, alta', chips: ['Every week on Monday', 'High'] },
    { screen: 'Settings', text: 'Rossi übermorgen um 15 Uhr anrufen #büro', chips: ['büro'] },
  ] as const;
  for (const { screen, text, chips } of sentences) {
    await marta.goTo(screen);
    await expect(marta.main).toBeVisible();
    const field = await press(marta.page);
    await field.pressSequentially(text);
    for (const chip of chips) await expect(dialogOf(marta.page).getByText(chip, { exact: true }).last()).toBeVisible();
    // A name that the list goes on from is taken first.
    await field.press('Enter');
    if (text.endsWith('@wine')) await field.press('Enter');
    await expect(dialogOf(marta.page)).toBeHidden();
  }
  await expect
    .poll(async () => (await tasks(app)).toReversed())
    .toMatchObject([
      {
        title: 'Call Rossi',
        dueDate: day(1),
        dueTime: '10:30',
        priority: 'high',
        labels: ['calls'],
        projectId: project.id,
      },
      {
        title: 'Fattura',
        dueDate: day(toMonday),
        dueTime: '09:00',
        priority: 'high',
        recurrence: 'FREQ=WEEKLY;BYDAY=MO',
      },
      { title: 'Rossi anrufen', dueDate: day(2), dueTime: '15:00', labels: ['büro'] },
    ]);
});

test('words that are not meant stay in the title', async ({ app }) => {
  const marta = new Desk(app);
  await marta.goTo('Notes');
  const field = await press(marta.page);
  await field.pressSequentially('Read about tomorrow #1 #draft');
  await dialogOf(marta.page).getByRole('button', { name: 'This is not its date' }).click();
  await dialogOf(marta.page).getByRole('button', { name: '“draft” is not a label' }).click();
  await expect(field).toBeFocused();
  await field.press('Enter');
  await expect
    .poll(() => tasks(app))
    .toMatchObject([{ title: 'Read about tomorrow #1 #draft', dueDate: null, labels: [] }]);
});

test('an Esc by accident loses nothing; names complete by key; Ctrl and Enter opens the task', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('projects.create', { name: 'Wine shop relaunch', color: 1 });
  await app.call('tasks.create', { title: 'Old', labels: ['big money'] });
  await marta.goTo('Tasks');
  let field = await press(marta.page);
  await field.pressSequentially('Corks #bi');
  const list = dialogOf(marta.page).getByRole('listbox', { name: 'Labels' });
  await expect(list.getByRole('option', { name: 'big money' })).toBeVisible();
  // The first Esc is the list's, the second the dialog's.
  await field.press('Escape');
  await expect(list).toBeHidden();
  await field.press('Escape');
  await expect(dialogOf(marta.page)).toBeHidden();

  field = await press(marta.page);
  await expect(field).toHaveValue('Corks #bi');
  await field.press('End');
  await field.press('Tab');
  await expect(field).toHaveValue('Corks #"big money" ');
  await field.pressSequentially('@win');
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(field).toHaveValue('Corks #"big money" @"Wine shop relaunch" ');
  await field.press('ControlOrMeta+Enter');
  await expect(dialogOf(marta.page)).toBeHidden();
  await expect(marta.taskPanel.getByRole('textbox', { name: 'Title' })).toHaveValue('Corks');
  await expect(marta.taskPanel.getByText('big money')).toBeVisible();
  // Nothing is left of it in the next one.
  await marta.page.keyboard.press('Escape');
  field = await press(marta.page);
  await expect(field).toHaveValue('');
});

test('completing a weekly task brings the next one; undo takes it back, redo brings it again', async ({ app }) => {
  const marta = new Desk(app);
  await marta.goTo('Notes');
  const field = await press(marta.page);
  await field.fill('Send the invoices every Monday');
  await field.press('Enter');
  await marta.goTo('Tasks');
  await expect(marta.task('Send the invoices')).toBeVisible();
  const open = async (): Promise<string[]> =>
    (await tasks(app)).filter((task) => task.status !== 'done').map((task) => String(task.dueDate));
  expect(await open()).toEqual([day(toMonday)]);

  await marta.completeTask('Send the invoices');
  await expect.poll(open).toEqual([day(toMonday + 7)]);
  await expect(marta.task('Send the invoices')).toBeVisible();
  await marta.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(open).toEqual([day(toMonday)]);
  await marta.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(open).toEqual([day(toMonday + 7)]);
});

test('how a task repeats is set in its panel, in words', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('tasks.create', { title: 'Back up', dueDate: '2027-01-31' });
  await marta.goTo('Tasks');
  await marta.openTask('Back up');
  const repeat = marta.taskPanel.getByRole('button', { name: /^Repeat:/u });
  await expect(repeat).toHaveText('Does not repeat');
  await repeat.click();
  const choices = marta.page.getByRole('dialog', { name: 'Repeat' });
  await choices.getByRole('button', { name: 'Every month on the last day' }).click();
  await expect(repeat).toHaveText('Every month on the last day');
  await expect.poll(() => tasks(app)).toMatchObject([{ recurrence: 'FREQ=MONTHLY;BYMONTHDAY=-1' }]);

  await repeat.click();
  await expect(choices.getByText(/^Next: .*28.*31.*30/u)).toBeVisible();
  await choices.getByRole('button', { name: 'Other…' }).click();
  await choices.getByRole('spinbutton', { name: 'How many' }).fill('2');
  await choices.getByRole('combobox', { name: 'Days, weeks, months or years' }).click();
  await marta.page.getByRole('option', { name: 'weeks' }).click();
  await choices.getByRole('button', { name: 'Mon' }).click();
  await choices.getByRole('button', { name: 'Set' }).click();
  await expect(repeat).toHaveText('Every 2 weeks on Mon and Sun');
});
