import { connect } from '@lancedb/lancedb';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearch } from './openSearch.ts';
import { readVectors } from './readVectors.ts';

/** A workspace of 41 records, made once and copied. */
let original: string;
const folders: string[] = [];

beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'adiuva-broken-'));
  folders.push(original);
  await using open = openSearch({ workspace: original });
  open.put({ id: 'nordlys', title: 'Call with Nordlys' }, ...numbered(20));
  await open.settled();
  open.put(...numbered(40));
  await open.settled();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const numbered = (count: number): { id: string; title: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `n${index}`, title: `Note number ${index}` }));

function copy(): { workspace: string; vectors: string; table: string } {
  const workspace = mkdtempSync(join(tmpdir(), 'adiuva-broken-'));
  folders.push(workspace);
  cpSync(original, workspace, { recursive: true });
  const vectors = join(workspace, 'vectors');
  const table = readdirSync(vectors).find((name) => name.startsWith('lexical-1')) ?? 'none';
  return { workspace, vectors, table: join(vectors, table) };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

async function expectWhole(workspace: string): Promise<void> {
  const vectors = await readVectors(workspace);
  expect([vectors.size, [...vectors.values()].every(({ length }) => length === 1)]).toEqual([41, true]);
}

const rebuilt = /made anew$/u;

describe('an index that is', () => {
  test.each<[string, (paths: ReturnType<typeof copy>) => void | Promise<void>]>([
    ['missing', ({ vectors }) => rmSync(vectors, { recursive: true })],
    [
      'an empty folder',
      ({ vectors }) => {
        rmSync(vectors, { recursive: true });
        mkdirSync(vectors);
      },
    ],
    [
      'a file',
      ({ vectors }) => {
        rmSync(vectors, { recursive: true });
        writeFileSync(vectors, 'not a folder');
      },
    ],
    ['without its table', ({ table }) => rmSync(table, { recursive: true })],
    ['without its data', ({ table }) => rmSync(join(table, 'data'), { recursive: true })],
    ['without one data file', ({ table }) => rmSync(filesIn(join(table, 'data'))[0] ?? '')],
    ['without its versions', ({ table }) => rmSync(join(table, '_versions'), { recursive: true })],
    ['emptied file by file', ({ vectors }) => filesIn(vectors).forEach((file) => truncateSync(file, 0))],
    [
      'cut in half, file by file',
      ({ vectors }) => filesIn(vectors).forEach((file) => truncateSync(file, Math.floor(statSync(file).size / 2))),
    ],
    [
      'cut in one data file',
      ({ table }) => {
        const [file = ''] = filesIn(join(table, 'data'));
        truncateSync(file, statSync(file).size - 10);
      },
    ],
    [
      'overwritten with garbage',
      ({ vectors }) => filesIn(vectors).forEach((file) => writeFileSync(file, Buffer.alloc(statSync(file).size, 0xa5))),
    ],
    [
      'older than the database',
      async ({ vectors, table }) => {
        const connection = await connect(vectors);
        const opened = await connection.openTable(
          table
            .split('/')
            .at(-1)
            ?.replace(/\.lance$/u, '') ?? '',
        );
        const first = (await opened.listVersions()).map(({ version }) => version).sort((a, b) => b - a)[0] ?? 0;
        opened.close();
        connection.close();
        // LanceDB names its manifests by the distance from the greatest 64-bit number.
        const newest = String((1n << 64n) - 1n - BigInt(first));
        for (const file of filesIn(join(table, '_versions')))
          if (file.includes(newest) || file.endsWith('.json')) rmSync(file);
      },
    ],
    [
      'of another shape',
      async ({ vectors, table }) => {
        rmSync(table, { recursive: true });
        const connection = await connect(vectors);
        await connection.createTable(
          table
            .split('/')
            .at(-1)
            ?.replace(/\.lance$/u, '') ?? '',
          [{ words: 'foreign', number: 1 }],
        );
        connection.close();
      },
    ],
    [
      'short of a record',
      async ({ vectors, table }) => {
        const connection = await connect(vectors);
        const opened = await connection.openTable(
          table
            .split('/')
            .at(-1)
            ?.replace(/\.lance$/u, '') ?? '',
        );
        await opened.delete(`key = 'note:nordlys'`);
        opened.close();
        connection.close();
      },
    ],
    [
      'holding a record twice',
      async ({ vectors, table }) => {
        const connection = await connect(vectors);
        const opened = await connection.openTable(
          table
            .split('/')
            .at(-1)
            ?.replace(/\.lance$/u, '') ?? '',
        );
        const [row] = await opened
          .query()
          .limit(1)
          .toArrow()
          .then((rows) => [rows]);
        if (row !== undefined) await opened.add(row);
        await opened.delete(`key = 'note:n3'`);
        opened.close();
        connection.close();
      },
    ],
    [
      'of another workspace',
      async ({ vectors }) => {
        rmSync(vectors, { recursive: true });
        const other = mkdtempSync(join(tmpdir(), 'adiuva-broken-'));
        folders.push(other);
        await using open = openSearch({ workspace: other });
        open.put(...numbered(41));
        await open.settled();
        await open[Symbol.asyncDispose]();
        cpSync(join(other, 'vectors'), vectors, { recursive: true });
      },
    ],
  ])('%s is made anew while full text answers', async (_, damage) => {
    const paths = copy();
    await damage(paths);
    await using open = openSearch({ workspace: paths.workspace });
    expect(await open.find('nordlys')).toEqual(['note:nordlys']);
    await open.indexed(async () => (await open.find('nordlyss')).length > 0);
    await open.settled();
    expect(await open.find('nordlyss')).toEqual(['note:nordlys']);
    expect(open.log.map(({ message }) => message)).toEqual([expect.stringMatching(rebuilt)]);
    await expectWhole(paths.workspace);
  });

  test('whole is left as it is', async () => {
    const { workspace } = copy();
    await using open = openSearch({ workspace });
    await open.indexed(async () => (await open.find('nordlyss')).length > 0);
    expect(open.log).toEqual([]);
    await expectWhole(workspace);
  });
});

describe('an index that breaks while it is in use', () => {
  test.each<[string, (paths: ReturnType<typeof copy>) => void]>([
    ['by losing its folder', ({ vectors }) => rmSync(vectors, { recursive: true })],
    ['by losing its data', ({ table }) => rmSync(join(table, 'data'), { recursive: true })],
  ])('%s is made anew, and nobody sees an error', async (_, damage) => {
    const paths = copy();
    await using open = openSearch({ workspace: paths.workspace });
    await open.indexed(async () => (await open.find('nordlyss')).length > 0);
    damage(paths);
    open.put({ id: 'new', title: 'Aurora' });
    for (const word of ['nordlys', 'aurora']) expect(await open.find(word)).toHaveLength(1);
    await open.indexed(
      async () =>
        open.search.status().pending === 0 &&
        (await open.find('auroora')).length > 0 &&
        (await open.find('nordlyss')).length > 0,
    );
    expect((await readVectors(paths.workspace)).size).toBe(42);
  });
});
