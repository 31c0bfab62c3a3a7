import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { build } from 'vite';
import { openSearch } from './openSearch.ts';

const root = resolve(import.meta.dirname, '../../..');

test('the indexer works as one CommonJS file, as the installed app has it', async () => {
  // Below the project, so that the packages that stay outside of the bundle are found.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bundled-indexer-'));
  try {
    await build({
      root,
      configFile: join(root, 'vite.main.config.mts'),
      logLevel: 'warn',
      build: {
        ssr: true,
        outDir: folder,
        copyPublicDir: false,
        rolldownOptions: {
          input: join(root, 'src/core/search/indexerWorker.ts'),
          output: { format: 'cjs', entryFileNames: 'indexerWorker.cjs' },
        },
      },
    });
    await using open = openSearch({ workspace: folder, indexerWorker: join(folder, 'indexerWorker.cjs') });
    open.put({ id: 'nordlys', title: 'Nordlys' });
    await open.settled();
    expect(open.log).toEqual([]);
    expect(await open.find('nordlyss')).toEqual(['note:nordlys']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
