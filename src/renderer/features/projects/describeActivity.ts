import type { TFunction } from 'i18next';
import type { HistoryEntry, RecordJson } from '../../../contracts/change.ts';
import { formatDay } from '../../i18n/format.ts';

/** What of a change matters to a reader of the project, as a key of the catalogue. */
export type ActivityKind =
  | 'created'
  | 'deleted'
  | 'suggested'
  | 'approved'
  | 'rejected'
  | 'changed'
  | 'finished'
  | 'started'
  | 'reopened'
  | 'pinned'
  | 'unpinned'
  | 'renamed'
  | 'written'
  | 'moved'
  | 'undated'
  | 'reached'
  | 'unreached'
  | 'archived'
  | 'restored'
  | 'commented';

/** The one thing that a change is about: of several fields the one that tells most. */
export function activityKind(entry: HistoryEntry): ActivityKind {
  switch (entry.operation) {
    case 'create':
      return entry.recordKind === 'comment' ? 'commented' : 'created';
    case 'delete':
      return 'deleted';
    case 'suggest':
      return 'suggested';
    case 'approve':
      return 'approved';
    case 'reject':
      return 'rejected';
    case 'update':
      return updateKind(entry.recordKind, entry.after ?? {});
  }
}

function updateKind(recordKind: HistoryEntry['recordKind'], after: RecordJson): ActivityKind {
  if (recordKind === 'task' && 'status' in after)
    return after['status'] === 'done' ? 'finished' : after['status'] === 'in_progress' ? 'started' : 'reopened';
  if (recordKind === 'project' && 'status' in after) return after['status'] === 'archived' ? 'archived' : 'restored';
  if (recordKind === 'checkpoint' && 'isDone' in after) return after['isDone'] === true ? 'reached' : 'unreached';
  if ('dueDate' in after || 'date' in after) return dayOf(after) === null ? 'undated' : 'moved';
  if ('content' in after || 'description' in after) return 'written';
  if ('title' in after || 'name' in after) return 'renamed';
  if ('isPinned' in after) return after['isPinned'] === true ? 'pinned' : 'unpinned';
  return 'changed';
}

function dayOf(after: RecordJson): string | null {
  const day = after['dueDate'] ?? after['date'];
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null;
}

/** Who: the user by name, an agent by its own. */
export function activityActor(entry: HistoryEntry, userName: string, t: TFunction<'projects'>): string {
  switch (entry.actorKind) {
    case 'user':
      return userName === '' ? t('activity.you') : userName;
    case 'api':
      return t('activity.api');
    case 'system':
      return t('activity.system');
    case 'agent': {
      const name = entry.actorName ?? '';
      return t('activity.agent', { name: name.charAt(0).toLocaleUpperCase() + name.slice(1) });
    }
  }
}

/** The sentence after the name, in three pieces, since the record in its middle can be opened. */
export function activitySentence(
  entry: HistoryEntry,
  today: string,
  t: TFunction<'projects'>,
): { before: string; title: string; after: string } {
  const day = dayOf(entry.after ?? {});
  const mark = '\u0000';
  const sentence = t(`activity.${activityKind(entry)}`, {
    title: mark,
    date: day === null ? '' : formatDay(day, today),
  });
  const [before = '', after = ''] = sentence.split(mark);
  return { before, title: sentence.includes(mark) ? entry.title : '', after };
}
