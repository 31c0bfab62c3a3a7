import { expect, test } from 'vitest';
import { z } from 'zod';
import { conversationIdSchema, runIdSchema } from '../../../src/contracts/ids.ts';
import type { Scope } from '../../../src/contracts/conversation.ts';
import { agents, chooseAgent } from '../../../src/core/assistant/agents/chooseAgent.ts';
import { ToolCallCollector } from '../../../src/core/assistant/models/toolCallCollector.ts';
import { SourceBook } from '../../../src/core/assistant/sourceBook.ts';
import { stepArgumentsOf } from '../../../src/core/assistant/tools/stepArguments.ts';
import { defineTool, type ToolContext } from '../../../src/core/assistant/tools/tool.ts';
import { createToolExecutor } from '../../../src/core/assistant/tools/toolExecutor.ts';
import { toolPolicy } from '../../../src/core/assistant/tools/toolPolicy.ts';
import { AdiuvaError } from '../../../src/contracts/errors.ts';

const context: ToolContext = {
  run: {
    id: runIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-0000000000a1'),
    conversationId: conversationIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-0000000000c1'),
    scope: { kind: 'workspace' },
    today: '2026-11-21',
  },
  agent: 'project',
  callId: '0.0',
  sources: new SourceBook([]),
};

const ran: string[] = [];
const tool = (name: string, work: () => string = () => name) =>
  defineTool({
    name,
    description: name,
    schema: z.object({ count: z.int().max(10).optional() }),
    run: () => {
      ran.push(name);
      return { text: work(), count: null };
    },
  });

test('only tools that the policy calls read or propose, and that the agent has, run', async () => {
  const names = ['look', 'suggest', 'mail', 'wipe', 'unlisted', 'toString'];
  const executor = createToolExecutor(
    names.map((name) => tool(name)),
    { look: 'read', suggest: 'propose', mail: 'external', wipe: 'destructive' },
  );
  for (const name of [...names, 'missing', '__proto__', '', 'x'.repeat(10_000)]) {
    await executor.execute({ name, arguments: '{}' }, names, context);
  }
  await executor.execute({ name: 'look', arguments: '{}' }, ['suggest'], context);
  expect(ran).toEqual(['look', 'suggest']);
  expect(executor.describe(names).map((one) => one.name)).toEqual(['look', 'suggest']);
});

test.each([
  ['', 'done'],
  ['{}', 'done'],
  ['{"count":3}', 'done'],
  ['{"count":11}', 'failed'],
  ['{"count":"3"}', 'failed'],
  ['{"count":', 'failed'],
  ['[]', 'failed'],
  ['null', 'failed'],
  ['"text"', 'failed'],
  [`{"count":${'1'.repeat(300_000)}}`, 'failed'],
  ['{"__proto__":{"count":"x"}}', 'done'],
])('arguments %.40s are %s', async (text, state) => {
  const executor = createToolExecutor([tool('look')], { look: 'read' });
  expect(await executor.execute({ name: 'look', arguments: text }, ['look'], context)).toMatchObject({ state });
});

test('what the workspace refuses is told to the model; what breaks the workspace ends the run', async () => {
  const throwing = (error: Error) =>
    createToolExecutor(
      [
        tool('look', () => {
          throw error;
        }),
      ],
      { look: 'read' },
    ).execute({ name: 'look', arguments: '{}' }, ['look'], context);
  expect(await throwing(new AdiuvaError('notFound', { recordKind: 'project', id: 'x' }))).toMatchObject({
    state: 'failed',
    text: 'That did not work (notFound): {"recordKind":"project","id":"x"}',
  });
  await expect(throwing(new AdiuvaError('diskFull', { path: '/' }))).rejects.toMatchObject({ code: 'diskFull' });
  await expect(throwing(new TypeError('a bug'))).rejects.toThrow('a bug');
});

test('every tool of every agent is in the policy, and none of them can do more than propose', () => {
  for (const agent of Object.values(agents)) {
    expect(agent.tools.length).toBeGreaterThan(0);
    for (const name of agent.tools) expect(['read', 'propose']).toContain(toolPolicy[name]);
    expect([agent.name, agent.description, agent.prompt.text].every((text) => text !== '')).toBe(true);
  }
});

const id = '0192f0c1-2f7e-7c3a-9a51-0000000000d1';
test.each<[Scope, string, string]>([
  [{ kind: 'project', id }, 'hello', 'project'],
  [{ kind: 'client', id }, 'who is this?', 'project'],
  [{ kind: 'task', id }, 'why?', 'project'],
  [{ kind: 'note', id }, 'what does it say?', 'knowledge'],
  [{ kind: 'note', id }, 'suggest tasks from this note', 'project'],
  [{ kind: 'workspace' }, 'what is overdue?', 'project'],
  [{ kind: 'workspace' }, 'add a task', 'project'],
  [{ kind: 'workspace' }, 'who is Ingrid?', 'knowledge'],
  [{ kind: 'workspace' }, 'find the tariff table', 'knowledge'],
  [{ kind: 'workspace' }, 'write a kind letter', 'general'],
  [{ kind: 'workspace' }, 'Plan my week from the open tasks', 'project'],
  [{ kind: 'workspace' }, 'Plan the launch of the wine shop', 'planner'],
  [{ kind: 'workspace' }, 'Pianifica il lancio del negozio', 'planner'],
  [{ kind: 'workspace' }, 'Mach mir einen Plan für den Umzug', 'planner'],
  [{ kind: 'task', id }, 'Zerlege das in kleinere Aufgaben', 'planner'],
  [{ kind: 'task', id }, 'Break this task into smaller ones', 'planner'],
  [{ kind: 'project', id }, 'please break the launch down', 'planner'],
  [{ kind: 'workspace' }, 'make a plan for the opening', 'planner'],
  [{ kind: 'workspace' }, 'plan the launch by 1 December', 'planner'],
  [{ kind: 'workspace' }, 'when does the break begin?', 'knowledge'],
])('%j, "%s" goes to %s', (scope, text, agent) => {
  expect(chooseAgent(scope, text)).toBe(agent);
});

test('tool calls are put together however a server sends them', () => {
  const collect = (...pieces: Parameters<ToolCallCollector['add']>[0][]) => {
    const collector = new ToolCallCollector();
    for (const piece of pieces) collector.add(piece);
    return collector.all();
  };
  const one = { id: 'a', name: 'look', arguments: '{"x":1}' };
  const other = { id: 'b', name: 'look', arguments: '{"x":2}' };
  // Numbered, in pieces (OpenAI).
  expect(
    collect(
      { index: 0, id: 'a', name: 'look', args: '' },
      { index: 0, args: '{"x"' },
      { index: 1, id: 'b', name: 'look', args: '{"x":2}' },
      { index: 0, args: ':1}' },
    ),
  ).toEqual([one, other]);
  // All numbered 0, whole.
  expect(
    collect({ index: 0, id: 'a', name: 'look', args: '{"x":1}' }, { index: 0, id: 'b', name: 'look', args: '{"x":2}' }),
  ).toEqual([one, other]);
  // Neither ids nor numbers.
  expect(
    collect({ name: 'look', args: '{"x":1}' }, { name: 'look', args: '{"x":2}' }).map((call) => call.arguments),
  ).toEqual(['{"x":1}', '{"x":2}']);
  // One id for all.
  const repeated = collect(
    { index: 0, id: 'a', name: 'look', args: '{}' },
    { index: 1, id: 'a', name: 'look', args: '{}' },
  );
  expect(new Set(repeated.map((call) => call.id)).size).toBe(2);
});

test('a step shows what it can of its arguments', () => {
  expect(stepArgumentsOf('{"text":"x","long":"' + 'y'.repeat(2_000) + '","list":[1]}')).toEqual({
    text: 'x',
    long: `${'y'.repeat(1_000)}…`,
    list: [1],
  });
  expect(stepArgumentsOf('{"half')).toEqual({});
});
