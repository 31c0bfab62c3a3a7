import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace, type TestWorkspace } from '../../support/createTestWorkspace.ts';
import { type ModelServer, type ScriptedCall, startModelServer } from '../../support/modelServer.ts';
import { addProvider, ask, type Asked, patientTimings } from './ask.ts';

export interface OpenAssistant extends AsyncDisposable {
  readonly server: ModelServer;
  readonly test: TestWorkspace;
  readonly workspace: Workspace;
  /** Asks; the model answers with these calls, reads what they say, and ends. */
  askForCalls(calls: readonly ScriptedCall[], given?: AskGiven): Promise<Asked & { readonly told: string[] }>;
}

interface AskGiven extends NonNullable<Parameters<typeof ask>[2]> {
  readonly text?: string;
}

/** A workspace whose assistant asks a model server on loopback. */
export async function openAssistant(): Promise<OpenAssistant> {
  const server = await startModelServer();
  const test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(test.workspace, server.baseUrl);
  return {
    server,
    test,
    get workspace() {
      return test.workspace;
    },
    async askForCalls(calls, { text = 'Change the task', ...given } = {}) {
      server.script({ calls }, { text: 'It is suggested.' });
      const asked = await ask(test.workspace, text, given);
      const messages = server.requests.at(-1)?.body.messages ?? [];
      const told = messages.flatMap(({ role, content }) => (role === 'tool' ? [String(content)] : []));
      return { ...asked, told };
    },
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}
