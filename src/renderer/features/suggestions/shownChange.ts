import type { RecordJson } from '../../../contracts/change.ts';
import type { ProposedChange } from '../../../contracts/suggestion.ts';
import { formatDue, formatTimeOfDay } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';

/** What every new record has unless somebody says otherwise. */
const DEFAULTS: RecordJson = { status: 'todo', priority: 'medium' };
/** Texts up to this are shown whole. */
const WHOLE_MAX = 160;
const LONG_FIELDS = ['content', 'description', 'body', 'notes'];

/**
 * A change as a card tells it: a date with its time, of a long text the passage that changed, of a new record only what is
 * not as it always is. `projectId`: where the whole suggestion belongs, which its card says already.
 */
export function shownChange(change: ProposedChange, projectId: string | null, today: string): ProposedChange {
  const { operation } = change;
  if (operation === 'delete' || change.after === null) return change;
  const after = withWhen(change.after, today);
  if (operation === 'create' || change.before === null) {
    const kept = Object.entries(after).filter(
      ([name, value]) => value !== DEFAULTS[name] && !(name === 'projectId' && value === projectId),
    );
    return { ...change, after: Object.fromEntries(kept) };
  }
  const before = withWhen(change.before, today);
  for (const name of LONG_FIELDS) {
    const [left, right] = [before[name], after[name]];
    if (typeof left !== 'string' || typeof right !== 'string' || Math.max(left.length, right.length) <= WHOLE_MAX)
      continue;
    const [taken, put] = passages(left, right);
    // Of what was only put in or only taken out there is one side.
    if (taken === '') Reflect.deleteProperty(before, name);
    else before[name] = taken;
    if (put === '') Reflect.deleteProperty(after, name);
    else after[name] = put;
  }
  return { ...change, before, after };
}

/** A date and its time in one, where both are told. */
function withWhen(image: RecordJson, today: string): RecordJson {
  const { dueDate, dueTime, ...rest } = image;
  if (typeof dueDate !== 'string' || typeof dueTime !== 'string') return { ...image };
  const day = formatDue(dueDate, null, today);
  return { ...rest, dueDate: t('common:day.withTime', { day, time: formatTimeOfDay(dueTime) }) };
}

/** The passage that two texts differ in, in whole words; an ellipsis stands for what is the same around it. */
export function passages(before: string, after: string): [before: string, after: string] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const isSpace = (text: string, at: number): boolean => /\s/u.test(text[at] ?? ' ');
  while (start > 0 && !isSpace(before, start - 1)) start -= 1;
  while (end > 0 && !isSpace(before, before.length - end)) end -= 1;
  const cut = (text: string): string => {
    const passage = text.slice(start, text.length - end).trim();
    if (passage === '') return '';
    return `${start > 0 ? '… ' : ''}${passage}${end > 0 ? ' …' : ''}`;
  };
  return [cut(before), cut(after)];
}
