import { describe, expect, test } from 'vitest';
import { type KeyPress, keysText, matchesStroke, parseKeys } from '../../../src/renderer/features/commands/keys.ts';
import {
  allKeysOf,
  isShortcut,
  type Shortcut,
  type ShortcutId,
  type ShortcutPlace,
  shortcuts,
} from '../../../src/renderer/features/commands/shortcuts.ts';
import { commands } from '../../../src/renderer/i18n/en/commands.ts';

const rows: readonly (readonly [string, Shortcut])[] = Object.entries(shortcuts);
const ids = Object.keys(shortcuts) as ShortcutId[];

describe('the table of keys', () => {
  test.each(['mac', 'other'])('binds no key twice in one place (%s)', (platform) => {
    const places = new Set<ShortcutPlace>(rows.flatMap(([, { places }]) => places));
    const twice: string[] = [];
    for (const place of places) {
      // What works everywhere works here too, except where keys are letters of a text and the row waits for its end.
      const isText = ['editor', 'chat', 'palette', 'field'].includes(place);
      const seen = new Map<string, string>();
      for (const id of ids) {
        const shortcut: Shortcut = shortcuts[id];
        const isHere =
          shortcut.places.includes(place) ||
          (shortcut.places.includes('everywhere') && (!isText || shortcut.inText === 'always'));
        if (!isHere) continue;
        for (const keys of allKeysOf(id, platform === 'mac')) {
          const name = JSON.stringify(parseKeys(keys));
          const other = seen.get(name);
          if (other !== undefined) twice.push(`${place}: ${keys} is ${other} and ${id}`);
          seen.set(name, id);
        }
      }
    }
    expect(twice).toEqual([]);
  });

  test('has no key of its own that begins a sequence', () => {
    const all = ids.flatMap((id) => allKeysOf(id, false).map(parseKeys));
    const begins = new Set(all.filter((keys) => keys.length > 1).map(([first]) => JSON.stringify(first)));
    const single = all.filter((keys) => keys.length === 1).map(([only]) => JSON.stringify(only));
    expect(single.filter((key) => begins.has(key))).toEqual([]);
  });

  test('has words for every row and every group, and no words without one', () => {
    expect(Object.keys(commands.shortcut).sort()).toEqual([...ids].sort());
    expect(Object.values(commands.shortcut).filter((label) => label.trim() === '')).toEqual([]);
    expect(new Set(rows.map(([, { group }]) => group))).toEqual(new Set(Object.keys(commands.group)));
  });

  test('has at least one key and one place in every row', () => {
    expect(rows.filter(([, { keys, places }]) => keys.length === 0 || places.length === 0)).toEqual([]);
  });
});

const press = (key: string, more: Partial<KeyPress & { altGraph: boolean }> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => more.altGraph ?? false,
  ...more,
});
const matches = (keys: string, event: KeyPress, isMac = false): boolean => {
  const [stroke] = parseKeys(keys);
  return stroke !== undefined && matchesStroke(stroke, event, isMac);
};

describe('a press', () => {
  test('is of the platform: Ctrl is not the command key', () => {
    expect(matches('Mod+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(matches('Mod+K', press('k', { metaKey: true }))).toBe(false);
    expect(matches('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
    expect(matches('Mod+K', press('k', { ctrlKey: true, metaKey: true }))).toBe(false);
    expect(matches('K', press('k', { ctrlKey: true }), true)).toBe(false);
  });

  test('has exactly the modifiers of its row', () => {
    expect(matches('N', press('n'))).toBe(true);
    expect(matches('N', press('N', { shiftKey: true }))).toBe(false);
    expect(matches('Shift+N', press('N', { shiftKey: true }))).toBe(true);
    expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(matches('ArrowDown', press('ArrowDown', { altKey: true }))).toBe(false);
    expect(matches('Alt+ArrowDown', press('ArrowDown', { altKey: true }))).toBe(true);
  });

  test('with Caps Lock is the same key', () => {
    expect(matches('N', press('N'))).toBe(true);
  });

  test('reaches a sign however the layout does', () => {
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
    expect(matches('[', press('[', { ctrlKey: true, altKey: true, altGraph: true }))).toBe(true);
    expect(matches('[', press('[', { altKey: true }), true)).toBe(true);
    expect(matches('[', press('[', { ctrlKey: true }))).toBe(false);
    expect(matches('Mod+,', press(',', { ctrlKey: true }))).toBe(true);
  });

  test('goes by its place where the layout has no Latin letters', () => {
    expect(matches('Mod+K', press('л', { ctrlKey: true, code: 'KeyK' }))).toBe(true);
    expect(matches('N', press('т', { code: 'KeyN' }))).toBe(true);
    // A Latin layout says itself which letter it is: Dvorak writes t where K lies.
    expect(matches('K', press('t', { code: 'KeyK' }))).toBe(false);
  });

  test('with two keys for it may be either', () => {
    expect(isShortcut('complete', press('x'))).toBe(true);
    expect(isShortcut('complete', press(' '))).toBe(true);
    expect(isShortcut('complete', press('y'))).toBe(false);
    // G T is two presses, and neither of them is the shortcut by itself.
    expect(isShortcut('goTasks', press('g'))).toBe(false);
    expect(isShortcut('goTasks', press('t'))).toBe(false);
  });
});

test('keys are written as the platform writes them', () => {
  expect(keysText('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
  expect(keysText('Mod+Shift+Z', true)).toBe('⌘ ⇧ Z');
  expect(keysText('Alt+ArrowUp', false)).toBe('Alt Up');
  expect(keysText('G T', false)).toBe('G T');
  expect(keysText('Escape', true)).toBe('Esc');
});
