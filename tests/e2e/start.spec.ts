import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './app.ts';

test('a workspace that is open in another program is not opened twice', async ({ app }) => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'adiuva-e2e-elsewhere-'));
  try {
    const { code, written } = await app.startToEnd(['--workspace', app.workspace], elsewhere);
    expect(written).toMatch(/open in another program.*process \d+/u);
    expect(code).toBe(1);
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
  await expect(app.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a second start of the desktop app ends, and the first goes on', async ({ app, hostName }) => {
  test.skip(hostName === 'browser-host', 'the browser host has no window to bring forward: it refuses, see above');
  const { code } = await app.startToEnd([]);
  expect(code).toBe(0);
  await expect(app.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a database from a newer version is refused with a sentence and left as it is', async ({ app }) => {
  await app.quit();
  const file = join(app.workspace, 'adiuva.db');
  // The version of the schema is at byte 60 of the file: https://sqlite.org/fileformat.html#user_version_number
  const database = readFileSync(file);
  database.writeUInt32BE(9_999, 60);
  writeFileSync(file, database);
  const { code, written } = await app.startToEnd([]);
  expect(written).toContain('made by a newer Adiuva and was not touched');
  expect(code).toBe(1);
  expect(readFileSync(file).equals(database)).toBe(true);
});

test('a damaged database is moved aside with its name told, and never overwritten', async ({ app }) => {
  await app.quit();
  const file = join(app.workspace, 'adiuva.db');
  const damaged = Buffer.from('This is no database. '.repeat(1_000));
  writeFileSync(file, damaged);
  await app.start();
  const notice = app.page.getByRole('status').filter({ hasText: 'moved aside' });
  await expect(notice).toContainText(/adiuva-damaged-\S+\.db/u);
  const [name = ''] = /adiuva-damaged-\S+?\.db/u.exec((await notice.textContent()) ?? '') ?? [];
  expect(readFileSync(join(app.workspace, name)).equals(damaged)).toBe(true);
});

test('a folder that cannot be written to is refused with a sentence', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'the test knows such a folder on Linux only');
  await app.quit();
  // Not a question of modes, which do not hold root: the kernel makes no folder here for anybody.
  const { code, written } = await app.startToEnd(['--workspace', '/sys/adiuva']);
  expect(written).toMatch(/cannot be written to/u);
  expect(code).toBe(1);
});
