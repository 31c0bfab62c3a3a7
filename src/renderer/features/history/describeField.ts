import type { RecordJson } from '../../../contracts/change.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import { formatDay, formatTimeOfDay } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { fieldValue } from '../suggestions/describeSuggestion.ts';

/** What a sentence needs to know beside the change itself. */
export interface Words {
  readonly today: string;
  readonly projectName: (id: string) => string | undefined;
  readonly clientName: (id: string) => string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value);

/** Fields that follow from others, or that only the program reads. */
const KEPT = new Set([
  'completedAt',
  'archivedAt',
  'seriesId',
  'occurrence',
  'seriesStart',
  'isAiSuggested',
  'isApproved',
  'version',
  'createdAt',
  'updatedAt',
]);

/** The fields of a change that say something to a reader, in their order. */
export function tellingFields(fields: readonly string[]): readonly string[] {
  const telling = fields.filter((name) => !KEPT.has(name));
  // A time goes with its date; a place in the list is the lesser of two.
  const withDate = telling.includes('dueDate') ? telling.filter((name) => name !== 'dueTime') : telling;
  return withDate.length > 1 ? withDate.filter((name) => name !== 'sortOrder') : withDate;
}

/** The catalogue's word for a field; its own name where there is none. */
export function fieldLabel(name: string): string {
  const words: Partial<Record<string, string>> = t('activity:field', { returnObjects: true });
  return words[name] ?? name;
}

/** A field's value as a reader knows it. */
export function fieldText(name: string, value: unknown, recordKind: RecordKind, words: Words): string {
  if (name === 'clientId' && typeof value === 'string') return words.clientName(value) ?? t('activity:otherClient');
  if (name === 'projectId' && typeof value === 'string') return words.projectName(value) ?? t('activity:otherProject');
  if (name === 'color' && typeof value === 'number') return t('common:swatch', { number: value });
  if (name === 'blockedBy' && Array.isArray(value) && value.length > 0)
    return t('activity:tasksCount', { count: value.length });
  if (recordKind === 'project' && name === 'status' && (value === 'active' || value === 'archived'))
    return t(`activity:projectStatus.${value}`);
  return fieldValue(name, value, words);
}

/** `set status to in progress`: one field in the words of a record's own history; null where it says nothing. */
export function fieldPhrase(
  name: string,
  recordKind: RecordKind,
  { before, after }: { before: RecordJson | null; after: RecordJson | null },
  words: Words,
): string | null {
  if (KEPT.has(name)) return null;
  const value = after?.[name];
  const isKnown = after !== null && name in after;
  const text = (): string => fieldText(name, value, recordKind, words).toLocaleLowerCase();
  const plain = (): string => t('activity:phrase.field', { field: fieldLabel(name).toLocaleLowerCase() });
  switch (name) {
    case 'title':
    case 'name':
      return t('activity:phrase.title');
    case 'content':
    case 'body':
      return t('activity:phrase.text');
    case 'description':
      return t('activity:phrase.description');
    case 'notes':
      return t('activity:phrase.notes');
    case 'labels':
      return t('activity:phrase.labels');
    case 'assignees':
      return t('activity:phrase.assignees');
    case 'sortOrder':
      return t('activity:phrase.order');
    case 'recurrence':
      return t('activity:phrase.recurrence');
    case 'blockedBy':
      return t('activity:phrase.blockedBy');
    default:
      break;
  }
  if (!isKnown) return plain();
  switch (name) {
    case 'status':
      if (recordKind === 'project') return t(`activity:phrase.${value === 'archived' ? 'archived' : 'unarchived'}`);
      return t('activity:phrase.setStatus', { value: text() });
    case 'priority':
      return t('activity:phrase.setPriority', { value: text() });
    case 'isDone':
      return t(`activity:phrase.${value === true ? 'reached' : 'unreached'}`);
    case 'isArchived':
      return t(`activity:phrase.${value === true ? 'archived' : 'unarchived'}`);
    case 'isPinned':
      return t(`activity:phrase.${value === true ? 'pinned' : 'unpinned'}`);
    case 'dueDate':
    case 'date': {
      if (!isDay(value)) return t('activity:phrase.removedDue');
      const from = before?.[name];
      const to = formatDay(value, words.today);
      return isDay(from)
        ? t('activity:phrase.movedDue', { from: formatDay(from, words.today), to })
        : t('activity:phrase.setDue', { value: to });
    }
    case 'dueTime':
      // Without its date the time goes by itself.
      if (typeof value !== 'string') return 'dueDate' in after ? null : t('activity:phrase.removedTime');
      return t('activity:phrase.setTime', { value: formatTimeOfDay(value) });
    case 'projectId':
      return typeof value === 'string'
        ? t('activity:phrase.setProject', { value: words.projectName(value) ?? t('activity:otherProject') })
        : t('activity:phrase.removedProject');
    case 'clientId':
      return typeof value === 'string'
        ? t('activity:phrase.setClient', { value: words.clientName(value) ?? t('activity:otherClient') })
        : t('activity:phrase.removedClient');
    default:
      return plain();
  }
}

/** The day that a change moved its record to; null: it took the day away; undefined: neither. */
export function dayOfChange(
  fields: readonly string[],
  after: RecordJson | null,
  today: string,
): string | null | undefined {
  const name = fields.find((field) => field === 'dueDate' || field === 'date');
  if (name === undefined || after === null || !(name in after)) return undefined;
  const day = after[name];
  return isDay(day) ? formatDay(day, today) : null;
}
