/**
 * `node killedRun.ts FOLDER [MESSAGE]`: opens a workspace, sends the message where there is one, says the run's id on
 * standard output and works until it is killed. Without a message it goes on with what was cut off.
 */
import { assistantSendSchema } from '../../../../src/contracts/conversation.ts';
import { createWorkspace } from '../../../../src/core/createWorkspace.ts';
import { createTestPorts } from '../../../support/ports.ts';
import { patientTimings } from '../ask.ts';

const [folder = '', text = ''] = process.argv.slice(2);
const workspace = await createWorkspace(createTestPorts(folder), { assistantTimings: patientTimings });
if (text === '') {
  process.stdout.write('resumed\n');
} else {
  const { runId } = workspace.assistant.send(assistantSendSchema.parse({ text }));
  process.stdout.write(`${runId}\n`);
}
// Only a signal ends it.
setInterval(() => undefined, 60_000);
