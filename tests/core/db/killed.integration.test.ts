import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../../src/core/createWorkspace.ts';
import { createTemporaryFolder } from '../../support/createTestWorkspace.ts';
import { createTestPorts } from '../../support/ports.ts';
import { createRandom } from '../../support/random.ts';

test('a process killed while it writes loses nothing that was acknowledged and leaves nothing half-written', async () => {
  using folder = createTemporaryFolder();
  const random = createRandom(5);
  const acknowledged: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
        join(import.meta.dirname, 'processes', 'writeUntilKilled.ts'),
        folder.path,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    const killAfter = 1 + random.below(400);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.split('\n').length > killAfter) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const lines = output.split('\n').slice(0, -1);
    expect(lines[0]).toBe('open');
    acknowledged.push(...lines.slice(1));
  }
  const workspace = await createWorkspace(createTestPorts(folder.path));
  expect(acknowledged.length).toBeGreaterThan(100);
  for (const line of acknowledged) {
    const [taskId = '', noteId = ''] = line.split(' ');
    expect(workspace.notes.get(noteId).title.slice(5)).toBe(workspace.tasks.get(taskId).title.slice(5));
  }
  // Both records of each call, or none; and the counts with them.
  const { open, done } = workspace.tasks.counts('2026-11-21');
  expect(open + done).toBe(workspace.notes.count());
  expect(workspace.notes.count()).toBeGreaterThanOrEqual(acknowledged.length);
  expect(workspace.health().notices).toEqual([]);
  await workspace.dispose();
});
