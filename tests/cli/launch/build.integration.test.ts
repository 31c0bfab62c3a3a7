import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProject, type Project } from './createProject.ts';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => project.remove());

async function build(...args: string[]): Promise<{ code: number | null; said: string }> {
  const running = project.run('build.mjs', args);
  return { code: await running.ended(), said: running.output.stderr };
}

test('builds every bundle once, and again only when a source changed', async () => {
  expect(await build('--if-stale')).toEqual({
    code: 0,
    said: expect.stringMatching(/^Building Adiuva: nothing is built yet\. Done in [\d.]+ s\.\n$/u),
  });
  expect(readdirSync(join(project.folder, '.vite/build')).sort()).toEqual(
    expect.arrayContaining(['cli.cjs', 'indexerWorker.cjs', 'main.cjs', 'preload.cjs', 'readerWorker.cjs']),
  );
  expect(existsSync(join(project.folder, '.vite/renderer/main_window/index.html'))).toBe(true);

  expect(await build('--if-stale')).toEqual({ code: 0, said: '' });

  project.write('.vite/build/old-chunk.js', 'left behind');
  project.write('src/main/main.ts', 'export const main = 2;\n');
  expect((await build('--if-stale')).said).toMatch(/^Building Adiuva: its sources changed\. Done/u);
  expect(existsSync(join(project.folder, '.vite/build/old-chunk.js'))).toBe(false);
});

test('two starts at once build once', async () => {
  const [first, second] = await Promise.all([build('--if-stale'), build('--if-stale')]);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect([first.said, second.said].filter((said) => said !== '')).toHaveLength(1);
});

test('a build that was killed leaves no lock that holds the next one up', async () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  writeFileSync(join(project.folder, 'node_modules/.cache/adiuva-build.lock'), String(dead));
  expect((await build('--if-stale')).code).toBe(0);
});

test('a source that cannot be built is named, and counts as not built', async () => {
  project.write('src/main/main.ts', "import { nothing } from './nowhere.ts';\nexport const main = nothing;\n");
  const failed = await build('--if-stale');
  expect(failed.code).toBe(1);
  expect(failed.said).toContain('nowhere.ts');
  expect(failed.said).not.toContain('node_modules/vite');
  project.write('src/main/main.ts', 'export const main = 1;\n');
  expect((await build('--if-stale')).said).toContain('nothing is built yet');
});
