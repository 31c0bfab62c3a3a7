import type { Locator } from '@playwright/test';
import { type ModelServer, type ScriptedCall, startModelServer } from '../support/modelServer.ts';
import { type AppUnderTest, expect, test as base } from './app.ts';
import { Desk } from './desk.ts';

const test = base.extend<{ models: ModelServer }>({
  models: async ({ app: _app }, use) => {
    const models = await startModelServer();
    await use(models);
    await models[Symbol.asyncDispose]();
  },
});

/** The list of all suggestions, as a person uses it. */
class Inbox {
  readonly desk: Desk;
  constructor(desk: Desk) {
    this.desk = desk;
  }

  async open(): Promise<void> {
    await this.desk.page.keyboard.press('g');
    await this.desk.page.keyboard.press('i');
    await expect(this.desk.main.getByRole('heading', { name: 'Suggestions', level: 1 })).toBeAttached();
  }

  card(title: string): Locator {
    return this.desk.main.getByRole('listitem').filter({ has: this.desk.page.getByRole('article', { name: title }) });
  }

  get approveAll(): Locator {
    return this.desk.main.getByRole('button', { name: /^Approve all/u });
  }

  async expectGroups(...groups: string[]): Promise<void> {
    const headings = this.desk.main.locator('[role="list"] h2');
    await expect(headings.locator('xpath=..')).toHaveText(groups);
  }
}

async function prepare(app: AppUnderTest, models: ModelServer): Promise<{ marta: Desk; inbox: Inbox }> {
  const marta = new Desk(app);
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  return { marta, inbox: new Inbox(marta) };
}

/** The next answer of the model makes these calls and then says so. */
function script(models: ModelServer, ...calls: ScriptedCall[]): void {
  models.script({ calls }, { text: 'It waits for you.' });
}

/** A day of December, as either English writes it. */
const dayOf = (day: string): RegExp => new RegExp(`\\b${day}\\sDec|Dec\\s${day}\\b`, 'u');
const taskOf = async (app: AppUnderTest, id: string) => app.call('tasks.get', { id });

test('what the assistant proposes is edited, rejected with a reason and approved, and what was rejected stays away', async ({
  app,
  models,
}) => {
  const { marta, inbox } = await prepare(app, models);
  const shipping = await app.call('tasks.create', { title: 'Shipping', dueDate: '2026-12-01', labels: ['checkout'] });
  const quote = await app.call('tasks.create', { title: 'Quote' });
  const set = {
    name: 'proposeChanges',
    arguments: {
      title: 'Move shipping, add test orders',
      tasks: [{ task: 'Shipping', dueDate: '2026-12-04', addLabels: ['waiting'] }],
      newTasks: [{ title: 'Test orders', dueDate: '2026-12-05' }],
    },
  };
  const urgent = {
    name: 'proposeChanges',
    arguments: { title: 'Make the quote urgent', tasks: [{ task: 'Quote', priority: 'high' }] },
  };
  const call = { name: 'proposeTask', arguments: { title: 'Call Ingrid' } };
  script(models, set, urgent, call);

  await test.step('a set shows in the chat, field by field', async () => {
    await marta.openChat();
    await marta.ask('Paolo is late. What does that change?');
    const card = marta.suggestion('Move shipping, add test orders');
    await expect(card).toHaveCSS('border-top-style', 'dashed');
    await expect(card).toContainText('2 changes');
    await expect(card.locator('del')).toHaveText([dayOf('1'), 'checkout']);
    await expect(card.locator('ins')).toHaveText([dayOf('4'), 'checkout, waiting', dayOf('5')]);
    await expect(marta.chat.getByRole('button', { name: 'Approve all 3' })).toBeVisible();
    await marta.closeChat();
  });

  await test.step('the row of the task and its panel show what is suggested', async () => {
    await marta.goTo('Tasks');
    await expect(marta.main.locator(`[data-pending-mark="${shipping.id}"]`)).toContainText('→');
    await marta.openTask('Shipping');
    await expect(marta.taskPanel.getByRole('article', { name: 'Move shipping, add test orders' })).toBeVisible();
  });

  await test.step('everything that waits is in one list, and waits there after a restart', async () => {
    await app.restart();
    await marta.main.getByRole('link', { name: 'Review all' }).click();
    await inbox.expectGroups('New1', 'Changes2');
    await expect(inbox.approveAll).toHaveText('Approve all 3');
  });

  await test.step('one change of the set gets another date, the other is left out', async () => {
    await inbox.card('Move shipping, add test orders').getByRole('button', { name: /^Edit/u }).click();
    const dialog = marta.page.getByRole('dialog', { name: 'Edit, then approve' });
    await dialog.getByRole('checkbox', { name: 'Include: Test orders' }).click();
    await dialog.getByRole('textbox', { name: 'Labels' }).fill('checkout, Bring');
    await dialog.getByRole('button', { name: 'Approve 1 change' }).click();
    await expect(dialog).toBeHidden();
    await expect(inbox.card('Move shipping, add test orders')).toHaveCount(0);
    expect(await taskOf(app, shipping.id)).toMatchObject({ dueDate: '2026-12-04', labels: ['checkout', 'Bring'] });
  });

  await test.step('one is rejected with a reason, and does not come back when it is proposed again', async () => {
    await inbox
      .card('Call Ingrid')
      .getByRole('button', { name: /^Reject/u })
      .click();
    await marta.giveReason('She called already');
    await expect(inbox.card('Call Ingrid')).toHaveCount(0);
    script(models, call, urgent);
    await marta.openChat();
    await marta.ask('Anything else?');
    const told = models.requests.at(-1)?.body.messages.flatMap(({ role, content }) => (role === 'tool' ? content : []));
    expect(String(told)).toContain('Their reason: "She called already"');
    await marta.closeChat();
    await inbox.expectGroups('Changes1');
  });

  await test.step('approving is undone in one step', async () => {
    await inbox
      .card('Make the quote urgent')
      .getByRole('button', { name: /^Approve/u })
      .click();
    await expect(marta.main.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
    expect(await taskOf(app, quote.id)).toMatchObject({ priority: 'high' });
    await marta.page.keyboard.press('ControlOrMeta+z');
    await expect(inbox.card('Make the quote urgent')).toBeVisible();
    expect(await taskOf(app, quote.id)).toMatchObject({ priority: 'medium' });
  });
});

test('all are approved at once but the stale one, which says what changed and is brought up to date', async ({
  app,
  models,
}) => {
  const { marta, inbox } = await prepare(app, models);
  const portraits = await app.call('tasks.create', { title: 'Portraits', dueDate: '2026-12-01' });
  const quote = await app.call('tasks.create', { title: 'Quote' });
  script(
    models,
    {
      name: 'proposeChanges',
      arguments: { title: 'Move the portraits', tasks: [{ task: 'Portraits', dueDate: '2026-12-04' }] },
    },
    { name: 'proposeChanges', arguments: { title: 'Finish the quote', tasks: [{ task: 'Quote', status: 'done' }] } },
    { name: 'proposeTask', arguments: { title: 'Call Ingrid' } },
  );
  await marta.openChat();
  await marta.ask('What should change?');
  await marta.closeChat();
  await app.call('tasks.update', { id: portraits.id, dueDate: '2026-12-02' });
  await inbox.open();
  await inbox.expectGroups('New1', 'Changes1', 'Stale1');
  await expect(inbox.card('Move the portraits')).toContainText(
    /The due date is now Wed\s(?:2\sDec|Dec\s2), by you today/u,
  );
  await expect(marta.main.getByText('Leaves out the stale one')).toBeVisible();

  await inbox.approveAll.click();
  await inbox.expectGroups('Stale1');
  await expect(marta.page.getByText('2 suggestions approved')).toBeVisible();
  expect(await taskOf(app, quote.id)).toMatchObject({ status: 'done' });
  await marta.page.keyboard.press('ControlOrMeta+z');
  await inbox.expectGroups('New1', 'Changes1', 'Stale1');
  expect(await taskOf(app, quote.id)).toMatchObject({ status: 'todo' });

  await inbox
    .card('Move the portraits')
    .getByRole('button', { name: /^Review again/u })
    .click();
  await inbox.expectGroups('New1', 'Changes2');
  await expect(inbox.card('Move the portraits').locator('del')).toHaveText([dayOf('2')]);
  await marta.page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(marta.main.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
  expect(await taskOf(app, portraits.id)).toMatchObject({ dueDate: '2026-12-04' });
});

test('a plan is made, looked through and settled with keys alone', async ({ app, models }) => {
  const { marta, inbox } = await prepare(app, models);
  await app.call('projects.create', { name: 'Wine shop' });
  script(
    models,
    {
      name: 'proposePlan',
      arguments: {
        goal: 'The shop opens',
        project: 'Wine shop',
        checkpoints: [{ title: 'Soft launch', date: '2026-12-10' }],
        tasks: ['Order', 'Test', 'Invite', 'Open'].map((title, index) => ({
          title: `${title} the bottles`,
          dueDate: `2026-12-0${index + 1}`,
          checkpoint: 'Soft launch',
        })),
      },
    },
    { name: 'proposeTask', arguments: { title: 'Call Ingrid' } },
    { name: 'proposeTask', arguments: { title: 'Call Tor' } },
  );
  const { keyboard } = marta.page;
  await marta.openChat();
  await marta.ask('Plan the opening of the wine shop');
  await expect(marta.suggestion('The shop opens')).toContainText('5 changes');
  await marta.suggestion('The shop opens').getByRole('button', { name: 'Show 2 more changes' }).click();
  await expect(marta.suggestion('The shop opens').getByText('Open the bottles')).toBeVisible();
  await marta.closeChat();

  await inbox.open();
  await inbox.expectGroups('New2', 'Changes1');
  const focused = (title: string) => expect(marta.page.locator('[data-card]:focus')).toHaveAccessibleName(title);
  await keyboard.press('j');
  await focused('Call Tor');
  // With the focus nowhere a key shows which one it means, and settles nothing.
  for (const key of ['a', 'e', 'r']) {
    await marta.page.locator('[data-card]:focus').evaluate((card: HTMLElement) => card.blur());
    await keyboard.press(key);
    await focused('Call Tor');
  }
  await expect(marta.page.getByRole('dialog')).toHaveCount(0);
  await inbox.expectGroups('New2', 'Changes1');
  await keyboard.press('j');
  await focused('Call Ingrid');
  await keyboard.press('k');
  await focused('Call Tor');
  await keyboard.press('r');
  await marta.giveReason('');
  await focused('Call Ingrid');
  await keyboard.press('e');
  const dialog = marta.page.getByRole('dialog', { name: 'Edit, then approve' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Write to Ingrid');
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await focused('The shop opens');
  await keyboard.press('a');
  await expect(marta.main.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible();
  await marta.goTo('Tasks');
  for (const title of ['Write to Ingrid', 'Order the bottles', 'Open the bottles'])
    await expect(marta.task(title)).toBeVisible();
  await expect(marta.task('Call Tor')).toHaveCount(0);
});
