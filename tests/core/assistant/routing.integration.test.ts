import { expect, test } from 'vitest';
import { assistantSendSchema } from '../../../src/contracts/conversation.ts';
import { providerCreateSchema, providerUpdateSchema } from '../../../src/contracts/provider.ts';
import { settingsUpdateSchema } from '../../../src/contracts/settings.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { type ModelServerRequest, startModelServer } from '../../support/modelServer.ts';
import { create } from '../../support/writeRecords.ts';
import { addProvider, ask, follow, shortTimings } from './ask.ts';

const systemOf = ({ messages }: ModelServerRequest): string => String(messages[0]?.content);
const isRouting = (request: ModelServerRequest): boolean => systemOf(request).startsWith('You choose who answers');

async function addWithSmall(workspace: Workspace, baseUrl: string): Promise<void> {
  const { id } = await addProvider(workspace, baseUrl);
  await workspace.providers.update(providerUpdateSchema.parse({ id, smallModel: 'tiny-model' }));
}

const askAs = async (workspace: Workspace, text: string, agent: 'planner' | 'general') => {
  const { runId } = workspace.assistant.send(assistantSendSchema.parse({ text, agent }));
  return (await follow(workspace, runId)).message;
};

test.each([
  ['planner', 'planner'],
  ['I choose: **Planner**.', 'planner'],
  ['nobody', 'knowledge'],
  ['', 'knowledge'],
])('a small model that says “%s” sends the question to the agent %s', async (text, agent) => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  await addWithSmall(test.workspace, server.baseUrl);
  server.always((request) => (isRouting(request) ? { text } : { text: 'Yes.' }));
  const { message } = await ask(test.workspace, 'How would one open a shop?');
  expect(message).toMatchObject({ agent, content: 'Yes.', model: 'test-model', fallbacks: [] });
  const [routing, answer] = server.requests.map(({ body }) => body);
  expect([routing?.model, answer?.model]).toEqual(['tiny-model', 'test-model']);
  expect(JSON.stringify(routing?.messages)).toContain('How would one open a shop?');
  expect(JSON.stringify(routing?.messages)).toContain('planner: ');
});

test.each([
  ['fails', { kind: 'status', status: 500 } as const],
  ['keeps silent', { kind: 'hang' } as const],
])('where the small model %s, the rules choose and the answer comes', async (_name, fault) => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: { ...shortTimings, routing: 500 } });
  await addWithSmall(test.workspace, server.baseUrl);
  server.always((request) => (isRouting(request) ? { fault } : { text: 'Yes.' }));
  const { message } = await ask(test.workspace, 'what is overdue?');
  expect(message).toMatchObject({ agent: 'project', content: 'Yes.', fallbacks: [] });
});

test('an agent that is pinned answers, nobody is asked who should, and asking again keeps it', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  await addWithSmall(workspace, server.baseUrl);
  const message = await askAs(workspace, 'what is overdue?', 'planner');
  expect(message.agent).toBe('planner');
  const again = workspace.assistant.retry({ messageId: message.id });
  expect((await follow(workspace, again.runId)).message.agent).toBe('planner');
  expect(server.requests.filter(({ body }) => isRouting(body))).toEqual([]);
  expect(assistantSendSchema.safeParse({ text: 'hello', agent: 'nobody' }).success).toBe(false);
});

test('without a small model nothing is asked but the question', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  await addProvider(test.workspace, server.baseUrl);
  await ask(test.workspace, 'what is overdue?');
  expect(server.requests).toHaveLength(1);
});

test('the user’s limit of tool rounds is kept', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  await addProvider(workspace, server.baseUrl);
  workspace.settings.update(settingsUpdateSchema.parse({ toolRounds: 2 }));
  server.always(({ tool_choice }) =>
    tool_choice === 'none' ? { text: 'Enough.' } : { calls: [{ name: 'search', arguments: { text: 'x' } }] },
  );
  const { message } = await ask(workspace, 'Look again and again');
  expect(message.content).toBe('Enough.');
  expect(server.requests).toHaveLength(3);
});

test('a model with a narrow window is sent whole records, the best ones, and Ollama is told how many tokens to keep', async () => {
  await using server = await startModelServer({
    wire: 'ollama',
    documents: { '/api/show': { model_info: { 'tiny.context_length': 4_096 } } },
  });
  await using test = await createTestWorkspace({}, { assistantTimings: shortTimings });
  const { workspace } = test;
  for (const number of [1, 2, 3, 4]) {
    create(workspace, 'note', {
      title: `Harbour ${number}`,
      content: `begin${number} ${'the harbour is open and the crane is free. '.repeat(110)} end${number}`,
    });
  }
  const { id } = await workspace.providers.create(
    providerCreateSchema.parse({ kind: 'ollama', baseUrl: server.baseUrl, model: 'tiny' }),
  );
  server.script({ text: 'Yes.' });
  await workspace.providers.test(id);
  await ask(workspace, 'Is the harbour open?');
  const sent = JSON.stringify(server.requests.at(-1)?.json);
  const shown = [1, 2, 3, 4].map((number) => [sent.includes(`begin${number} `), sent.includes(` end${number}`)]);
  expect(shown.filter(([begin]) => begin).length).toBeGreaterThan(0);
  expect(shown.filter(([begin]) => begin).length).toBeLessThan(4);
  for (const [begin, end] of shown) expect(begin).toBe(end);
  expect(sent).toContain('"num_ctx":4096');
});
