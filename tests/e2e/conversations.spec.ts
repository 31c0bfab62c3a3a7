import { readFileSync } from 'node:fs';
import { type ModelServer, startModelServer } from '../support/modelServer.ts';
import { expect, test as base } from './app.ts';
import { Desk } from './desk.ts';

const test = base.extend<{ models: ModelServer }>({
  models: async ({ app: _app }, use) => {
    const models = await startModelServer();
    await use(models);
    await models[Symbol.asyncDispose]();
  },
});

const titles = (desk: Desk) => desk.chat.getByRole('list', { name: 'Conversations' }).locator('[data-row-main]');

test('conversations are pinned, renamed, found by what was said in them, and opened there', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('notes.create', { title: 'Shipping rules', content: 'Norway needs the importer’s number.' });
  await marta.openChat();
  await marta.ask('call Rossi tomorrow');
  await marta.ask('what does Norway need?');
  for (let index = 0; index < 12; index += 1) await marta.ask(`remind me to call number ${index} tomorrow`);
  await marta.chat.getByRole('button', { name: 'New conversation' }).click();
  await marta.ask('hello');

  await marta.chat.getByRole('button', { name: 'Conversations' }).click();
  const search = marta.chat.getByRole('textbox', { name: 'Search conversations' });
  await expect(search).toBeFocused();
  await expect(titles(marta)).toHaveText(['hello', 'call Rossi tomorrow']);

  await search.press('ArrowDown');
  await marta.page.keyboard.press('ArrowDown');
  await marta.page.keyboard.press('Tab');
  await marta.page.keyboard.press('Enter');
  await marta.page.getByRole('menuitem', { name: 'Pin' }).click();
  await expect(titles(marta)).toHaveText(['call Rossi tomorrow', 'hello']);

  await marta.chat.getByRole('button', { name: 'More for hello' }).click();
  await marta.page.getByRole('menuitem', { name: 'Rename' }).click();
  const name = marta.chat.getByRole('textbox', { name: 'Name of the conversation' });
  await expect(name).toBeFocused();
  await name.fill('Greetings');
  await name.press('Enter');
  await expect(titles(marta)).toHaveText(['call Rossi tomorrow', 'Greetings']);
  await expect(titles(marta).last()).toBeFocused();

  await search.fill('importer norway');
  await expect(titles(marta)).toHaveText([/Norway needs the importer’s number/u]);
  await search.press('Enter');
  await expect(titles(marta).first()).toBeFocused();
  await marta.page.keyboard.press('Enter');
  await expect(marta.chat.locator('[data-target]')).toBeInViewport();
  await expect(marta.chat.locator('[data-target]')).toBeFocused();
  await expect(marta.chat.locator('[data-target]')).toContainText('importer’s number');
  await expect(marta.chat.getByText('remind me to call number 11 tomorrow')).not.toBeInViewport();

  await marta.chat.getByRole('button', { name: 'Conversations' }).click();
  await search.fill('submarine');
  await expect(marta.chat.getByText('Nothing was found.')).toBeVisible();
  await search.press('Escape');
  await expect(titles(marta)).toHaveCount(2);
  await search.press('Escape');
  await expect(search).toBeHidden();
  await expect(marta.chat).toBeVisible();
});

test('a conversation is saved as a Markdown file with its sources', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('notes.create', { title: 'Shipping rules', content: 'Norway needs the importer’s number.' });
  await marta.openChat();
  await marta.ask('what does Norway need?');
  await marta.chat.getByRole('button', { name: 'Conversations' }).click();
  await marta.chat.getByRole('button', { name: 'More for what does Norway need?' }).click();
  const download = marta.page.waitForEvent('download');
  await marta.page.getByRole('menuitem', { name: 'Export as Markdown' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('what does Norway need.md');
  const markdown = readFileSync(await file.path(), 'utf8');
  expect(markdown).toMatch(/^# what does Norway need\?\n/u);
  expect(markdown).toContain('> what does Norway need?');
  expect(markdown).toContain('- \\[1\\] Shipping rules (note)');
});

test('a message is edited in its place, and what came after it goes', async ({ app }) => {
  const marta = new Desk(app);
  await marta.openChat();
  await marta.ask('call Rossi tomorrow');
  await marta.ask('call Bianchi tomorrow');
  const said = (text: string) => marta.chat.getByRole('log').getByText(text, { exact: true });
  const composer = marta.chat.getByRole('textbox', { name: 'Reply' });
  await composer.press('ArrowUp');
  const field = marta.chat.getByRole('textbox', { name: 'Your message' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('call Bianchi tomorrow');
  await field.press('Escape');
  await expect(field).toBeHidden();
  await expect(composer).toBeFocused();

  await said('call Rossi tomorrow').hover();
  await marta.chat.getByRole('button', { name: 'Edit the message' }).first().click();
  await expect(marta.chat.getByText('It takes the place of this message')).toBeVisible();
  await field.fill('call Verdi on Friday');
  await field.press('Enter');
  await expect(marta.suggestion('Call Verdi')).toBeVisible();
  await expect(composer).toBeFocused();
  await expect(said('call Verdi on Friday')).toBeVisible();
  await expect(said('call Rossi tomorrow')).toHaveCount(0);
  await expect(said('call Bianchi tomorrow')).toHaveCount(0);
  await expect(marta.chat.getByRole('heading', { level: 2 })).toHaveText('call Verdi on Friday');
  await app.restart();
  await marta.openChat();
  await marta.openConversation('call Verdi on Friday');
  await expect(marta.chat.getByRole('article', { name: 'Answer' })).toHaveCount(1);
  // What waited for approval still waits.
  await marta.closeChat();
  await marta.goTo('Tasks');
  for (const title of ['Call Rossi', 'Call Bianchi', 'Call Verdi']) await expect(marta.task(title)).toBeVisible();
});

test('an answer is made again, with the same provider or another one', async ({ app, models }) => {
  const marta = new Desk(app);
  models.always(({ model }) => ({ text: `This is ${model}.` }));
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  await marta.openChat();
  await marta.ask('Who are you?');
  const answer = marta.chat.getByRole('article', { name: 'Answer' });
  await expect(answer).toContainText('This is sky-1.');
  models.always(({ model }) => ({ text: `Once more ${model}.` }));
  await answer.hover();
  await answer.getByRole('button', { name: 'Answer again' }).click();
  await expect(answer).toContainText('Once more sky-1.');
  await answer.hover();
  await answer.getByRole('button', { name: 'Ask another provider' }).click();
  await marta.page.getByRole('menuitem', { name: 'Offline' }).click();
  await expect(answer).toContainText('Offline');
  await expect(answer).toHaveCount(1);
  await expect(marta.chat.getByRole('log').getByText('Who are you?')).toHaveCount(1);
});

test('while one conversation is answered another begins, and the list says which ones still are', async ({
  app,
  models,
}) => {
  const marta = new Desk(app);
  const rest = Promise.withResolvers<void>();
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  models.script({
    text: 'A story of many words, told slowly.',
    fault: { kind: 'pause', after: 2, until: rest.promise },
  });
  await marta.openChat();
  await marta.chat.getByRole('textbox').fill('Tell me a story');
  await marta.chat.getByRole('button', { name: 'Send' }).click();
  await expect(marta.chat.getByText(/A story/u)).toBeVisible();
  await marta.chat.getByRole('button', { name: 'New conversation' }).click();
  models.script({ text: 'Two and two is four.' });
  await marta.ask('What is two and two?');
  await expect(marta.chat.getByText('Two and two is four.')).toBeVisible();

  await marta.chat.getByRole('button', { name: 'Conversations' }).click();
  const row = (title: string) => marta.chat.getByRole('listitem').filter({ hasText: title });
  await expect(row('Tell me a story')).toContainText('Answering');
  await expect(row('What is two and two?')).not.toContainText('Answering');
  rest.resolve();
  await expect(row('Tell me a story')).not.toContainText('Answering');
  await row('Tell me a story').getByRole('button', { name: 'Tell me a story', exact: true }).click();
  await expect(marta.chat.getByText('A story of many words, told slowly.')).toBeVisible();
});

test('a model names the conversation after its first answer', async ({ app, models }) => {
  const marta = new Desk(app);
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  await marta.openChat();
  models.name({ text: 'Shipping to Norway' });
  await marta.ask('What about the parcels that go up there?');
  await expect(marta.chat.getByRole('heading', { name: 'Shipping to Norway' })).toBeVisible();
});

test('a record is attached while its name is typed, and a text file by dropping it; both open from the message', async ({
  app,
  models,
}) => {
  const marta = new Desk(app);
  await app.call('notes.create', { title: 'Shipping rules', content: 'Norway needs the importer’s number.' });
  await app.call('tasks.create', { title: 'Ship the samples' });
  await marta.addProvider({ address: models.baseUrl, model: 'sky-1' });
  await marta.openChat();
  const composer = marta.chat.getByRole('textbox');
  await composer.pressSequentially('What about @ship');
  const options = marta.chat.getByRole('option');
  await expect(options).toHaveCount(2);
  await composer.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(marta.chat).toBeVisible();
  await composer.press('Backspace');
  await composer.fill('What about [[shipping r');
  await expect(options.filter({ hasText: 'Shipping rules' })).toHaveAttribute('aria-selected', 'true');
  await composer.press('Enter');
  await expect(composer).toHaveValue('What about Shipping rules');
  const attached = marta.chat.getByRole('form').or(marta.chat).getByRole('list', { name: 'Attached' });
  await expect(attached.getByRole('listitem')).toHaveText(['Shipping rules']);

  await dropFile(marta, 'photo.png', 'x');
  await expect(marta.chat.getByRole('alert')).toContainText('“photo.png” is not a text file');
  await dropFile(marta, 'prices.csv', 'item;price\nlabels;12');
  await expect(marta.chat.getByRole('alert')).toHaveCount(0);
  await expect(attached.getByRole('listitem')).toHaveText(['Shipping rules', 'prices.csv']);

  models.script({ text: 'Labels cost 12 [1].' });
  await composer.press('End');
  await composer.pressSequentially(' and the prices?');
  await composer.press('Enter');
  await expect(marta.chat.getByText('Labels cost 12')).toBeVisible();
  const told = JSON.stringify(models.requests.at(-1)?.body.messages[0]);
  for (const part of ['importer', 'labels;12']) expect(told).toContain(part);
  await marta.chat.getByRole('button', { name: 'Open prices.csv' }).click();
  const dialog = marta.page.getByRole('dialog', { name: 'prices.csv' });
  await expect(dialog.getByText('labels;12')).toBeVisible();
  await marta.page.keyboard.press('Escape');
  await expect(marta.chat.getByRole('button', { name: 'Open prices.csv' })).toBeFocused();
  await marta.chat.getByRole('button', { name: 'Open Shipping rules' }).click();
  await expect(marta.main.getByRole('textbox', { name: 'Title' })).toHaveValue('Shipping rules');
});

test('tasks and notes are dragged into the chat', async ({ app }) => {
  const marta = new Desk(app);
  await app.call('notes.create', { title: 'Shipping rules', content: 'Norway needs the importer’s number.' });
  await app.call('tasks.create', { title: 'Ship the samples' });
  await marta.goTo('Tasks');
  await marta.openChat();
  const attached = marta.chat.getByRole('list', { name: 'Attached' }).getByRole('listitem');
  await marta.task('Ship the samples').dragTo(marta.chat.getByRole('textbox'));
  await expect(attached).toHaveText(['Ship the samples']);
  await marta.goTo('Notes');
  await marta.main.getByRole('link', { name: 'Shipping rules' }).first().dragTo(marta.chat.getByRole('textbox'));
  await expect(attached).toHaveText(['Ship the samples', 'Shipping rules']);
  await marta.chat.getByRole('button', { name: 'Remove Ship the samples' }).click();
  await expect(attached).toHaveText(['Shipping rules']);
  await expect(marta.chat.getByRole('textbox')).toBeFocused();
  await marta.chat.getByRole('textbox').press('Backspace');
  await expect(attached).toHaveCount(0);
});

/** Drops a file that the browser was given, as from a folder beside the window. */
async function dropFile(desk: Desk, name: string, text: string): Promise<void> {
  const transfer = await desk.page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text] as const,
  );
  await desk.chat.dispatchEvent('dragover', { dataTransfer: transfer });
  await desk.chat.dispatchEvent('drop', { dataTransfer: transfer });
}
