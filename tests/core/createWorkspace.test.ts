import BetterSqlite from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../src/contracts/health.ts';
import type { WorkspaceEvent } from '../../src/contracts/event.ts';
import { createWorkspace } from '../../src/core/createWorkspace.ts';
import { createTemporaryFolder, createTestWorkspace } from '../support/createTestWorkspace.ts';
import { createTestPorts } from '../support/ports.ts';
import { fillStudioFerri } from '../support/studioFerri.ts';
import { create, readEverything } from '../support/writeRecords.ts';

test('a filled workspace is all there after it was closed and opened again', async () => {
  await using test = await createTestWorkspace();
  fillStudioFerri(test.workspace, test.ports.clock.today());
  const read = () => ({
    ...readEverything(test.workspace),
    settings: test.workspace.settings.get(),
    history: test.workspace.history.list({ limit: 1_000 }).items,
  });
  const before = read();
  expect(Math.min(before.tasks.length, before.notes.length, before.suggestions.length)).toBeGreaterThan(2);
  await test.reopen();
  expect(read()).toEqual(before);
});

test('a workspace says what it is, and closing it twice at once does no harm', async () => {
  using folder = createTemporaryFolder();
  const ports = createTestPorts(join(folder.path, 'Ünïcode 工作 folder'));
  const workspace = await createWorkspace(ports);
  expect(workspace.health()).toEqual({
    version: '0.1.0-test',
    protocol: PROTOCOL_VERSION,
    host: 'test',
    folder: ports.paths.workspace,
    notices: [],
  });
  await Promise.all([workspace.dispose(), workspace.dispose()]);
  await workspace.dispose();
  expect(() => workspace.tasks.counts('2026-11-21')).toThrow();
  expect(readdirSync(ports.paths.workspace).filter((name) => /owner|wal|shm/u.test(name))).toEqual([]);
});

test('opening fails whole: what was opened on the way is closed again', async () => {
  using folder = createTemporaryFolder();
  const ports = createTestPorts(folder.path);
  await (await createWorkspace(ports)).dispose();
  const sqlite = new BetterSqlite(join(folder.path, 'adiuva.db'));
  sqlite.exec('drop table search_text; drop table counts');
  sqlite.close();
  await expect(createWorkspace(ports)).rejects.toThrow();
  expect(readdirSync(folder.path)).not.toContain('owner.json');
  await expect(createWorkspace(ports)).rejects.not.toMatchObject({ code: 'workspaceLocked' });
});

test('settings have defaults, change one by one, are told to all, and survive values from another version', async () => {
  await using test = await createTestWorkspace();
  const heard: WorkspaceEvent[] = [];
  test.workspace.events.subscribe((event) => heard.push(event));
  const defaults = test.workspace.settings.get();
  expect(defaults).toEqual({
    theme: 'system',
    density: 'comfortable',
    userName: '',
    workspaceName: '',
    isSidebarCollapsed: false,
    profile: '',
    personality: '',
    toolRounds: 5,
    briefAt: null,
    reviewAt: null,
  });
  expect(test.workspace.settings.update({ userName: ' Marta ', theme: 'dark' })).toEqual({
    ...defaults,
    userName: 'Marta',
    theme: 'dark',
  });
  test.workspace.settings.update({});
  expect(heard).toEqual([{ type: 'settingsChanged' }]);
  const { workspace: open, folder } = test;
  await open.dispose();
  const sqlite = new BetterSqlite(join(folder, 'adiuva.db'));
  const put = sqlite.prepare('insert or replace into settings (key, value) values (?, ?)');
  put.run('theme', '"sepia"');
  put.run('density', 'no json');
  put.run('language', '"it"');
  sqlite.close();
  expect((await test.reopen()).settings.get()).toEqual({ ...defaults, userName: 'Marta' });
});

test('a listener hears nothing after it left or after the workspace was closed', async () => {
  await using test = await createTestWorkspace();
  let heard = 0;
  const stop = test.workspace.events.subscribe(() => (heard += 1));
  create(test.workspace, 'client', { name: 'a' });
  stop();
  stop();
  create(test.workspace, 'client', { name: 'b' });
  expect(heard).toBe(1);
});
