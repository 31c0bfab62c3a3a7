import { expect, test } from 'vitest';
import { forgetRecent, readRecent, rememberRecent } from '../../../src/renderer/features/search/recentRecords.ts';

function store(initial: Record<string, string> = {}): Pick<Storage, 'getItem' | 'setItem'> {
  const map = new Map(Object.entries(initial));
  return { getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}
const idOf = (number: number): string => `0192f0c1-2f7e-7c3a-9a51-${String(number).padStart(12, '0')}`;
const task = (number: number) => ({ kind: 'task', id: idOf(number) }) as const;

test('the last one opened is the first, and one opened again is there once', () => {
  const kept = store();
  for (const number of [1, 2, 1]) rememberRecent(kept, '/a', task(number));
  expect(readRecent(kept, '/a')).toEqual([task(1), task(2)]);
});

test('the list does not grow', () => {
  const kept = store();
  for (let number = 0; number < 50; number += 1) rememberRecent(kept, '/a', task(number));
  expect(readRecent(kept, '/a').length).toBe(12);
  expect(readRecent(kept, '/a')[0]).toEqual(task(49));
});

test('each workspace has its own', () => {
  const kept = store();
  rememberRecent(kept, '/a', task(1));
  expect(readRecent(kept, '/b')).toEqual([]);
});

test('what is gone is taken out', () => {
  const kept = store();
  for (const number of [1, 2, 3]) rememberRecent(kept, '/a', task(number));
  forgetRecent(kept, '/a', new Set([idOf(2)]));
  expect(readRecent(kept, '/a')).toEqual([task(3), task(1)]);
});

test.each(['', 'null', '{}', '[1]', '[{"kind":"task","id":"../../etc"}]', '[{"kind":"secret","id":"x"}]', '{'])(
  'whatever else lies there is nothing: %s',
  (text) => {
    expect(readRecent(store({ 'adiuva.recent./a': text }), '/a')).toEqual([]);
  },
);

test('a store that refuses is as good as none', () => {
  const refusing = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => rememberRecent(refusing, '/a', task(1))).not.toThrow();
  expect(readRecent(refusing, '/a')).toEqual([]);
});
