import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

const words = 'Norway only with the importer’s number, Switzerland with a duty line at checkout.';

test('quitting right after the last key keeps every word', async ({ app }) => {
  const marta = new Desk(app);
  await marta.createNote('Shipping rules');
  await marta.noteText.pressSequentially(words);
  await app.restart();
  await marta.openNote('Shipping rules');
  await expect(marta.noteText).toHaveText(words);
});

test('a program killed while a note is typed keeps what it had taken in, and says so', async ({ app }) => {
  const marta = new Desk(app);
  await marta.createNote('Shipping rules');
  await marta.noteText.pressSequentially(words);
  await expect.poll(() => readDraft(app.workspace)).toContain(words);
  await app.kill();
  await app.start();
  await expect(marta.page.getByRole('status').filter({ hasText: 'recovered' })).toBeVisible();
  await marta.openNote('Shipping rules');
  await expect(marta.noteText).toHaveText(words);
});

test('closing a window in the middle of a word keeps it', async ({ app }) => {
  const marta = new Desk(app);
  await marta.createNote('Shipping rules');
  const second = await app.openSecondWindow();
  const other = new Desk({ page: second });
  await other.openNote('Shipping rules');
  await other.noteText.pressSequentially(words);
  await second.close({ runBeforeUnload: true });
  await expect(marta.noteText).toHaveText(words);
});

test('a page that crashes in the middle of a word loses nothing, whatever is typed in that note next', async ({
  app,
}) => {
  const marta = new Desk(app);
  await marta.createNote('Shipping rules');
  // A window that stays, as the app does without the one that crashes.
  const second = await app.openSecondWindow();
  const other = new Desk({ page: second });
  await other.openNote('Shipping rules');
  // It types on until the page is no more.
  const word = 'importer-'.repeat(100);
  void other.noteText.pressSequentially(word, { delay: 30, timeout: 0 }).catch(() => undefined);
  await expect.poll(() => readDraft(app.workspace)).toContain('importer');
  await crash(second);
  const typed = readDraft(app.workspace).trim();
  expect(word.startsWith(typed)).toBe(true);
  expect(typed).toContain('importer');

  const third = await app.openSecondWindow();
  const again = new Desk({ page: third });
  await again.openNote('Shipping rules');
  await expect(again.noteText).toHaveText(typed);
  await again.noteText.press('ControlOrMeta+End');
  await again.noteText.pressSequentially(' Ask Ingrid.');
  await expect(again.main.getByText('Saved', { exact: true })).toBeVisible();
  expect(readDraft(app.workspace)).toBe('');

  await app.restart();
  await marta.goTo('Notes');
  await expect(marta.main.getByRole('link', { name: 'Shipping rules' })).toHaveCount(1);
  await marta.openNote('Shipping rules');
  await expect(marta.noteText).toHaveText(`${typed} Ask Ingrid.`);
});

/** Ends the page's process: nothing of the page runs any more. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  // Nobody is left to answer.
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
}

/** What the database keeps of text that is still being typed. */
function readDraft(workspace: string): string {
  const database = new Database(join(workspace, 'adiuva.db'), { readonly: true });
  try {
    const row = database.prepare<[], { content: string }>('select content from note_drafts').get();
    return row?.content ?? '';
  } finally {
    database.close();
  }
}
