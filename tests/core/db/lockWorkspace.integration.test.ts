import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';
import { openDatabase } from '../../../src/core/db/openDatabase.ts';
import { createTemporaryFolder } from '../../support/createTestWorkspace.ts';
import { createTestPorts } from '../../support/ports.ts';
import { failureOf } from '../../support/writeRecords.ts';

/** A second process that has the workspace open. */
async function holdElsewhere(folder: string): Promise<ChildProcess & Disposable> {
  const holder = join(import.meta.dirname, 'processes', 'holdWorkspace.ts');
  const child = spawn(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', holder, folder]);
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'close').then(() => Promise.reject(new Error(`the holder ended: ${complaint}`))),
  ]);
  return Object.assign(child, { [Symbol.dispose]: () => void child.kill('SIGKILL') });
}

test('a workspace that another process has open is not opened, and the error names it', async () => {
  using folder = createTemporaryFolder();
  const ports = createTestPorts(folder.path);
  using holder = await holdElsewhere(folder.path);
  const locked = {
    code: 'workspaceLocked',
    fields: { pid: holder.pid, host: hostname(), program: 'Adiuva 0.1.0-test (test)', since: ports.clock.now() },
  };
  expect(failureOf(() => openDatabase(ports))).toEqual(locked);
  // Being refused takes nothing from the holder.
  expect(failureOf(() => openDatabase(ports))).toEqual(locked);

  holder.stdin?.write('close\n');
  await once(holder, 'exit');
  expect(existsSync(join(folder.path, 'owner.json'))).toBe(false);
  openDatabase(ports).close();
});

test('the lock goes with a holder that is killed', async () => {
  using folder = createTemporaryFolder();
  const ports = createTestPorts(folder.path);
  const holder = await holdElsewhere(folder.path);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const database = openDatabase(ports);
  expect(database.notices).toEqual([]);
  database.close();
});

test('twice in one process is refused too, and closing makes room', async () => {
  using folder = createTemporaryFolder();
  const ports = createTestPorts(folder.path);
  const first = await createWorkspace(ports);
  await expect(createWorkspace(ports)).rejects.toMatchObject({ code: 'workspaceLocked', fields: { pid: process.pid } });
  // Having been refused did not drop the lock of the first, which its process holds on the same file.
  await expect(holdElsewhere(folder.path)).rejects.toThrow('workspaceLocked');
  await Promise.all([first.dispose(), first.dispose()]);
  await first.dispose();
  const second = await createWorkspace(ports);
  await second.dispose();
});
