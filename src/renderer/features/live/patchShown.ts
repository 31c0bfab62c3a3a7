import type { QueryClient } from '@tanstack/react-query';
import type { ChangedRecord } from '../../../contracts/event.ts';
import { trpc } from '../../trpc.ts';

/** What decides whether a record is in a list, and where: a list is read again for these, and until then stays as it is. */
const PLACING: ReadonlySet<string> = new Set([
  ...['status', 'priority', 'dueDate', 'dueTime', 'projectId', 'clientId', 'sortOrder', 'labels', 'assignees'],
  ...['completedAt', 'recurrence', 'date', 'isDone', 'isApproved', 'isPinned', 'isArchived'],
]);

/**
 * Puts what an event tells into what is on screen, so that all windows show it in their next frame; it is read again all
 * the same. A record changes where it is shown by itself, its texts in lists too; a deleted one leaves its lists.
 */
export function patchShown(client: QueryClient, records: readonly ChangedRecord[]): void {
  for (const record of records) {
    if (record.operation !== 'delete' && record.fields === undefined) continue;
    for (const query of client.getQueryCache().findAll(queriesOfKind(record.kind))) {
      const before: unknown = query.state.data;
      const after = patch(before, record, false);
      if (after !== before) client.setQueryData(query.queryKey, after, { updatedAt: query.state.dataUpdatedAt });
    }
  }
}

function queriesOfKind(kind: ChangedRecord['kind']) {
  switch (kind) {
    case 'client':
      return trpc.clients.pathFilter();
    case 'project':
      return trpc.projects.pathFilter();
    case 'task':
      return trpc.tasks.pathFilter();
    case 'checkpoint':
      return trpc.checkpoints.pathFilter();
    case 'note':
      return trpc.notes.pathFilter();
    case 'comment':
      return trpc.comments.pathFilter();
    case 'view':
      return trpc.views.pathFilter();
  }
}

/** The same value where nothing in it is the record, or what is there is not the version right before. */
function patch(data: unknown, record: ChangedRecord, isInList: boolean): unknown {
  if (!isObject(data)) return data;
  const { pages, items } = data;
  if (Array.isArray(pages)) return replaced(data, 'pages', pages, (page) => patch(page, record, false));
  if (Array.isArray(items)) {
    if (record.operation !== 'delete') return replaced(data, 'items', items, (item) => patch(item, record, true));
    const left = items.filter((item) => !isRecord(item, record));
    return left.length < items.length ? { ...data, items: left } : data;
  }
  if (record.operation === 'delete' || !isRecord(data, record) || data['version'] !== record.version - 1) return data;
  const fields = Object.entries(record.fields ?? {});
  if (isInList && fields.some(([name]) => PLACING.has(name))) return data;
  return { ...data, ...Object.fromEntries(fields.filter(([name]) => name in data)), version: record.version };
}

function replaced(data: object, name: string, list: readonly unknown[], change: (item: unknown) => unknown): object {
  const after = list.map(change);
  return after.every((item, index) => item === list[index]) ? data : { ...data, [name]: after };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isRecord = (value: unknown, { id }: ChangedRecord): boolean => isObject(value) && value['id'] === id;
