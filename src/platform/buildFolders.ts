import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

/** Where the parts of the program lie that are no code of the host itself. */
export interface BuildFolders {
  readonly root: string;
  /** The built window: index.html and its assets. */
  readonly renderer: string;
  /** The generated SQL migrations. */
  readonly migrations: string;
  /** The module of the indexer's worker thread. */
  readonly indexerWorker: string;
  /** The module of the reader's worker thread. */
  readonly readerWorker: string;
  /** As in package.json. */
  readonly version: string;
}

const packageSchema = z.object({ name: z.literal('adiuva'), version: z.string() });

/**
 * Finds the program from the folder of one of its files (`import.meta.dirname`): below `src` it runs from the sources,
 * else from the bundles in `.vite/build`, be that in a clone or in an installed app.
 */
export function findBuildFolders(from: string): BuildFolders {
  const { root, version } = findRoot(from);
  const runsFromSources = relative(root, from).split(/[\\/]/u)[0] === 'src';
  const threadAt = (folder: string, name: string): string =>
    runsFromSources ? join(root, 'src', 'core', folder, `${name}.ts`) : join(root, '.vite', 'build', `${name}.cjs`);
  return {
    root,
    version,
    renderer: join(root, '.vite', 'renderer', 'main_window'),
    migrations: join(root, 'src', 'core', 'db', 'migrations'),
    indexerWorker: threadAt('search', 'indexerWorker'),
    readerWorker: threadAt('reader', 'readerWorker'),
  };
}

function findRoot(from: string): { root: string; version: string } {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const found = packageSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (found.success) return { root: folder, version: found.data.version };
    }
    if (folder === dirname(folder)) throw new Error(`No package.json of Adiuva above ${from}.`);
  }
}
