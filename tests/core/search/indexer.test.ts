import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { openSearch, type TestSearch } from './openSearch.ts';
import { readVectors } from './readVectors.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newWorkspace(): string {
  const workspace = mkdtempSync(join(tmpdir(), 'adiuva-indexer-'));
  folders.push(workspace);
  return workspace;
}

const thread = (name: string): string => fileURLToPath(new URL(`threads/${name}.ts`, import.meta.url));
const numbered = (count: number): { id: string; title: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `n${index}`, title: `Note number ${index}` }));
const keysOf = async (workspace: string): Promise<string[]> => [...(await readVectors(workspace)).keys()].sort();

async function filled(workspace: string): Promise<void> {
  await using open = openSearch({ workspace });
  open.put({ id: 'nordlys', title: 'Call with Nordlys' }, ...numbered(20));
  await open.settled();
}

describe('search by likeness', () => {
  test('finds typos, endings and parts that full text does not know, and nothing where nothing is alike', async () => {
    await using open = openSearch({ workspace: newWorkspace() });
    open.put(
      { id: 'nordlys', title: 'Call with Nordlys', body: 'The launch is in March.', projectId: 'p' },
      { kind: 'task', id: 'fattura', title: 'Fattura n. 12' },
      { id: 'plan', title: 'Projektplan Küche' },
    );
    expect(await open.find('nordlyss')).toEqual([]);
    await open.settled();
    expect(open.search.status()).toEqual({ pending: 0, failed: 0, embedder: 'lexical-1' });
    expect(await open.find('nordlyss')).toEqual(['note:nordlys']);
    expect(await open.find('what is the nordlyss')).toEqual(['note:nordlys']);
    expect(await open.find('fatture')).toEqual(['task:fattura']);
    expect(await open.find('projektplanung')).toEqual(['note:plan']);
    expect(await open.find('xqzvw')).toEqual([]);
    expect(await open.find('blorft jkwq')).toEqual([]);
    expect(await open.find('nordlyss', { kinds: ['task'] })).toEqual([]);
    expect(await open.find('nordlyss', { projectId: 'p' })).toEqual(['note:nordlys']);
    expect(await open.find('nordlyss', { projectId: 'q' })).toEqual([]);
    const { items } = await open.search.query({ text: 'nordlyss', limit: 5 });
    expect(items).toEqual([
      { kind: 'note', id: 'nordlys', title: 'Call with Nordlys', snippet: 'The launch is in March.', projectId: 'p' },
    ]);
    expect(await open.find('nordlys')).toEqual(['note:nordlys']);
  });

  test('forgets what was deleted, in both legs', async () => {
    const workspace = newWorkspace();
    await using open = openSearch({ workspace });
    open.put({ id: 'a', title: 'Nordlys' }, { id: 'b', title: 'Nordlyd' });
    await open.settled();
    open.remove('note', 'a');
    expect(await open.find('nordlys')).toEqual(['note:b']);
    await open.settled();
    expect(await keysOf(workspace)).toEqual(['note:b']);
    expect(await open.find('nordlyss')).toEqual(['note:b']);
  });

  test('follows what changes, once per record however often it changed', async () => {
    const workspace = newWorkspace();
    await using open = openSearch({ workspace });
    for (let index = 0; index < 50; index++) open.put({ id: 'a', title: `Aurora ${index}` });
    open.put({ id: 'a', title: 'Nordlys' });
    expect(open.search.status().pending).toBe(1);
    await open.settled();
    expect([await open.find('auroora'), await open.find('nordlyss')]).toEqual([[], ['note:a']]);
    expect((await readVectors(workspace)).get('note:a')).toHaveLength(1);
  });

  test('takes texts without a word, of 5 MB and of a thousand records', async () => {
    const workspace = newWorkspace();
    await using open = openSearch({ workspace });
    open.put(
      { id: 'empty' },
      { id: 'marks', title: '?!' },
      { id: 'big', title: 'Archive', body: 'lorem ipsum '.repeat(420_000) },
      ...numbered(1_200),
    );
    await open.settled();
    expect(open.search.status()).toMatchObject({ pending: 0, failed: 0 });
    expect(await keysOf(workspace)).toHaveLength(1_201);
    expect(await open.find('archhive')).toEqual(['note:big']);
  });

  test('puts off a record that cannot be read and goes on with the others', async () => {
    const workspace = newWorkspace();
    let now = 1_000_000;
    await using open = openSearch({ workspace, now: () => now, unreadable: 'note:bad' });
    open.put({ id: 'bad', title: 'Aurora' }, { id: 'good', title: 'Nordlys' });
    await open.indexed(async () => (await open.find('nordlyss')).length === 1);
    expect(open.search.status()).toMatchObject({ pending: 1, failed: 0 });
    for (let attempt = 2; attempt <= 5; attempt++) {
      now += 3_600_000;
      const before = open.log.length;
      open.put({ id: `other${attempt}`, title: 'Other' });
      await open.indexed(() => open.log.length > before && open.search.status().pending <= 1);
    }
    expect(open.search.status()).toMatchObject({ pending: 0, failed: 1 });
    expect(await open.find('aurora')).toEqual(['note:bad']);
  });
});

describe('at the next start', () => {
  test('the index is there, and what changed meanwhile is caught up with', async () => {
    const workspace = newWorkspace();
    await filled(workspace);
    {
      await using closed = openSearch({ workspace, isStarted: false });
      closed.put({ id: 'new', title: 'Aurora' });
      closed.remove('note', 'nordlys');
    }
    await using open = openSearch({ workspace });
    expect(open.search.status().pending).toBe(2);
    await open.settled();
    expect(open.log).toEqual([]);
    expect(await open.find('auroora')).toEqual(['note:new']);
    expect(await keysOf(workspace)).toEqual(['note:new', ...numbered(20).map(({ id }) => `note:${id}`)].sort());
  });

  test('records from before there was an index are found', async () => {
    const workspace = newWorkspace();
    {
      await using closed = openSearch({ workspace, isStarted: false });
      closed.put(...numbered(120), { id: 'nordlys', title: 'Nordlys' });
      closed.database.sqlite.exec('delete from index_outbox');
    }
    await using open = openSearch({ workspace });
    await open.settled();
    expect(await open.find('nordlyss')).toEqual(['note:nordlys']);
    expect(await keysOf(workspace)).toHaveLength(121);
  });

  test('nothing is loaded or written where there is nothing to index', async () => {
    const workspace = newWorkspace();
    await using open = openSearch({ workspace });
    await vi.waitFor(
      () =>
        expect(open.database.sqlite.prepare('select is_rebuilding from index_state').all()).toEqual([
          { is_rebuilding: 0 },
        ]),
      10_000,
    );
    expect(existsSync(join(workspace, 'vectors'))).toBe(false);
    expect(open.search.status()).toMatchObject({ pending: 0, failed: 0 });
  });
});

describe('rebuilding by hand', () => {
  test('makes both indexes anew while full text answers', async () => {
    const workspace = newWorkspace();
    await using open = openSearch({ workspace });
    open.put({ id: 'nordlys', title: 'Nordlys' }, { id: 'cellar', title: 'Wine cellar' }, ...numbered(300));
    await open.settled();
    open.database.sqlite.exec(`update records set title = 'Aurora' where id = 'nordlys'`);
    open.search.rebuild();
    open.search.rebuild();
    expect(open.search.status().pending).toBeGreaterThan(300);
    expect(await open.find('cellar')).toEqual(['note:cellar']);
    await open.settled();
    expect([await open.find('auroora'), await open.find('aurora'), await open.find('nordlys')]).toEqual([
      ['note:nordlys'],
      ['note:nordlys'],
      [],
    ]);
    expect(await keysOf(workspace)).toHaveLength(302);
  });

  test('in the middle of a batch leaves every record there once', async () => {
    const workspace = newWorkspace();
    await using open = openSearch({ workspace });
    open.put(...numbered(1_500));
    await open.indexed(() => open.search.status().pending < 1_500);
    open.search.rebuild();
    open.put({ id: 'n3', title: 'Nordlys' });
    open.remove('note', 'n4');
    await open.settled();
    const vectors = await readVectors(workspace);
    expect([vectors.size, [...vectors.values()].every(({ length }) => length === 1)]).toEqual([1_499, true]);
    expect(await open.find('nordlyss')).toEqual(['note:n3']);
  });
});

describe('the thread', () => {
  test('that ends in the middle of a batch is started again and loses nothing', async () => {
    const workspace = newWorkspace();
    await using open = openSearch({ workspace, indexerWorker: thread('endsOnce') });
    writeFileSync(join(workspace, 'end-once'), '');
    open.put({ id: 'nordlys', title: 'Nordlys' }, ...numbered(700));
    await open.settled();
    expect(existsSync(join(workspace, 'end-once'))).toBe(false);
    expect(open.log.map(({ message }) => message)).toEqual(['the search index is not up to date']);
    expect(await open.find('nordlyss')).toEqual(['note:nordlys']);
    expect(await keysOf(workspace)).toHaveLength(701);
  });

  test('that cannot be started leaves full text working, and nobody waits for it', async () => {
    await using open = openSearch({ workspace: newWorkspace(), indexerWorker: '/nowhere/indexer.cjs' });
    open.put({ id: 'nordlys', title: 'Nordlys' });
    await open.settled();
    expect(open.search.status()).toEqual({ pending: 0, failed: 1, embedder: 'lexical-1' });
    expect(await open.find('nordlys')).toEqual(['note:nordlys']);
  });

  test('whose searches fail leaves full text working and says so in the log alone', async () => {
    await using open = openSearch({ workspace: newWorkspace(), indexerWorker: thread('failsToSearch') });
    open.put({ id: 'nordlys', title: 'Nordlys' });
    await open.settled();
    expect(await open.find('nordlys')).toEqual(['note:nordlys']);
    expect(open.log.map(({ message }) => message)).toEqual(['search by meaning failed; full text answers alone']);
  });

  test('is waited for by dispose, which can be called at any time and twice', async () => {
    const workspace = newWorkspace();
    const open: TestSearch = openSearch({ workspace });
    open.put(...numbered(900));
    await open.indexed(() => open.search.status().pending < 900);
    await Promise.all([open.search.dispose(), open.search.dispose()]);
    const left = open.search.status().pending;
    expect(left + (await keysOf(workspace)).length).toBe(900);
    await open[Symbol.asyncDispose]();
  });
});
