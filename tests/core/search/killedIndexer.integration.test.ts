import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { SearchDocument } from '../../../src/core/search/document.ts';
import { lexicalEmbedder } from '../../../src/core/search/lexicalEmbedder.ts';
import { openSearch } from './openSearch.ts';
import { readVectors } from './readVectors.ts';

const KILLS = 12;
const program = fileURLToPath(new URL('threads/changeForever.ts', import.meta.url));

/** Starts the process, waits until it indexes, and kills it so many milliseconds later. Answers what it said. */
async function killAfter(workspace: string, seed: number, delay: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', program, workspace, String(seed)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited.then(() => Promise.reject(new Error('it ended by itself')))]);
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
  return said.split('\n');
}

test(`an indexer killed ${KILLS} times at random loses nothing and repeats nothing`, async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'adiuva-killed-'));
  try {
    for (let kill = 1; kill <= KILLS; kill++) {
      const said = await killAfter(workspace, kill * 7_919, Math.floor(Math.random() * 700));
      // What was killed half-way is caught up with; none of it is a reason to begin anew.
      expect(said.filter((line) => line !== 'indexing' && line !== '')).toEqual([]);
    }

    await using open = openSearch({ workspace });
    await open.settled();
    expect(open.log).toEqual([]);
    const records = open.database.sqlite
      .prepare<[], SearchDocument>('select kind, id, title, body from records order by id')
      .all();
    const vectors = await readVectors(workspace);
    const expected = Object.fromEntries(
      records.map((record) => [`note:${record.id}`, [lexicalEmbedder.embedDocument(record)]]),
    );
    expect(records.length).toBeGreaterThan(100);
    expect(Object.keys(Object.fromEntries(vectors)).sort()).toEqual(Object.keys(expected).sort());
    expect(Object.fromEntries(vectors)).toEqual(expected);
    for (const { id, title } of records.slice(0, 20))
      expect(await open.find(title, { limit: 100 })).toContain(`note:${id}`);
    open.database.sqlite.exec(`insert into search_text (search_text, rank) values ('integrity-check', 1)`);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
});
