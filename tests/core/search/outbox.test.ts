import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBatch } from '../../../src/core/search/indexBatch.ts';
import { createIndexLedger } from '../../../src/core/search/indexLedger.ts';
import { createOutbox, type Outbox, type OutboxEntry, retryDelay } from '../../../src/core/search/outbox.ts';
import { openSearch, type TestSearch } from './openSearch.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function open(): TestSearch & { outbox: Outbox } {
  const workspace = mkdtempSync(join(tmpdir(), 'adiuva-outbox-'));
  folders.push(workspace);
  const opened = openSearch({ workspace, isStarted: false });
  return Object.assign(opened, { outbox: createOutbox(opened.database) });
}
const ids = (entries: readonly OutboxEntry[]): string => entries.map(({ id }) => id).join('');

describe('the outbox', () => {
  test('names each record once, the one that changed longest ago first', async () => {
    await using opened = open();
    for (const id of 'abcab') opened.outbox.add('note', id);
    opened.outbox.add('task', 'a');
    expect(opened.outbox.take(10, 0).map(({ kind, id }) => `${kind}:${id}`)).toEqual([
      'note:c',
      'note:a',
      'note:b',
      'task:a',
    ]);
    expect(ids(opened.outbox.take(2, 0))).toBe('ca');
    expect(opened.outbox.counts()).toEqual({ pending: 4, failed: 0 });
  });

  test('keeps a record that changed again while it was worked on', async () => {
    await using opened = open();
    for (const id of 'ab') opened.outbox.add('note', id);
    const taken = opened.outbox.take(10, 0);
    opened.outbox.add('note', 'a');
    opened.outbox.acknowledge(taken);
    expect(ids(opened.outbox.take(10, 0))).toBe('a');
    opened.outbox.acknowledge(taken);
    opened.outbox.fail(taken, 0);
    expect(opened.outbox.take(10, 0)).toMatchObject([{ id: 'a', attempts: 0 }]);
  });

  test('forgets what a transaction that failed put in', async () => {
    await using opened = open();
    expect(() =>
      opened.database.transaction(() => {
        opened.outbox.add('note', 'a');
        throw new Error('disk full');
      }),
    ).toThrow('disk full');
    expect(opened.outbox.take(10, 0)).toEqual([]);
  });

  test('puts off what failed, longer each time, gives up on it after five times and tries it at once after a change', async () => {
    await using opened = open();
    opened.outbox.add('note', 'a');
    let now = 1_000;
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(opened.outbox.counts()).toEqual({ pending: 1, failed: 0 });
      opened.outbox.fail(opened.outbox.take(10, now), now);
      expect(opened.outbox.take(10, now)).toEqual([]);
      expect(opened.outbox.nextAttemptAt()).toBe(now + retryDelay(attempt));
      now += retryDelay(attempt);
    }
    expect(opened.outbox.counts()).toEqual({ pending: 0, failed: 1 });
    opened.outbox.fail(opened.outbox.take(10, now), now);
    opened.outbox.retryNow();
    expect(opened.outbox.take(10, 0)).toMatchObject([{ id: 'a', attempts: 6 }]);
    opened.outbox.add('note', 'a');
    expect(opened.outbox.counts()).toEqual({ pending: 1, failed: 0 });
    expect(opened.outbox.nextAttemptAt()).toBe(0);
  });

  test('waits at most an hour', () => {
    expect([1, 2, 3, 4, 9, 99].map(retryDelay)).toEqual([1_000, 4_000, 16_000, 64_000, 3_600_000, 3_600_000]);
  });
});

describe('a batch', () => {
  const entry = (id: string, attempts = 0): OutboxEntry => ({ sequence: 1, kind: 'note', id, attempts });
  const read = (id: string): { kind: 'note'; id: string; title: string; body: string; projectId: null } => ({
    kind: 'note',
    id,
    title: id,
    body: 'x'.repeat(100_000),
    projectId: null,
  });

  test('holds what is there to write and what is there to remove, bodies cut', async () => {
    const { entries, request } = await readBatch([entry('a'), entry('b')], (_, id) => (id === 'a' ? read(id) : null));
    expect(ids(entries)).toBe('ab');
    expect(request.removed).toEqual(['note:b']);
    expect(request.documents.map(({ key, body }) => [key, body.length])).toEqual([['note:a', 20_000]]);
  });

  test('ends before it carries too much text', async () => {
    const waiting = Array.from({ length: 500 }, (_, index) => entry(String(index)));
    const { entries } = await readBatch(waiting, (_, id) => read(id));
    expect(entries).toHaveLength(100);
  });

  test('gets smaller around what failed, down to that alone', async () => {
    const waiting = (attempts: number): OutboxEntry[] =>
      Array.from({ length: 500 }, (_, index) => entry(String(index), attempts));
    const sizes = await Promise.all(
      [0, 1, 2, 3, 9].map(async (attempts) => (await readBatch(waiting(attempts), () => null)).entries.length),
    );
    expect(sizes).toEqual([500, 50, 5, 1, 1]);
    expect(ids((await readBatch([entry('a'), entry('b'), entry('c', 9)], () => null)).entries)).toBe('ab');
    expect(ids((await readBatch([entry('c', 9), entry('a')], () => null)).entries)).toBe('c');
  });

  test('leaves out what cannot be read, and nothing else', async () => {
    const { entries, request, unreadable } = await readBatch([entry('a'), entry('bad'), entry('c')], (_, id) => {
      if (id === 'bad') throw new Error('malformed');
      return read(id);
    });
    expect([ids(entries), ids(unreadable.map((failed) => failed.entry)), request.documents.length]).toEqual([
      'ac',
      'bad',
      2,
    ]);
  });
});

describe('the ledger', () => {
  test('says how many rows a table may have after a crash at any time', async () => {
    await using opened = open();
    const ledger = createIndexLedger(opened.database, { name: 'lexical-1', dimension: 384 });
    expect(ledger.state()).toBeNull();
    const { vectorTable } = ledger.begin();
    expect(ledger.state()).toEqual({ vectorTable, tableVersion: 0, isRebuilding: true });
    ledger.endRebuild();
    const key = (id: string): { kind: 'note'; id: string } => ({ kind: 'note', id });
    ledger.acknowledge({ embedded: ['a', 'b', 'c', 'd'].map(key), removed: [key('z')], version: 7 });
    expect(ledger.expectedRows()).toEqual({ least: 4, most: 4 });
    for (const id of 'aby') opened.outbox.add('note', id);
    expect(ledger.expectedRows()).toEqual({ least: 2, most: 5 });
    ledger.acknowledge({ embedded: [key('y')], removed: [key('a')], version: 9 });
    expect(ledger.state()).toEqual({ vectorTable, tableVersion: 9, isRebuilding: false });
    expect(ledger.begin().vectorTable).not.toBe(vectorTable);
    expect(ledger.expectedRows()).toEqual({ least: 0, most: 3 });
  });
});
