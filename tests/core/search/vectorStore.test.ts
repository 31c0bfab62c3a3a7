import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openVectorStore, type VectorRow, type VectorStore } from '../../../src/core/search/vectorStore.ts';
import { readVectors } from './readVectors.ts';

const DIMENSION = 16;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function openStore(): Promise<{ store: VectorStore; workspace: string; reopen(): Promise<VectorStore> }> {
  const workspace = mkdtempSync(join(tmpdir(), 'adiuva-vectors-'));
  folders.push(workspace);
  const reopen = (wipe = false): Promise<VectorStore> =>
    openVectorStore({ folder: join(workspace, 'vectors'), table: 'test_1', dimension: DIMENSION, wipe });
  return { store: await reopen(), workspace, reopen };
}

/** A vector that points along one axis and a little along another. */
function row(key: string, axis: number, tilt = 0): VectorRow {
  const vector = new Float32Array(DIMENSION);
  vector[axis % DIMENSION] = Math.sqrt(1 - tilt * tilt);
  vector[(axis + 1) % DIMENSION] = tilt;
  return { key, kind: key.split(':')[0] ?? '', vector };
}
const nearest = (store: VectorStore, axis: number, kinds: string[] | null = null): ReturnType<VectorStore['search']> =>
  store.search({ vector: row('', axis).vector, limit: 10, kinds, minimumSimilarity: 0.5 });

describe('a table of vectors', () => {
  test('answers the nearest first, none that is too far, of the kinds that are asked for', async () => {
    const { store } = await openStore();
    await store.write([row('note:far', 5), row('note:near', 0, 0.5), row('task:same', 0)], []);
    const hits = await nearest(store, 0);
    expect(hits.map(({ key, similarity }) => [key, Number(similarity.toFixed(2))])).toEqual([
      ['task:same', 1],
      ['note:near', 0.87],
    ]);
    expect((await nearest(store, 0, ['note'])).map(({ key }) => key)).toEqual(['note:near']);
    store.close();
  });

  test('holds each record once, however often it is written or removed, also by names that look like SQL', async () => {
    const { store, workspace } = await openStore();
    const hostile = `note:' or 1=1 --`;
    await store.write([row('note:a', 0), row(hostile, 1)], []);
    await store.write([row('note:a', 2), row(hostile, 1)], ['note:none', hostile]);
    await store.write([], [hostile]);
    await store.write([], []);
    expect([...(await readVectors(workspace))]).toEqual([['note:a', [row('', 2).vector]]]);
    store.close();
  });

  test('is compacted after many small writes, and searches meanwhile do not fail', async () => {
    const { store, workspace, reopen } = await openStore();
    for (let index = 0; index < 40; index++) await store.write([row(`note:${index % 30}`, index)], []);
    const state = { isCompacting: true };
    const compacted = store.compact().finally(() => (state.isCompacting = false));
    const searches: ReturnType<typeof nearest>[] = [];
    do {
      const search = nearest(store, 3);
      searches.push(search, nearest(store, 7));
      await search;
    } while (state.isCompacting);
    await compacted;
    expect((await Promise.all(searches)).every((hits) => hits.length > 0)).toBe(true);
    const files = readdirSync(join(workspace, 'vectors', 'test_1.lance', 'data'));
    expect(files).toHaveLength(1);
    store.close();

    const again = await reopen();
    expect(again.found).toMatchObject({ isNew: false, rows: 30, keys: 30 });
    expect(await nearest(again, 3)).not.toEqual([]);
    again.close();
  });
});
