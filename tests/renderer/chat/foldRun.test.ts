import { describe, expect, test } from 'vitest';
import type { Message, Step } from '../../../src/contracts/conversation.ts';
import { conversationIdSchema, messageIdSchema, runIdSchema, suggestionIdSchema } from '../../../src/contracts/ids.ts';
import { runEventSchema, type RunEvent } from '../../../src/contracts/run.ts';
import { emptyAnswer, foldRun, showRun } from '../../../src/renderer/features/chat/foldRun.ts';

const uuid = (last: number) => `0192f0c1-2f7e-7c3a-9a51-${String(last).padStart(12, '0')}`;
const step = (more: Partial<Step> = {}): Step => ({
  id: 'call-1',
  tool: 'search',
  arguments: { text: 'shipping' },
  state: 'running',
  count: null,
  duration: null,
  ...more,
});
const message: Message = {
  id: messageIdSchema.parse(uuid(1)),
  conversationId: conversationIdSchema.parse(uuid(2)),
  role: 'assistant',
  content: '',
  state: 'streaming',
  runId: runIdSchema.parse(uuid(3)),
  agent: null,
  steps: [],
  sources: [],
  suggestionIds: [],
  attachments: [],
  provider: null,
  model: null,
  inputTokens: null,
  outputTokens: null,
  fallbacks: [],
  fallbackFrom: null,
  error: null,
  createdAt: 1,
};
const suggestionId = suggestionIdSchema.parse(uuid(4));
const source = (number: number) => ({ number, kind: 'note' as const, id: uuid(10 + number), title: `Note ${number}` });

const events: RunEvent[] = [
  { type: 'agentChosen', agent: 'knowledge' },
  { type: 'textAdded', text: 'Let me look.' },
  { type: 'stepChanged', step: step() },
  { type: 'textReset' },
  { type: 'stepChanged', step: step({ state: 'done', count: 6, duration: 120 }) },
  { type: 'sourceFound', source: source(2) },
  { type: 'sourceFound', source: source(1) },
  { type: 'textAdded', text: 'Norway needs ' },
  { type: 'textAdded', text: 'the number.[1]' },
  { type: 'suggested', suggestionId },
  { type: 'suggested', suggestionId },
];
const fold = (list: readonly RunEvent[]) => list.reduce(foldRun, emptyAnswer);

describe('foldRun', () => {
  test('a run comes out as one answer', () => {
    expect(fold(events)).toEqual({
      agent: 'knowledge',
      text: 'Norway needs the number.[1]',
      steps: [step({ state: 'done', count: 6, duration: 120 })],
      sources: [source(1), source(2)],
      suggestionIds: [suggestionId],
      fallbacks: [],
      ended: null,
    });
  });

  test('joining late, with the text in larger pieces, comes to the same', () => {
    const replay: RunEvent[] = [
      { type: 'agentChosen', agent: 'knowledge' },
      { type: 'stepChanged', step: step({ state: 'done', count: 6, duration: 120 }) },
      { type: 'sourceFound', source: source(1) },
      { type: 'sourceFound', source: source(2) },
      { type: 'textAdded', text: 'Norway needs the number.[1]' },
      { type: 'suggested', suggestionId },
    ];
    expect(fold(replay)).toEqual(fold(events));
  });

  test('every event that the contract knows is understood', () => {
    const known = runEventSchema.options.map((option) => option.shape.type.value).toSorted();
    const told = [
      ...events,
      { type: 'fellBack', from: 'Mistral', code: 'providerTimeout', to: null },
      { type: 'ended', message },
    ].map(({ type }) => type);
    expect([...new Set(told)].toSorted()).toEqual(known);
  });

  test('a provider that fails voids its text, and the answer says who failed', () => {
    const answer = fold([
      { type: 'textAdded', text: 'Half a sen' },
      { type: 'textReset' },
      { type: 'fellBack', from: 'Mistral', code: 'providerTimeout', to: null },
      { type: 'textAdded', text: 'Offline.' },
    ]);
    expect([answer.text, answer.fallbacks]).toEqual(['Offline.', [{ provider: 'Mistral', code: 'providerTimeout' }]]);
    expect(showRun(message, answer).fallbackFrom).toBe('Mistral');
  });

  test('the kept message is the last word', () => {
    const kept: Message = { ...message, content: 'Kept.', state: 'stopped' };
    const answer = fold([...events, { type: 'ended', message: kept }, { type: 'textAdded', text: ' more' }]);
    expect(showRun(message, answer)).toEqual(kept);
  });

  test('a message without news is shown as it is kept', () => {
    expect(showRun(message, null)).toBe(message);
  });
});
