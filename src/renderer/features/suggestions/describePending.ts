import type { ProposedChange, Suggestion } from '../../../contracts/suggestion.ts';
import { formatDayMonth } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { shownFields } from '../history/shownFields.ts';
import { fieldLabel, fieldText, type Words } from '../history/describeField.ts';
import { shownChange } from './shownChange.ts';

/** What is suggested for one record, for a mark in its row: a word or two, and all of it for a tooltip. */
export interface PendingChange {
  readonly short: string;
  readonly long: string;
  /** The record was changed since. */
  readonly isStale: boolean;
}

/** Fields whose new value is short enough for a row, the one that tells most first. */
const TELLING = ['dueDate', 'date', 'status', 'priority', 'projectId', 'isDone'];

/** What suggestions would make of a record; null where none is about it. */
export function describePending(
  recordId: string,
  suggestions: readonly Suggestion[],
  words: Words,
): PendingChange | null {
  const changes = suggestions.flatMap((suggestion) =>
    suggestion.changes.filter((change) => change.recordId === recordId && change.operation !== 'create'),
  );
  const [first] = changes;
  if (first === undefined) return null;
  const short = shortOf(first, words);
  const more = changes.length - 1;
  return {
    short: more > 0 ? t('suggestions:mark.more', { change: short, count: more }) : short,
    long: changes.map((change) => longOf(change, words)).join('; '),
    isStale: suggestions.every(({ stale }) => stale.length > 0),
  };
}

function shortOf({ operation, recordKind, after }: ProposedChange, words: Words): string {
  if (operation === 'delete') return t('suggestions:diff.deleted');
  const name = TELLING.find((field) => after !== null && field in after);
  const value = name === undefined ? undefined : after?.[name];
  if (name === undefined || value === undefined) return t('suggestions:mark.change');
  const isDay = (name === 'dueDate' || name === 'date') && typeof value === 'string';
  const to = isDay ? formatDayMonth(value, words.today) : fieldText(name, value, recordKind, words);
  return t('suggestions:mark.to', { to });
}

function longOf(change: ProposedChange, words: Words): string {
  if (change.operation === 'delete') return t('suggestions:diff.deleted');
  const shown = shownChange(change, null, words.today);
  return shownFields(shown)
    .map((name) => {
      const text = (image: ProposedChange['before']): string =>
        fieldText(name, image?.[name], change.recordKind, words);
      return t('suggestions:mark.field', { field: fieldLabel(name), from: text(shown.before), to: text(shown.after) });
    })
    .join(', ');
}
