import { join } from 'node:path';
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
