import { fold } from './fold.ts';
import { keysText } from './keys.ts';
import { allKeysOf, type ShortcutGroup, type ShortcutId, shortcuts } from './shortcuts.ts';

interface FoundGroup {
  readonly group: ShortcutGroup;
  readonly ids: readonly ShortcutId[];
}

const all = Object.entries(shortcuts) as [ShortcutId, (typeof shortcuts)[ShortcutId]][];

/**
 * The table by group, in its order, narrowed to rows that have every typed word in their label, their group's name or
 * their keys as either platform names them.
 */
export function findShortcuts(
  text: string,
  labelOf: (id: ShortcutId) => string,
  nameOf: (group: ShortcutGroup) => string,
): readonly FoundGroup[] {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = all.filter(([id, { group }]) => {
    const names = [
      labelOf(id),
      nameOf(group),
      ...[true, false].flatMap((isMac) => allKeysOf(id, isMac).flatMap((keys) => [keys, keysText(keys, isMac)])),
      allKeysOf(id).some((keys) => keys.includes('Mod')) ? 'cmd command control' : '',
    ];
    const haystack = fold(names.join(' '));
    return words.every((word) => haystack.includes(word));
  });
  const groups = [...new Set(all.map(([, { group }]) => group))];
  return groups.flatMap((group) => {
    const ids = found.flatMap(([id, shortcut]) => (shortcut.group === group ? [id] : []));
    return ids.length === 0 ? [] : [{ group, ids }];
  });
}
