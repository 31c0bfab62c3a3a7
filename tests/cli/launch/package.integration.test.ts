import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProject, type Project } from './createProject.ts';
import { writeZip } from './writeZip.ts';

const require = createRequire(import.meta.url);
/** Before the fuses in Electron's program: https://github.com/electron/fuses */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = [
  ...['run as node', 'cookie encryption', 'NODE_OPTIONS', 'inspect arguments', 'asar integrity', 'only load from asar'],
  ...['snapshot of its own', 'file protocol privileges', 'wasm trap handlers'],
];

let project: Project;
let app: string;

/** Forge's own packaging, with an archive in which nothing but the fuses is like Electron. */
beforeAll(async () => {
  project = createProject();
  project.write('src/core/db/migrations/0000_first.sql', 'select 1;');
  project.write('src/core/secret.ts', 'export const secret = 1;');
  const electron: unknown = require('electron/package.json');
  const { version } = electron as { version: string };
  const archives = join(project.folder, 'archives');
  mkdirSync(archives);
  const program = Buffer.from(
    `${'\0'.repeat(64)}${sentinel}\x01\x09${'1'.repeat(fuses.length)}${'\0'.repeat(64)}`,
    'latin1',
  );
  writeZip(join(archives, `electron-v${version}-${process.platform}-${process.arch}.zip`), [
    { name: 'electron', content: program, mode: 0o755 },
    { name: 'LICENSE', content: Buffer.from('licence'), mode: 0o644 },
    { name: 'version', content: Buffer.from(version), mode: 0o644 },
    { name: 'resources/default_app.asar', content: Buffer.from('none'), mode: 0o644 },
  ]);
  const forge = join(project.folder, 'node_modules/@electron-forge/cli/dist/electron-forge.js');
  const child = spawn(process.execPath, [forge, 'package'], {
    cwd: project.folder,
    env: { ...process.env, ADIUVA_ELECTRON_ZIP_DIR: archives },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, said }).toMatchObject({ code: 0 });
  app = join(project.folder, 'out', `Adiuva-${process.platform}-${process.arch}`);
});
afterAll(() => project.remove());

const isLinux = process.platform === 'linux';

test.runIf(isLinux)('the packaged app holds bundles, migrations and natives, and no sources (Linux only)', () => {
  const asar = readFileSync(join(app, 'resources/app.asar'));
  // An asar begins with the length of its table of contents, which is JSON: https://github.com/electron/asar
  const table: unknown = JSON.parse(asar.subarray(16, 16 + asar.readUInt32LE(12)).toString());
  const files = listFiles(table);
  expect(files).toEqual(
    expect.arrayContaining([
      '/.vite/build/main.cjs',
      '/.vite/build/preload.cjs',
      '/.vite/build/indexerWorker.cjs',
      '/.vite/build/readerWorker.cjs',
      '/.vite/renderer/main_window/index.html',
      '/package.json',
      '/src/core/db/migrations/0000_first.sql',
      '/node_modules/better-sqlite3/package.json',
      '/node_modules/@lancedb/lancedb/package.json',
      '/node_modules/keytar/package.json',
      '/node_modules/apache-arrow/package.json',
    ]),
  );
  expect(files.filter((file) => /^\/(?:tests|docs|src\/(?!core\/db\/migrations\/))/u.test(file))).toEqual([]);
  const unpacked = readdirSync(join(app, 'resources/app.asar.unpacked'), { recursive: true }).map(String);
  expect(unpacked.filter((file) => file.endsWith('.node')).map((file) => file.split('/').at(-1))).toEqual(
    expect.arrayContaining([
      `linux-${process.arch}.node`,
      expect.stringMatching(/^lancedb\./u),
      expect.stringMatching(/^keyring\./u),
    ]),
  );
});

test.runIf(isLinux)('the packaged program has its fuses set (Linux only)', () => {
  expect(existsSync(join(app, 'adiuva'))).toBe(true);
  const program = readFileSync(join(app, 'adiuva'), 'latin1');
  const wire = program.slice(program.indexOf(sentinel) + sentinel.length + 2).slice(0, fuses.length);
  expect(Object.fromEntries(fuses.map((name, index) => [name, wire[index] === '1']))).toEqual({
    'run as node': false,
    'cookie encryption': true,
    NODE_OPTIONS: false,
    'inspect arguments': false,
    'asar integrity': true,
    'only load from asar': true,
    'snapshot of its own': false,
    'file protocol privileges': false,
    'wasm trap handlers': true,
  });
});

function listFiles(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null || !('files' in node) || typeof node.files !== 'object') return [path];
  return Object.entries(node.files ?? {}).flatMap(([name, child]) => listFiles(child, `${path}/${name}`));
}
