import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

test('a client from creation to archive and back', async ({ app }) => {
  const desk = new Desk(app);
  const { page } = app;
  await desk.createClient('Rossi Vini');
  await desk.main.getByRole('link', { name: 'Rossi Vini' }).click();
  await expect(desk.main.getByRole('heading', { name: 'Rossi Vini', level: 1 })).toBeVisible();

  await test.step('contact and notes are written in place', async () => {
    await desk.main.getByRole('button', { name: 'Add a contact and place' }).click();
    await page.keyboard.type('Paolo Rossi, Montalcino');
    await page.keyboard.press('Enter');
    await expect(desk.main.getByRole('button', { name: 'Paolo Rossi, Montalcino' })).toBeVisible();
    await desk.main.getByRole('button', { name: 'Add a mail address' }).click();
    await page.keyboard.type('paolo@rossi.example');
    await page.keyboard.press('Enter');
    await expect(desk.main.getByRole('link', { name: 'Write to paolo@rossi.example' })).toHaveAttribute(
      'href',
      'mailto:paolo@rossi.example',
    );
    await desk.main.getByRole('button', { name: 'Add what you want to remember about this client' }).click();
    await page.keyboard.type('Pays **within ten days**.');
    await page.keyboard.press('Escape');
    await expect(desk.main.locator('strong', { hasText: 'within ten days' })).toBeVisible();
  });

  await test.step('Esc takes back what was typed', async () => {
    await desk.main.getByRole('button', { name: 'Paolo Rossi, Montalcino' }).click();
    await page.keyboard.type(' and somebody else');
    await page.keyboard.press('Escape');
    await expect(desk.main.getByRole('button', { name: 'Paolo Rossi, Montalcino', exact: true })).toBeVisible();
  });

  await test.step('its projects, open tasks and notes are on it', async () => {
    await desk.main.getByRole('button', { name: 'New project for Rossi Vini' }).click();
    const dialog = page.getByRole('dialog', { name: 'New project' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Wine shop relaunch');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await expect(desk.main.getByRole('heading', { name: 'Wine shop relaunch', level: 1 })).toBeVisible();
    const projectId = new URL(page.url()).pathname.split('/').at(-1);
    await app.call('tasks.create', { title: 'Age check', projectId });
    await app.call('notes.create', { title: 'Shipping rules', projectId });
    // The crumb leads back.
    await desk.main.getByRole('navigation').getByRole('link', { name: 'Rossi Vini' }).click();
    await expect(desk.main.getByRole('region', { name: 'Projects' }).getByText('0 of 1')).toBeVisible();
    await expect(desk.task('Age check')).toBeVisible();
    await expect(desk.main.getByRole('region', { name: 'Notes' }).getByRole('link')).toContainText('Shipping rules');
    await expect(desk.main.getByRole('region', { name: 'Activity' })).toContainText('added Age check');
  });

  await test.step('archiving says what becomes of its projects, and is undone', async () => {
    await page.getByRole('button', { name: 'More for Rossi Vini' }).click();
    await page.getByRole('menuitem', { name: 'Archive client' }).click();
    await expect(page.getByText('“Rossi Vini” archived. Its project stays as it is.')).toBeVisible();
    await expect(desk.main.getByText('Archived. Its one project stays as it is.')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(desk.main.getByText('Archived. Its one project stays as it is.')).toBeHidden();
    await page.getByRole('button', { name: 'More for Rossi Vini' }).click();
    await page.getByRole('menuitem', { name: 'Archive client' }).click();
    await desk.main.getByRole('button', { name: 'Restore client' }).click();
    await expect(desk.main.getByText('Archived. Its one project stays as it is.')).toBeHidden();
  });

  await test.step('its history says who changed what, and undoes it there', async () => {
    await page.getByRole('button', { name: 'More for Rossi Vini' }).click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    const dialog = page.getByRole('dialog', { name: 'History of “Rossi Vini”' });
    await expect(dialog.getByRole('listitem').filter({ hasText: 'added it' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Undo: changed the mail' }).click();
    await expect(dialog.getByRole('listitem').filter({ hasText: 'undid: changed the mail' })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(desk.main.getByRole('button', { name: 'Add a mail address' })).toBeVisible();
  });

  await test.step('deleted, it lies in the trash; its project stays, and is its again when it is back', async () => {
    await page.getByRole('button', { name: 'More for Rossi Vini' }).click();
    await page.getByRole('menuitem', { name: 'Delete client' }).click();
    await expect(page.getByText('“Rossi Vini” deleted. Its project stays, without a client.')).toBeVisible();
    await expect(desk.main.getByRole('heading', { name: 'No client' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(desk.main.getByRole('heading', { name: 'Rossi Vini' })).toBeVisible();
    await expect(desk.main.getByRole('heading', { name: 'No client' })).toBeHidden();
  });
});

test('a client that is gone says so, and where it lies', async ({ app }) => {
  const desk = new Desk(app);
  const { page } = app;
  await desk.createClient('Harbour & Finch');
  await desk.main.getByRole('link', { name: 'Harbour & Finch' }).click();
  await expect(desk.main.getByRole('heading', { name: 'Harbour & Finch', level: 1 })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await app.call('clients.delete', { id });
  await expect(desk.main.getByRole('heading', { name: 'This client is gone' })).toBeVisible();
  await desk.main.getByRole('link', { name: 'Open the trash' }).click();
  await page.getByRole('button', { name: 'Restore Harbour & Finch' }).click();
  await page.goBack();
  await expect(desk.main.getByRole('heading', { name: 'Harbour & Finch', level: 1 })).toBeVisible();
});

test('the palette opens a client’s page', async ({ app }) => {
  const desk = new Desk(app);
  await app.call('clients.create', { name: 'Kessler Architekten' });
  const found = await desk.find('Kessler');
  await found.filter({ hasText: 'Kessler Architekten' }).first().click();
  await expect(desk.main.getByRole('heading', { name: 'Kessler Architekten', level: 1 })).toBeVisible();
});
