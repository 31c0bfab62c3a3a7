import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { splitBlocks } from '../../../src/renderer/features/chat/splitBlocks.ts';

const render = (text: string): string =>
  renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, text)).replaceAll('\n', '');

const answers = [
  '# One\n\nText *here* goes\non.\n\n## Two\n\nMore [1].\n\nEnd',
  'A list:\n\n- one\n\n- two\n  more\n\n  inside\n\nAfter it.\n\n1. first\n\n2. second\n\n3) other\n\nEnd',
  'Code:\n\n```ts\nconst a = 1;\n\nText in code\n\n# no heading\n```\n\nAfter.\n\n~~~~\n~~~\n\nStill code\n\n~~~~\nEnd\n\nlast',
  '> quote\n\n> same\n\nText\nlazy\n\n    indented\n\nText\n\n| a | b |\n| - | - |\n| c | d |\n\nText\n\nEnd',
  '- ```\n  code\n\n  more\n\nAfter the list\n\nEnd',
  'One\n\n***\n\nTwo\n\n* item\n\n_emphasis_ begins\n\n**strong** begins\n\n`code` begins\n\nEnd',
  '<div>\n\nText\n\n</div>\n\nEnd',
  'Windows\r\n\r\nlines\r\n\r\nEnd',
  '',
  '\n\n\n',
];

test.each(answers)('%j is drawn the same in parts as in one, at every moment', (answer) => {
  for (let length = 0; length <= answer.length; length += 1) {
    const text = answer.slice(0, length);
    const blocks = splitBlocks(text);
    expect(blocks.join('')).toBe(text);
    expect(blocks.map(render).join('')).toBe(render(text));
  }
});

test('what is complete stays as it is while more comes', () => {
  const answer = answers.join('\n\n');
  let before: string[] = [];
  for (let length = 0; length <= answer.length; length += 1) {
    const blocks = splitBlocks(answer.slice(0, length));
    expect(blocks.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
    before = blocks;
  }
  expect(before.length).toBeGreaterThan(12);
});
