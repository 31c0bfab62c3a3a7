// Writes as fast as it can and says after each write what was acknowledged, until it is killed.
import { createWorkspace } from '../../../../src/core/createWorkspace.ts';
import { createTestPorts } from '../../../support/ports.ts';
import { writeSync } from 'node:fs';

const workspace = await createWorkspace(createTestPorts(process.argv[2] ?? ''));
const user = { kind: 'user' } as const;
writeSync(1, 'open\n');
for (let i = 0; ; i += 1) {
  const created = workspace.changes.apply(
    [
      { kind: 'task', operation: 'create', fields: { title: `task ${i}`, status: i % 2 ? 'done' : 'todo' } },
      { kind: 'note', operation: 'create', fields: { title: `note ${i}`, content: 'text '.repeat(i % 300) } },
    ],
    user,
  );
  if (created.outcome !== 'applied') continue;
  const [task, note] = created.records;
  writeSync(1, `${task?.id} ${note?.id}\n`);
}
