import { describe, expect, test } from 'vitest';
import type { SearchItem } from '../../../src/contracts/search.ts';
import { fuse } from '../../../src/core/search/hybrid.ts';

const item = (id: string, snippet = ''): SearchItem => ({ kind: 'note', id, title: id, snippet, projectId: null });
const ids = (items: SearchItem[]): string => items.map(({ id }) => id).join('');
const leg = (text: string, weight = 1): { items: SearchItem[]; weight: number } => ({
  items: Array.from(text, (id) => item(id)),
  weight,
});

describe('fusing rankings', () => {
  test('puts what both legs know above what one knows', () => {
    expect(ids(fuse([leg('abc'), leg('xcy')], 10))).toBe('caxby');
  });

  test('keeps one leg in its order, and an empty one changes nothing', () => {
    expect(ids(fuse([leg('abc'), leg('')], 10))).toBe('abc');
    expect(ids(fuse([leg(''), leg('abc', 0.1)], 10))).toBe('abc');
    expect(fuse([], 10)).toEqual([]);
  });

  test('lets the heavier leg go first', () => {
    expect(ids(fuse([leg('ab', 0.5), leg('xy')], 10))).toBe('xyab');
  });

  test('names each record once, as the first leg quotes it, up to the limit', () => {
    const fused = fuse(
      [
        { items: [item('a', 'words')], weight: 1 },
        { items: [item('a', 'meaning'), item('b')], weight: 1 },
      ],
      1,
    );
    expect(fused).toEqual([item('a', 'words')]);
  });

  test('tells records of two kinds with one id apart', () => {
    const task: SearchItem = { ...item('a'), kind: 'task' };
    expect(
      fuse(
        [
          { items: [item('a')], weight: 1 },
          { items: [task], weight: 1 },
        ],
        10,
      ),
    ).toEqual([item('a'), task]);
  });
});
