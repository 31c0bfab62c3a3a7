import { expect, test } from 'vitest';
import { SNIPPET_MARK_END, SNIPPET_MARK_START } from '../../../src/contracts/search.ts';
import { markWords, splitSnippet } from '../../../src/renderer/features/search/splitSnippet.ts';

const shown = (parts: { text: string; isMarked: boolean }[]) =>
  parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

test('what matched is marked, the rest is plain text, HTML included', () => {
  expect(shown(splitSnippet(`a ${SNIPPET_MARK_START}ship${SNIPPET_MARK_END} <b>x</b>`))).toBe('a [ship] <b>x</b>');
});

test('marks without a partner harm nothing', () => {
  expect(shown(splitSnippet(`${SNIPPET_MARK_END}a${SNIPPET_MARK_START}b`))).toBe('a[b]');
  expect(splitSnippet('')).toEqual([]);
});

test('a title is marked where words begin with what is searched', () => {
  expect(shown(markWords('Shipping rules, worship', 'ship'))).toBe('[Ship]ping rules, worship');
  expect(shown(markWords('C++ (part 2)', '+ ( part'))).toBe('C++ ([part] 2)');
  expect(shown(markWords('Übergabe für Öl', 'über öl'))).toBe('[Über]gabe für [Öl]');
  expect(shown(markWords('Plain', '***'))).toBe('Plain');
});
