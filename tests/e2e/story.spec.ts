import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

test('a first hour with Adiuva, and everything is still there tomorrow', async ({ app }) => {
  const marta = new Desk(app);

  await test.step('she makes a client, a project and tasks', async () => {
    await marta.createClient('Rossi Vini');
    await marta.createProject('Wine shop relaunch', { client: 'Rossi Vini' });
    await marta.addTask('Send the revised quote today, high', 'Send the revised quote');
    await marta.addTask('Import 38 wines', 'Import 38 wines');
    await marta.completeTask('Import 38 wines');
  });

  await test.step('she writes a note', async () => {
    await marta.writeNote('Shipping rules', 'Norway only with the importer’s number.');
  });

  await test.step('she opens the chat and asks for help', async () => {
    await marta.openProject('Wine shop relaunch');
    await marta.openChat();
    await marta.ask('remind me to call Rossi tomorrow at 10, high');
    await marta.ask('remind me to order the paper samples on Friday');
  });

  await test.step('suggested tasks appear with dashed borders', async () => {
    for (const title of ['Call Rossi', 'Order the paper samples']) {
      await expect(marta.suggestion(title)).toBeVisible();
      await expect(marta.suggestion(title)).toHaveCSS('border-top-style', 'dashed');
    }
  });

  await test.step('she approves one and rejects another', async () => {
    await marta.approve('Call Rossi');
    await marta.reject('Order the paper samples');
    await expect(marta.task('Call Rossi')).toBeVisible();
    await expect(marta.task('Order the paper samples')).toBeHidden();
    await marta.closeChat();
  });

  await test.step('she presses Daily brief', async () => {
    await marta.goTo('Home');
    await marta.main.getByRole('button', { name: 'Daily brief' }).click();
    await expect(marta.brief.getByRole('link', { name: 'Send the revised quote' }).first()).toBeVisible();
  });

  await test.step('she finds the note by a word in it', async () => {
    const found = await marta.find('importer');
    await found.filter({ hasText: 'Shipping rules' }).click();
    await expect(marta.noteText).toContainText('Norway only with the importer’s number.');
  });

  await test.step('she quits and starts again', async () => {
    await app.restart();
  });

  await test.step('everything is there', async () => {
    await expect(marta.brief.getByRole('link', { name: 'Send the revised quote' }).first()).toBeVisible();
    await marta.openProject('Wine shop relaunch');
    await expect(marta.main.getByText('Rossi Vini').first()).toBeVisible();
    await expect(marta.task('Send the revised quote')).toBeVisible();
    await expect(marta.task('Call Rossi')).toBeVisible();
    await expect(marta.task('Order the paper samples')).toBeHidden();
    await marta.openNote('Shipping rules');
    await expect(marta.noteText).toContainText('Norway only with the importer’s number.');
    await marta.openChat();
    await marta.openConversation('remind me to call Rossi tomorrow at 10, high');
    await expect(marta.chat.getByText('remind me to order the paper samples on Friday')).toBeVisible();
  });
});
