import type { ProposedChange, Suggestion } from '../../../contracts/suggestion.ts';
import { formatDay, formatNumber, formatTimeOfDay } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';

/** `Task in Studio admin, Fri 20 Nov, 10:00`, `2 changes`: what is suggested, for the line below its title. */
export function suggestionFacts(suggestion: Suggestion, today: string, project?: string): string {
  const [change] = suggestion.changes;
  const count = suggestion.changes.length;
  const named = (what: string): string =>
    project === undefined ? what : t('suggestions:inProject', { what, project });
  if (change === undefined) return '';
  if (suggestion.kind !== 'create') return named(t('suggestions:changes', { count, formatted: formatNumber(count) }));
  const kind = named(t(`common:kind.${change.recordKind}`));
  const date = suggestedDay(change);
  if (date === null) return kind;
  const day = formatDay(date, today);
  const time = change.after?.['dueTime'];
  const when = isTime(time) ? t('common:day.withTime', { day, time: formatTimeOfDay(time) }) : day;
  return t('suggestions:facts', { kind, date: when });
}

const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d{2}:\d{2}$/u.test(value);

/** The day of a proposed record: a task's due date or a checkpoint's date. */
export function suggestedDay(change: ProposedChange): string | null {
  const day = change.after?.['dueDate'] ?? change.after?.['date'];
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null;
}

/** Why it cannot be approved as it is; null while it can. */
export function staleSentence(suggestion: Suggestion): string | null {
  const [first] = suggestion.stale;
  if (first === undefined) return null;
  return t(first.version === null ? 'suggestions:staleDeleted' : 'suggestions:staleChanged', { title: first.title });
}

/** One field of a change, in words. `projectName` tells a project's name by its id. */
export function fieldValue(
  name: string,
  value: unknown,
  { today, projectName }: { today: string; projectName: (id: string) => string | undefined },
): string {
  if (value === null || value === undefined || value === '') return t('suggestions:diff.empty');
  if (typeof value === 'boolean') return t(value ? 'suggestions:yes' : 'suggestions:no');
  if (Array.isArray(value))
    return value.length === 0
      ? t('suggestions:diff.empty')
      : value.filter((part) => typeof part === 'string').join(', ');
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (name === 'status' && (value === 'todo' || value === 'in_progress' || value === 'done'))
    return t(`common:status.${value}`);
  if (name === 'priority' && (value === 'high' || value === 'medium' || value === 'low'))
    return t(`common:priority.${value}`);
  if ((name === 'dueDate' || name === 'date') && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return formatDay(value, today);
  if (name === 'dueTime' && isTime(value)) return formatTimeOfDay(value);
  if (name === 'projectId') return projectName(value) ?? t('common:kind.project');
  return value;
}
