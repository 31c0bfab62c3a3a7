import { expect, test } from './app.ts';
import { Desk } from './desk.ts';

test('a title of 10,000 characters is refused with a sentence, and stays to be cut', async ({ app }) => {
  const marta = new Desk(app);
  await marta.goTo('Tasks');
  const field = marta.main.getByRole('combobox', { name: 'New task' });
  await field.fill('x'.repeat(10_000));
  await field.press('Enter');
  await expect(marta.main.getByText(/At most [\d,.]+ characters/u)).toBeVisible();
  await expect(field).toHaveValue(/^x{10000}$/u);
});

test('an empty task is none', async ({ app }) => {
  const marta = new Desk(app);
  await marta.goTo('Tasks');
  const field = marta.main.getByRole('combobox', { name: 'New task' });
  await field.fill('   ');
  await field.press('Enter');
  await expect(marta.main.getByRole('heading', { name: 'Nothing to do yet' })).toBeVisible();
  const { items } = await app.call('tasks.list', { status: 'all' });
  expect(items).toEqual([]);
});

test('right-to-left text, emoji and years at the ends of the calendar are kept as they are', async ({ app }) => {
  const marta = new Desk(app);
  const titles = ['اتصل بروسي غدًا', '👩‍👩‍👧‍👦 family photo 🏳️‍🌈', 'Zoë, naïve, ﬁne, Ａ', 'Second'.padEnd(500, '—')];
  for (const [index, title] of titles.entries()) {
    await app.call('tasks.create', { title, dueDate: index % 2 === 0 ? '0001-01-01' : '9999-12-31' });
  }
  await marta.goTo('Tasks');
  for (const title of titles) await expect(marta.task(title)).toBeVisible();
});

test('a note of 5 MB opens, takes a word and keeps it', async ({ app }) => {
  test.setTimeout(180_000);
  const marta = new Desk(app);
  const paragraph = `${'Norway only with the importer’s number. '.repeat(50)}\n\n`;
  const content = paragraph.repeat(Math.floor(5_000_000 / paragraph.length));
  const { id } = await app.call('notes.create', { title: 'Long', content });
  await app.page.goto(new URL(`/notes/${id}`, app.page.url()).href);
  await expect(marta.main.getByText('Norway only with').first()).toBeVisible({ timeout: 60_000 });
  const { items } = await app.call('search.query', { text: 'importer', limit: 5 });
  expect(items).toEqual([expect.objectContaining({ kind: 'note', id })]);
});

test('an address that names nothing says so', async ({ app }) => {
  for (const [path, sentence] of [
    ['/notes/01a1fe1f-1665-7c9a-8dd9-b8278128543a', 'This note is gone'],
    ['/projects/01a1fe1f-1665-7c9a-8dd9-b8278128543a', /gone|nothing here/u],
    ['/projects/not-an-id', /gone|nothing here/u],
    ['/nowhere', 'There is nothing here'],
  ] as const) {
    await app.page.goto(new URL(path, app.page.url()).href);
    await expect(app.page.getByRole('main').getByRole('heading', { name: sentence }).first()).toBeVisible();
  }
});

test('a provider that is a web page, and a key with a line break, are refused in words', async ({ app }) => {
  const marta = new Desk(app);
  const refused = await app.callForError('providers.create', {
    kind: 'openai-compatible',
    baseUrl: 'http://127.0.0.1:9/',
    model: 'm',
    key: 'sk-one\nX-Injected: yes',
  });
  expect(refused).toMatchObject({ code: 'validation', fields: { key: { problem: 'invalid' } } });
  await marta.goTo('Settings');
  await marta.main.getByRole('link', { name: 'AI providers' }).click();
  await expect(marta.main.getByRole('heading', { name: 'AI providers' }).first()).toBeVisible();
});
