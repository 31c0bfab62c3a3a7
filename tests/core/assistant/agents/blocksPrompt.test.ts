import { expect, test } from 'vitest';
import { readBlock } from '../../../../src/contracts/block.ts';
import { blocksPrompt } from '../../../../src/core/assistant/agents/prompts/blocksPrompt.ts';

test('what the prompt shows a model is what the app can draw, each kind once', () => {
  const examples = [...blocksPrompt.text.matchAll(/```adiuva-(\w+)\n(.*)\n```/gu)];
  expect(examples.map(([, kind = '', body = '']) => readBlock(kind, body)?.kind)).toEqual([
    'question',
    'tasks',
    'link',
    'table',
    'chart',
    'diagram',
  ]);
});
