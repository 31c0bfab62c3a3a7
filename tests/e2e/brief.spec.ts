import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { type AppUnderTest, expect, test } from './app.ts';
import { Desk } from './desk.ts';

/** `YYYY-MM-DD` so many days from today, here. */
function day(offset: number): string {
  const date = new Date();
  date.setDate(date.getDate() + offset);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

async function addTasks(app: AppUnderTest): Promise<void> {
  await app.callMany('tasks.create', [
    { title: 'Send the quote', dueDate: day(-9) },
    { title: 'Check the proofs', dueDate: day(-8) },
    { title: 'Call Rossi', dueDate: day(0) },
    { title: 'Tidy the desk', status: 'done' },
  ]);
}

test('Marta reads the brief and the review, and goes back to the one before', async ({ app }) => {
  await addTasks(app);
  const marta = new Desk(app);
  await marta.main.getByRole('button', { name: 'Daily brief' }).click();
  await expect(marta.brief.getByRole('link', { name: 'Send the quote' })).toBeVisible();
  await marta.main.getByRole('button', { name: 'Weekly review' }).click();
  const review = marta.main.getByRole('region', { name: /^Weekly review/u });
  await expect(review.getByText('1 finished')).toBeVisible();
  await expect(review.getByText('Tidy the desk was finished')).toBeVisible();
  await expect(review.getByText(/^Send the quote was due/u)).toBeVisible();

  await review.getByRole('button', { name: 'Earlier briefs' }).click();
  await app.page.getByRole('menuitemradio', { name: 'Daily brief' }).click();
  await expect(marta.brief.getByText('Call Rossi is due today')).toBeVisible();
  await app.restart();
  await expect(marta.main.getByText('Tidy the desk was finished')).toBeVisible();

  const found = await marta.find('weekly review');
  await expect(found.filter({ hasText: 'Write the weekly review' })).toBeVisible();
});

test('what she dismisses goes, by mouse and by keyboard, and comes back with Undo', async ({ app }) => {
  await addTasks(app);
  const marta = new Desk(app);
  await marta.main.getByRole('button', { name: 'Daily brief' }).click();
  await marta.brief.getByText(/^Send the quote was due/u).hover();
  await marta.brief.getByRole('button', { name: 'Less of this: Send the quote' }).click();
  await expect(marta.brief.getByText('Send the quote')).toBeHidden();
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(marta.brief.getByText(/^Send the quote was due/u)).toBeVisible();

  const less = marta.brief.getByRole('button', { name: 'Less of this: Send the quote' });
  await less.focus();
  await app.page.keyboard.press('Enter');
  await expect(marta.brief.getByText('Send the quote')).toBeHidden();
  await expect(marta.brief.getByRole('button', { name: 'Less of this: Check the proofs' })).toBeFocused();
  await marta.main.getByRole('button', { name: 'Daily brief' }).click();
  await expect(marta.brief.getByText('Call Rossi is due today')).toBeVisible();
  await expect(marta.brief.getByText('Send the quote')).toBeHidden();
});

test('the times are set by keyboard and kept', async ({ app }) => {
  await app.page.goto(new URL('/settings/assistant', app.page.url()).href);
  const { page } = app;
  const brief = page.getByRole('switch', { name: 'Daily brief' });
  await expect(brief).not.toBeChecked();
  await brief.focus();
  await page.keyboard.press('Space');
  const time = page.getByLabel('Time of the daily brief');
  await expect(time).toHaveValue('08:00');
  await time.fill('07:15');
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: 'Weekly review' }).click();
  await page.getByRole('combobox', { name: 'Day of the weekly review' }).click();
  await page.getByRole('option', { name: 'Sunday' }).click();
  await expect
    .poll(() => app.call('settings.get', {}))
    .toMatchObject({ briefAt: '07:15', reviewAt: { weekday: 7, time: '17:00' } });
  await page.reload();
  await expect(time).toHaveValue('07:15');
  await brief.click();
  await expect(time).toBeHidden();
  await expect.poll(() => app.call('settings.get', {})).toMatchObject({ briefAt: null });
});

/** As if the last brief at its set time had been yesterday's. */
function forgetToday(app: AppUnderTest): void {
  const database = new BetterSqlite(join(app.workspace, 'adiuva.db'));
  database.prepare('update brief_schedule set day = ?').run(day(-1));
  database.close();
}

test('at its time the brief is written by itself, and the window says so; missed, it is there at the next start', async ({
  app,
}) => {
  await addTasks(app);
  await app.call('settings.update', { briefAt: '00:00' });
  const marta = new Desk(app);
  await marta.goTo('Tasks');
  forgetToday(app);
  // The app looks each minute, and whenever settings change.
  await app.call('settings.update', { userName: 'Marta' });
  await expect(app.page.getByText('Your daily brief is ready: 2 overdue, 1 due today')).toBeVisible();
  await app.page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(marta.brief.getByText('Call Rossi is due today')).toBeVisible();

  await app.call('tasks.create', { title: 'Order paper', dueDate: day(0) });
  await app.quit();
  forgetToday(app);
  const database = new BetterSqlite(join(app.workspace, 'adiuva.db'));
  database.exec('delete from briefs');
  database.close();
  await app.start();
  await expect(marta.brief.getByText('Order paper is due today')).toBeVisible();
});
