import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown, { type Components } from 'react-markdown';
import { expect, test } from 'vitest';
import { remarkBlocks } from '../../../../src/renderer/features/chat/blocks/remarkBlocks.ts';

const components: Components = {
  figure: ({ node }) => createElement('b', {}, JSON.stringify(node?.properties)),
};

/** The figures of a text, and what is left beside them. */
function drawn(text: string, isStreaming = false): { figures: unknown[]; html: string } {
  const html = renderToStaticMarkup(
    createElement(Markdown, { remarkPlugins: [[remarkBlocks, { isStreaming }]], components, children: text }),
  );
  const figures = [...html.matchAll(/<b>(.*?)<\/b>/gu)].map(([, json = '']) => {
    const value: unknown = JSON.parse(json.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
    return value;
  });
  return { figures, html: html.replaceAll(/<b>.*?<\/b>/gu, 'FIGURE').replaceAll('\n', '') };
}

const figure = (kind: string, body: string, isComing = false, turn = 0) => ({ kind, body, isComing, turn });

test('blocks at the outermost level and in lists are figures; in quotes and in other code they are code', () => {
  expect(drawn('a\n\n```adiuva-link\n{}\n```\n\n- b\n\n  ~~~adiuva-table\n  {}\n  ~~~\n')).toEqual({
    figures: [figure('link', '{}'), figure('table', '{}')],
    html: '<p>a</p>FIGURE<ul><li><p>b</p>FIGURE</li></ul>',
  });
  for (const text of [
    '> ```adiuva-link\n> {}\n> ```',
    '````\n```adiuva-link\n{}\n```\n````',
    '    ```adiuva-link\n    {}',
    '```json\n{}\n```',
    '`adiuva-link {}`',
    '<figure kind="link" body="{}"></figure>',
  ])
    expect(drawn(text).figures).toEqual([]);
});

test('each question of an answer knows which it is', () => {
  const question = '```adiuva-question\n{}\n```\n\n';
  expect(drawn(question + question).figures).toEqual([figure('question', '{}'), figure('question', '{}', false, 1)]);
});

test('only the last block of a text that streams is coming, from the first letters of its language', () => {
  const whole = 'a\n\n```adiuva-link\n{"<b>": "```"}\n```\n';
  expect(drawn(whole, true).figures).toEqual([figure('link', '{"<b>": "```"}', true)]);
  expect(drawn(`${whole}\nb`, true).figures).toEqual([figure('link', '{"<b>": "```"}')]);
  expect(drawn(whole).figures).toEqual([figure('link', '{"<b>": "```"}')]);
  for (let length = whole.indexOf('`') + 4; length < whole.length; length += 1)
    expect(drawn(whole.slice(0, length), true).figures).toMatchObject([{ isComing: true }]);
  // Code that is no block, and a language that is not going on.
  for (const text of ['```json', '```', '```ad\nx']) expect(drawn(text, true).figures).toEqual([]);
  expect(drawn('```ad').figures).toEqual([]);
});
