import { readFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

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
