import type { TFunction } from 'i18next';
import type { HistoryEntry, RecordJson } from '../../../../contracts/change.ts';
import { formatDay, formatTimeOfDay } from '../../../i18n/format.ts';
import { fieldValue } from '../../suggestions/describeSuggestion.ts';

interface Words {
  t: TFunction<'tasks'>;
  today: string;
  projectName: (id: string) => string | undefined;
}

export function actorName(entry: HistoryEntry, userName: string, t: TFunction<'tasks'>): string {
  switch (entry.actorKind) {
    case 'user':
      return userName === '' ? t('history.you') : userName;
    case 'api':
      return t('history.api');
    case 'system':
      return t('history.system');
    case 'agent':
      return t('history.agent', { name: capitalised(entry.actorName ?? '') });
  }
}

/** `set status to in progress`, `moved due from Wed 18 Nov to Thu 19 Nov`: what follows who did it. */
export function describeTaskChange(entry: HistoryEntry, words: Words): string {
  const { t } = words;
  if (entry.operation !== 'update') return t(`history.${entry.operation}`);
  const before = entry.before ?? {};
  const after = entry.after ?? {};
  const sentences = Object.keys(after)
    .map((name) => describeField(name, before, after, words))
    .filter((sentence) => sentence !== null);
  return sentences.length === 0 ? t('history.restored') : [...new Set(sentences)].join(', ');
}

function describeField(
  name: string,
  before: RecordJson,
  after: RecordJson,
  { t, today, projectName }: Words,
): string | null {
  const value = (from: RecordJson): string => fieldValue(name, from[name], { today, projectName }).toLocaleLowerCase();
  const isDay = (day: unknown): day is string => typeof day === 'string';
  switch (name) {
    case 'title':
      return t('history.renamed');
    case 'description':
      return t('history.description');
    case 'status':
      return t('history.setStatus', { value: value(after) });
    case 'priority':
      return t('history.setPriority', { value: value(after) });
    case 'dueDate': {
      const [from, to] = [before['dueDate'], after['dueDate']];
      if (!isDay(to)) return t('history.removedDue');
      return isDay(from)
        ? t('history.movedDue', { from: formatDay(from, today), to: formatDay(to, today) })
        : t('history.setDue', { value: formatDay(to, today) });
    }
    case 'dueTime': {
      const time = after['dueTime'];
      // Without its date the time goes by itself.
      if (typeof time !== 'string') return 'dueDate' in after ? null : t('history.removedTime');
      return t('history.setTime', { value: formatTimeOfDay(time) });
    }
    case 'projectId': {
      const id = after['projectId'];
      return typeof id === 'string'
        ? t('history.setProject', { value: projectName(id) ?? t('history.otherProject') })
        : t('history.removedProject');
    }
    case 'labels':
      return t('history.labels');
    case 'assignees':
      return t('history.assignees');
    case 'sortOrder':
      return t('history.order');
    case 'recurrence':
      return t('history.recurrence');
    default:
      // `completedAt` and the like follow from another field.
      return null;
  }
}

const capitalised = (name: string): string => name.slice(0, 1).toLocaleUpperCase() + name.slice(1);
