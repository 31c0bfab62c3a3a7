import { describe, expect, test } from 'vitest';
import { complete, completionAt } from '../../../src/renderer/features/quickAdd/completion.ts';

const names = {
  projects: [
    { id: 'wine', name: 'Wine' },
    { id: 'shop', name: 'Wine shop relaunch' },
    { id: 'studio', name: 'Studio Ferri' },
  ],
  labels: ['Büro', 'big money', 'money'],
};

/** The text with `|` where the caret is, and the names that are listed. */
function list(text: string): string[] | null {
  const caret = text.indexOf('|');
  return completionAt(text.replace('|', ''), caret, names)?.options.map(({ name }) => name) ?? null;
}

function choose(text: string, index = 0): string {
  const caret = text.indexOf('|');
  const completion = completionAt(text.replace('|', ''), caret, names);
  const option = completion?.options[index];
  if (completion == null || option === undefined) throw new Error('nothing to choose');
  const done = complete(text.replace('|', ''), completion, option);
  return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`;
}

describe('names that go on from what is typed', () => {
  test.each([
    ['Corks @|', ['Wine', 'Wine shop relaunch', 'Studio Ferri']],
    ['Corks @wi|', ['Wine', 'Wine shop relaunch']],
    ['Corks @wine s|', ['Wine shop relaunch']],
    ['Corks @ferri|', ['Studio Ferri']],
    ['Corks @"stu|', ['Studio Ferri']],
    ['Corks #|', ['Büro', 'big money', 'money']],
    ['Corks #bü|', ['Büro']],
    ['Corks #mo| tomorrow', ['money', 'big money']],
    ['Corks #"big m|', ['big money']],
    ['@|', ['Wine', 'Wine shop relaunch', 'Studio Ferri']],
  ])('%s', (text, expected) => {
    expect(list(text)).toEqual(expected);
  });

  test.each(['Corks|', '|Corks @wi', 'rossi@|', 'Corks #money now|', 'Corks @nobody|', 'Corks #12|', 'C#|'])(
    'none: %s',
    (text) => {
      expect(list(text)).toBeNull();
    },
  );

  test('take the place of what was typed', () => {
    expect(choose('Corks @wi|')).toBe('Corks @Wine |');
    expect(choose('Corks @wi|', 1)).toBe('Corks @"Wine shop relaunch" |');
    expect(choose('Corks #mo| tomorrow')).toBe('Corks #money |tomorrow');
    expect(choose('Corks #"big m|" tomorrow')).toBe('Corks #"big money" |tomorrow');
  });

  test('a whole name is told as such, so that Enter is for the task', () => {
    expect(completionAt('@Wine', 5, names)?.isWhole).toBe(true);
    expect(completionAt('@Win', 4, names)?.isWhole).toBe(false);
  });
});
