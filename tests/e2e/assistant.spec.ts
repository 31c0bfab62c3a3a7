import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ModelServer, startModelServer } from '../support/modelServer.ts';
import { expect, test as base } from './app.ts';
import { Desk } from './desk.ts';

const key = 'sk-canary-0123456789';

const test = base.extend<{ models: ModelServer }>({
  models: async ({ app: _app }, use) => {
    const models = await startModelServer();
    await use(models);
    await models[Symbol.asyncDispose]();
  },
});

test('a provider is added with its key, answers with a suggestion, and the key stays where it was agreed', async ({
  app,
  models,
}) => {
  const marta = new Desk(app);
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1', key });
  const provider = marta.main.getByRole('listitem').filter({ hasText: 'sky-1' });
  await provider.getByRole('button', { name: /^Test/u }).click();
  await expect(provider.getByText('Ready')).toBeVisible();

  models.script(
    { calls: [{ name: 'proposeTask', arguments: { title: 'Order the labels', dueDate: '2026-12-01' } }] },
    { text: 'The labels need an order: it waits for you.' },
  );
  await marta.openChat();
  await marta.ask('Plan the labels');
  await expect(marta.chat.getByText('The labels need an order: it waits for you.')).toBeVisible();
  await expect(marta.chat.getByText('sky-1').first()).toBeVisible();
  await expect(marta.suggestion('Order the labels')).toHaveCSS('border-top-style', 'dashed');
  await marta.approve('Order the labels');
  await marta.goTo('Tasks');
  await expect(marta.task('Order the labels')).toBeVisible();
  expect(models.requests.map(({ headers }) => headers.authorization)).toEqual(
    models.requests.map(() => `Bearer ${key}`),
  );

  expect(JSON.stringify(await app.call('providers.list', {}))).not.toContain(key);
  await app.quit();
  expect(filesWith(app.home, key)).toEqual([join(app.workspace, 'secrets.json')]);
  if (process.platform !== 'win32') expect(statSync(join(app.workspace, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(app.log).not.toContain(key);
});

test('an answer is stopped in the middle, and what was said stays', async ({ app, models }) => {
  const marta = new Desk(app);
  const never = Promise.withResolvers<void>();
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  models.script({
    text: 'The first words, and then many more of them that nobody will hear.',
    fault: { kind: 'pause', after: 5, until: never.promise },
  });
  await marta.openChat();
  await marta.chat.getByRole('textbox').fill('Tell me a story');
  await marta.chat.getByRole('button', { name: 'Send' }).click();
  await expect(marta.chat.getByText(/The first words/u)).toBeVisible();
  await marta.chat.getByRole('button', { name: /Stop/u }).click();
  await expect(marta.chat.getByRole('button', { name: 'Answer again' })).toBeVisible();
  never.resolve();
  await app.restart();
  await marta.openChat();
  await marta.openConversation('Tell me a story');
  await expect(marta.chat.getByText(/The first words/u)).toBeVisible();
});

test('what one writes about oneself goes with the next question, stays, and lies beside the prompts it goes with', async ({
  app,
  models,
}) => {
  const marta = new Desk(app);
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1', key });
  await marta.main.getByRole('link', { name: 'Assistant' }).click();
  const about = marta.main.getByLabel('About you');
  await about.fill('I design wine labels. No calls before ten.');
  await marta.main.getByLabel('How it should be').fill('Short and plain.');
  await marta.main.getByText('Rules of every agent').click();
  await expect(marta.main.getByText('You are the assistant of Adiuva')).toBeVisible();
  models.script({ text: 'Nothing before ten.' });
  await marta.openChat();
  await marta.ask('When may I call?');
  await expect(marta.chat.getByText('Nothing before ten.')).toBeVisible();
  const system = JSON.stringify(models.requests.at(-1)?.body);
  expect(system).toContain('I design wine labels. No calls before ten.');
  expect(system).toContain('Short and plain.');
  // Longer than what goes with a question is not taken in.
  await about.fill('x'.repeat(5_000));
  await expect(marta.main.getByText('No character left')).toBeVisible();
  await about.fill('I design wine labels.');
  await about.blur();
  await app.restart();
  await app.page.goto(new URL('/settings/assistant', app.page.url()).href);
  await expect(new Desk(app).main.getByLabel('About you')).toHaveValue('I design wine labels.');
});

test('the planner is chosen by key, answers until it is let go, and says so', async ({ app, models }) => {
  const marta = new Desk(app);
  await app.call('providers.create', { kind: 'openai-compatible', baseUrl: models.baseUrl, model: 'sky-1' });
  await marta.openChat();
  await marta.chat.getByRole('button', { name: 'Who answers: Automatic' }).focus();
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('menuitemradio', { name: /^Planner/u }).focus();
  await app.page.keyboard.press('Enter');
  await expect(marta.chat.getByRole('button', { name: 'Who answers: Planner' })).toBeFocused();
  const systemOf = () => JSON.stringify(models.requests.at(-1)?.body.messages[0]);
  await marta.ask('What is overdue?');
  await expect(marta.chat.getByText('Yes.')).toBeVisible();
  const planner = systemOf();
  await marta.chat.getByRole('button', { name: 'Who answers: Planner' }).click();
  await app.page.getByRole('menuitemradio', { name: /^Automatic/u }).click();
  await marta.ask('What is overdue now?');
  await expect(marta.chat.getByText('Yes.')).toHaveCount(2);
  expect(systemOf()).not.toBe(planner);
  expect(planner).toContain('proposePlan');
  await app.page.keyboard.press('ControlOrMeta+j');
  await expect(marta.chat).toBeHidden();
  await marta.goTo('Settings');
  await marta.main.getByRole('link', { name: 'Assistant', exact: true }).click();
  await marta.main.getByRole('combobox', { name: /Rounds of tools/u }).click();
  await app.page.getByRole('option', { name: '2', exact: true }).click();
  await expect.poll(async () => app.call('settings.get', {})).toMatchObject({ toolRounds: 2 });
});

test('a provider that fails: the chat says so, and Offline answers in its place', async ({ app, models }) => {
  const marta = new Desk(app);
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  models.always(() => ({ fault: { kind: 'status', status: 500 } }));
  await marta.openChat();
  await marta.ask('remind me to call Rossi tomorrow at 10');
  await expect(marta.suggestion('Call Rossi')).toBeVisible();
  await expect(marta.chat.getByText(/offline/iu).first()).toBeVisible();
});

test('an address that is a web page is told apart from a model server', async ({ app, models }) => {
  const marta = new Desk(app);
  models.always(() => ({ fault: { kind: 'html' } }));
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  const provider = marta.main.getByRole('listitem').filter({ hasText: 'sky-1' });
  await provider.getByRole('button', { name: /^Test/u }).click();
  await expect(provider.getByText('Not a model server')).toBeVisible();
});

/** Every file below a folder that holds a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
