import { describe, expect, test } from 'vitest';
import { losesText } from '../../../src/renderer/editor/losesText.ts';
import { markdownStyleOf } from '../../../src/renderer/editor/markdownStyle.ts';

describe('losesText', () => {
  test('other marks, an entity and the name of a reference are no loss', () => {
    expect(losesText('* a word &amp; another [rules][r]\n', '- a word & another [rules](https://example.org)\n')).toBe(
      false,
    );
  });

  test('a tenth of the words is', () => {
    const words = Array.from({ length: 100 }, (_, index) => `word${String.fromCharCode(97 + (index % 26))}x`).join(' ');
    expect(losesText(`${words} kept`, 'kept')).toBe(true);
  });

  test('an editor that answers nothing for a text loses it', () => {
    expect(losesText('Three words here', '')).toBe(true);
    expect(losesText('', '')).toBe(false);
  });
});

describe('markdownStyleOf', () => {
  test('the spelling that a note uses most', () => {
    expect(markdownStyleOf('* a\n* b\n- c\n\n_one_ __two__\n\n***\n\n~~~\ncode\n~~~\n')).toEqual({
      bullet: '*',
      emphasis: '_',
      strong: '_',
      rule: '*',
      fence: '~',
    });
  });

  test('without any, the usual one', () => {
    expect(markdownStyleOf('Plain snake_case words.')).toEqual({
      bullet: '-',
      emphasis: '*',
      strong: '*',
      rule: '-',
      fence: '`',
    });
  });
});
