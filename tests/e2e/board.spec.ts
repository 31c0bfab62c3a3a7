import type { Locator, Page } from '@playwright/test';
import { type AppUnderTest, expect, test } from './app.ts';
import { Desk } from './desk.ts';

type Status = 'To do' | 'In progress' | 'Done';

/** The board as a person sees it: columns by their names, cards by their titles. */
class Board {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'Tasks', exact: true }).click();
    await this.page.getByRole('main').getByText('Board', { exact: true }).click();
    await expect(this.column('To do')).toBeVisible();
  }

  column(name: string): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${RegExp.escape(name)}`, 'u') });
  }

  card(title: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name: new RegExp(`^${RegExp.escape(title)}`, 'u') });
  }

  /** The titles in a column, from above. */
  async titles(column: string): Promise<string[]> {
    return this.column(column)
      .locator('[data-row-main]')
      .evaluateAll((cards) =>
        cards
          .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
          .map((card) => card.firstElementChild?.textContent ?? ''),
      );
  }

  async expectTitles(column: Status, titles: readonly string[]): Promise<void> {
    await expect.poll(() => this.titles(column)).toEqual(titles);
  }

  /** Takes a card by the mouse and holds it over a place. */
  async hold(title: string, over: Locator, at: 'upper half' | 'lower half' | 'middle'): Promise<void> {
    await this.card(title).hover();
    await this.page.mouse.down();
    const box = await over.boundingBox();
    if (box === null) throw new Error('There is nothing to hold it over.');
    const part = { 'upper half': 0.2, 'lower half': 0.8, middle: 0.5 }[at];
    const [x, y] = [box.x + box.width / 2, box.y + box.height * part];
    await this.page.mouse.move(x + 12, y + 4, { steps: 6 });
    await this.page.mouse.move(x, y, { steps: 4 });
    await expect(this.page.locator('[data-drop-slot]')).toBeVisible();
  }

  said(): Locator {
    return this.page.locator('[data-announcements]');
  }
}

/** Tasks in the manual order of their making. */
async function fill(app: AppUnderTest, tasks: readonly (readonly [title: string, more?: object])[]): Promise<void> {
  for (const [title, more] of tasks) await app.call('tasks.create', { title, ...more });
}

const THREE = [
  ['Check the charts'],
  ['Call Avv. Bianchi'],
  ['Tariff migration notes', { status: 'in_progress' }],
] as const;

test('a card is dragged to In progress, and that is undone', async ({ app }) => {
  await fill(app, THREE);
  const board = new Board(app.page);
  await board.open();
  await board.expectTitles('To do', ['Check the charts', 'Call Avv. Bianchi']);

  await board.hold('Check the charts', board.card('Tariff migration notes'), 'upper half');
  // The place is a solid slot: a dashed line is a suggestion.
  await expect(board.page.locator('[data-drop-slot]')).toHaveCSS('border-top-style', 'solid');
  await board.page.mouse.up();
  await board.expectTitles('In progress', ['Check the charts', 'Tariff migration notes']);
  await board.expectTitles('To do', ['Call Avv. Bianchi']);
  await expect(board.page.getByText('“Check the charts” moved to In progress')).toBeVisible();

  await board.page.keyboard.press('ControlOrMeta+z');
  await board.expectTitles('To do', ['Check the charts', 'Call Avv. Bianchi']);
  await board.expectTitles('In progress', ['Tariff migration notes']);
});

test('the same by keyboard alone, and each step is said', async ({ app }) => {
  await fill(app, THREE);
  const board = new Board(app.page);
  await board.open();
  await board.card('Check the charts').focus();
  await board.page.keyboard.press('Alt+ArrowDown');
  await board.expectTitles('To do', ['Call Avv. Bianchi', 'Check the charts']);
  await expect(board.said()).toContainText('position 2');
  await board.page.keyboard.press('Alt+ArrowRight');
  await board.expectTitles('In progress', ['Tariff migration notes', 'Check the charts']);
  await expect(board.said()).toContainText('“Check the charts” moved to In progress');
  await expect(board.card('Check the charts')).toBeFocused();

  await board.page.keyboard.press('ArrowUp');
  await expect(board.card('Tariff migration notes')).toBeFocused();
  await board.page.keyboard.press('ArrowLeft');
  await expect(board.card('Call Avv. Bianchi')).toBeFocused();
  await board.page.keyboard.press('ControlOrMeta+z');
  await board.expectTitles('To do', ['Call Avv. Bianchi', 'Check the charts']);
  await board.page.keyboard.press('ControlOrMeta+z');
  await board.expectTitles('To do', ['Check the charts', 'Call Avv. Bianchi']);

  await board.card('Check the charts').focus();
  await board.page.keyboard.press('Enter');
  await expect(new Desk(app).taskPanel.getByRole('textbox', { name: 'Title' })).toHaveValue('Check the charts');
});

test('a card dropped where it was, or given up with Escape, stays as it is', async ({ app }) => {
  await fill(app, THREE);
  const board = new Board(app.page);
  await board.open();
  await board.hold('Check the charts', board.card('Tariff migration notes'), 'lower half');
  await board.page.keyboard.press('Escape');
  await board.page.mouse.up();
  await expect(board.page.locator('[data-drop-slot]')).toHaveCount(0);
  await board.expectTitles('To do', ['Check the charts', 'Call Avv. Bianchi']);
  await board.expectTitles('In progress', ['Tariff migration notes']);
});

test('several selected cards move together, and are undone as one', async ({ app }) => {
  await fill(app, [...THREE, ['Order paper']]);
  const board = new Board(app.page);
  await board.open();
  await board.card('Check the charts').click({ modifiers: ['ControlOrMeta'] });
  await board.card('Order paper').click({ modifiers: ['ControlOrMeta'] });
  await expect(new Desk(app).bulkBar).toContainText('2');
  await board.hold('Order paper', board.column('In progress'), 'middle');
  await board.page.mouse.up();
  await board.expectTitles('In progress', ['Tariff migration notes', 'Check the charts', 'Order paper']);
  await board.page.keyboard.press('ControlOrMeta+z');
  await board.expectTitles('To do', ['Check the charts', 'Call Avv. Bianchi', 'Order paper']);
});

test('what one window moves on its board, the other shows', async ({ app }) => {
  await fill(app, THREE);
  const [board, other] = [new Board(app.page), new Board(await app.openSecondWindow())];
  await board.open();
  await other.open();
  await board.card('Check the charts').focus();
  await board.page.keyboard.press('Alt+ArrowRight');
  await other.expectTitles('In progress', ['Check the charts', 'Tariff migration notes']);
  await other.card('Check the charts').focus();
  await other.page.keyboard.press('x');
  await board.expectTitles('Done', ['Check the charts']);
});

test('the plus of a column makes a task in it', async ({ app }) => {
  await fill(app, THREE);
  const board = new Board(app.page);
  await board.open();
  await board.page.getByRole('button', { name: 'New task in In progress' }).click();
  const field = board.page.getByRole('dialog').getByRole('combobox', { name: 'New task' });
  await field.fill('Print the proofs');
  await field.press('Enter');
  await board.expectTitles('In progress', ['Tariff migration notes', 'Print the proofs']);
});

test('a column of hundreds of cards scrolls to its end, and only those in sight exist', async ({ app }) => {
  const title = (number: number): string => `Task ${String(number).padStart(3, '0')}`;
  await app.callMany(
    'tasks.create',
    Array.from({ length: 250 }, (_, index) => ({ title: title(index + 1) })),
  );
  const board = new Board(app.page);
  await board.open();
  await expect(board.column('To do').getByRole('heading')).toContainText('250');
  const cards = board.column('To do').locator('[data-task-card]');
  await cards.first().getByRole('button').first().focus();
  // What is further down is read as it comes near.
  const last = board.column('To do').locator('[aria-posinset="250"]');
  await expect(async () => {
    await board.page.keyboard.press('End');
    await expect(last).toBeInViewport({ timeout: 1_000 });
  }).toPass();
  expect(await cards.count()).toBeLessThan(60);
});

test('a box of the checklist is ticked, the card counts it, and what another window wrote meanwhile stays', async ({
  app,
}) => {
  await fill(app, [['Checkout', { description: 'Duty for CH.\n\n- [x] Zones\n- [ ] Duty line\n- [ ] Test orders' }]]);
  const [marta, other] = [new Desk(app), new Desk({ page: await app.openSecondWindow() })];
  await new Board(app.page).open();
  await new Board(other.page).open();
  await marta.task('Checkout').click();
  await other.task('Checkout').click();
  await Promise.all([
    marta.taskPanel.getByRole('checkbox', { name: 'Duty line' }).click(),
    other.taskPanel.getByRole('checkbox', { name: 'Test orders' }).click(),
  ]);
  for (const window of [marta, other]) {
    await expect(window.taskPanel.getByRole('checkbox', { name: 'Duty line' })).toBeChecked();
    await expect(window.taskPanel.getByRole('checkbox', { name: 'Test orders' })).toBeChecked();
    await expect(window.task('Checkout')).toContainText('3 of 3');
  }
});

test('one task waits for another until that is done; a circle is refused in a sentence', async ({ app }) => {
  await fill(app, [['Print the tins'], ['Approve the proofs']]);
  const board = new Board(app.page);
  const marta = new Desk(app);
  await board.open();
  await marta.openTask('Print the tins');
  await marta.taskPanel.getByRole('button', { name: 'Add a task to wait for' }).click();
  await board.page.getByRole('combobox', { name: 'Add a task to wait for' }).fill('proofs');
  await board.page.getByRole('option', { name: /Approve the proofs/u }).click();
  await expect(marta.taskPanel.getByRole('link', { name: 'Approve the proofs' })).toBeVisible();
  await expect(board.card('Print the tins')).toHaveAccessibleName(/Waits for 1 task/u);

  await marta.taskPanel.getByRole('link', { name: 'Approve the proofs' }).click();
  await expect(marta.taskPanel.getByRole('textbox', { name: 'Title' })).toHaveValue('Approve the proofs');
  await expect(marta.taskPanel.getByRole('link', { name: 'Print the tins' })).toBeVisible();
  await marta.taskPanel.getByRole('button', { name: 'Add a task to wait for' }).click();
  await board.page.getByRole('combobox', { name: 'Add a task to wait for' }).fill('tins');
  await board.page.getByRole('option', { name: /Print the tins/u }).click();
  await expect(marta.taskPanel.getByText('These tasks would wait for each other')).toBeVisible();

  await board.card('Approve the proofs').focus();
  await board.page.keyboard.press('x');
  await board.expectTitles('Done', ['Approve the proofs']);
  await expect(board.card('Print the tins')).not.toHaveAccessibleName(/Waits for 1 task/u);
});

test('labels and people are chosen from those in use, or written new', async ({ app }) => {
  await fill(app, [['First', { labels: ['print'] }], ['Second']]);
  const marta = new Desk(app);
  await new Board(app.page).open();
  await marta.openTask('Second');
  await marta.taskPanel.getByRole('button', { name: 'Add label' }).click();
  await app.page.getByRole('option', { name: /print/iu }).click();
  await expect(marta.taskPanel.getByRole('button', { name: 'Remove the label print' })).toBeVisible();
  await marta.taskPanel.getByRole('button', { name: 'Assign', exact: true }).click();
  await app.page.getByRole('combobox', { name: 'Assign' }).fill('Luca');
  await app.page.keyboard.press('Enter');
  await expect(marta.taskPanel.getByRole('button', { name: 'Take Luca off this task' })).toBeVisible();
  await marta.taskPanel.getByRole('button', { name: 'Remove the label print' }).click();
  await expect(marta.taskPanel.getByRole('button', { name: 'Remove the label print' })).toBeHidden();
});
