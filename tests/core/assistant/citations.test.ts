import { expect, test } from 'vitest';
import type { Source } from '../../../src/contracts/conversation.ts';
import { CitationFilter, settleCitations } from '../../../src/core/assistant/citations.ts';

const known = (number: number): boolean => number === 1 || number === 2;

test.each([
  ['a [1] b [9] c', 'a [1] b c', [1]],
  ['x [1, 9].', 'x [1].', [1]],
  ['x [9,2,1] y', 'x [2, 1] y', [2, 1]],
  ['y [9].', 'y.', []],
  ['a[1][9][2]', 'a[1][2]', [1, 2]],
  ['- [ ] a box and [x] one', '- [ ] a box and [x] one', []],
  ['`list[9]` and [9]', '`list[9]` and', []],
  ['```\nlist[9]\n```\nz [2]', '```\nlist[9]\n```\nz [2]', [2]],
  ['```json\n{"a": [9], "b": "```"}\n```\n[9] z [2]', '```json\n{"a": [9], "b": "```"}\n```\n z [2]', [2]],
  ['````\n```\n[9]\n```\n[9]\n````\n[2]', '````\n```\n[9]\n```\n[9]\n````\n[2]', [2]],
  ['~~~\n[9] `\n~~~\na [9] b', '~~~\n[9] `\n~~~\na b', []],
  ['``` a[9] ``` b [9]', '``` a[9] ``` b', []],
  ['- ```\n  [9]\n  ```\n- b [9]', '- ```\n  [9]\n  ```\n- b', []],
  ['a lone ` here\n\nthen [9] gone', 'a lone ` here\n\nthen gone', []],
  ['[1](https://example.org) is a link', '[1](https://example.org) is a link', []],
  ['at the end [1]', 'at the end [1]', [1]],
  ['at the end [9]', 'at the end', []],
  ['not closed [9', 'not closed [9', []],
  ['[1234567890123456789012345678901234567890]', '[1234567890123456789012345678901234567890]', []],
  ['[0] [-1] [1.5] [٣]', ' [-1] [1.5] [٣]', []],
  ['', '', []],
])('%j becomes %j, however it is cut', (text, expected, cited) => {
  for (const size of [1, 2, 3, 7, 1_000]) {
    const filter = new CitationFilter(known);
    let out = '';
    for (let from = 0; from < text.length; from += size) out += filter.push(text.slice(from, from + size));
    out += filter.end();
    expect([out, [...filter.cited]]).toEqual([expected, cited]);
  }
});

test('a source that is not cited, or is gone, is in neither text nor list', () => {
  const source = (number: number): Source => ({ number, kind: 'note', id: `id-${number}`, title: `Note ${number}` });
  const settled = settleCitations(
    'One [1], gone [2], both [1, 2].',
    [source(1), source(2), source(3)],
    ({ id }) => id !== 'id-2',
  );
  expect(settled).toEqual({ content: 'One [1], gone, both [1].', sources: [source(1)] });
});
