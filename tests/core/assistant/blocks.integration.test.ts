import { expect, test } from 'vitest';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { create } from '../../support/writeRecords.ts';
import { addProvider, ask, patientTimings } from './ask.ts';

test('an answer keeps its blocks with the records that exist, and figures in them are no citations', async () => {
  await using server = await startModelServer();
  await using app = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace } = app;
  await addProvider(workspace, server.baseUrl);
  const task = create(workspace, 'task', { title: 'Order the labels' });
  const gone = '01890000-0000-7000-8000-000000000009';
  const chart =
    '```adiuva-chart\n{"type": "bar", "labels": ["a", "b"], "series": [{"name": "s ``` t", "values": [9]}, {"name": "u", "values": [8, 9]}]}\n```';
  const question = '```adiuva-question\n{"question": "Which?", "choices": ["One [9]", "Two"]}\n```';
  const link = '```adiuva-link\n{"to": {"screen": "note", "id": "' + gone + '"}, "label": "The note"}\n```';
  server.script(
    {
      text: [
        'The labels [1], nothing [9].',
        '```adiuva-tasks\n{"ids": ["' + task.id + '", "' + gone + '"]}\n```',
        chart,
        link,
        question,
      ].join('\n\n'),
    },
    { text: 'Good.' },
  );
  const { message, conversationId } = await ask(workspace, 'Order the labels?');
  const settled = [
    'The labels [1], nothing.',
    '```adiuva-tasks\n{"ids":["' + task.id + '"]}\n```',
    chart,
    question,
  ].join('\n\n');
  expect([message.state, message.content]).toEqual(['done', settled]);
  expect(message.sources).toMatchObject([{ number: 1, id: task.id }]);
  expect(workspace.conversations.messages({ conversationId, limit: 1 }).items).toEqual([message]);

  // The model sees what it drew as it drew it.
  await ask(workspace, 'Two', { conversationId });
  const [, question1, answer1] = server.requests.at(-1)?.body.messages ?? [];
  expect([question1?.content, answer1?.content]).toEqual([
    'Order the labels?',
    settled.replace('The labels [1]', 'The labels'),
  ]);
});

test('a question by a model tells it what can be drawn', async () => {
  await using server = await startModelServer();
  await using app = await createTestWorkspace({}, { assistantTimings: patientTimings });
  await addProvider(app.workspace, server.baseUrl);
  server.script({ text: 'Nothing.' });
  await ask(app.workspace, 'What is open?');
  const system = String(server.requests[0]?.body.messages[0]?.content);
  const prompt = app.workspace.assistant.prompts().find(({ name }) => name === 'blocks');
  expect(prompt?.version).toBe(1);
  expect(system).toContain(prompt?.text);
});
