import type { QueryClient } from '@tanstack/react-query';
import type { ChangedRecord, WorkspaceEvent } from '../../../contracts/event.ts';
import { trpc } from '../../trpc.ts';

type Filters = NonNullable<Parameters<QueryClient['invalidateQueries']>[0]>;

/** Which queries an event makes old: those that show what changed, and no others. */
export function queriesOf(event: WorkspaceEvent): Filters[] {
  switch (event.type) {
    case 'recordsChanged':
      // In the order in which they are asked: what was changed itself comes first on the screen, its traces last.
      return [...queriesOfRecords(event.records), trpc.history.list.pathFilter(), trpc.activity.pathFilter()];
    case 'suggestionsChanged':
      // Pending records are rows of their lists.
      return [
        trpc.suggestions.pathFilter(),
        trpc.tasks.list.pathFilter(),
        trpc.tasks.groups.pathFilter(),
        trpc.checkpoints.list.pathFilter(),
        trpc.history.list.pathFilter(),
        trpc.activity.pathFilter(),
      ];
    case 'settingsChanged':
      return [trpc.settings.pathFilter()];
    case 'providersChanged':
      return [trpc.providers.pathFilter()];
    case 'conversationChanged':
      return [
        trpc.conversations.list.pathFilter(),
        trpc.conversations.get.queryFilter({ id: event.conversationId }),
        trpc.conversations.messages.pathFilter(),
        // A row tells which conversation it comes from.
        trpc.activity.pathFilter(),
      ];
    case 'runStarted':
    case 'runEnded':
      return [trpc.conversations.messages.pathFilter()];
    case 'briefChanged':
      return [trpc.brief.pathFilter(), trpc.activity.pathFilter()];
    case 'notified':
      return [];
    case 'indexChanged':
      return [trpc.search.status.pathFilter()];
    case 'trashChanged':
      // What undo needs may have gone for good, and titles with it.
      return [trpc.trash.pathFilter(), trpc.activity.pathFilter()];
    case 'activityChanged':
      return [trpc.activity.pathFilter()];
  }
}

/** Of many records at once, each kind's lists are named once. */
function queriesOfRecords(records: readonly ChangedRecord[]): Filters[] {
  const kinds = new Set(records.map(({ kind }) => kind));
  return [...records.flatMap(queriesOfRecord), ...[...kinds].flatMap(queriesOfKind)];
}

function queriesOfKind(kind: ChangedRecord['kind']): Filters[] {
  // A suggestion may be about any record, and says whether it is stale.
  const suggestions = trpc.suggestions.pathFilter();
  switch (kind) {
    case 'client':
      return [trpc.clients.pathFilter(), ...tasksBy('client'), suggestions];
    case 'project':
      return [trpc.projects.pathFilter(), ...tasksBy('project'), ...tasksBy('client'), suggestions];
    case 'task':
      return [
        trpc.tasks.list.pathFilter(),
        trpc.tasks.groups.pathFilter(),
        trpc.tasks.counts.pathFilter(),
        trpc.tasks.labels.pathFilter(),
        trpc.tasks.assignees.pathFilter(),
        trpc.tasks.waiting.pathFilter(),
        trpc.projects.pathFilter(),
        suggestions,
      ];
    case 'checkpoint':
      return [trpc.checkpoints.pathFilter(), trpc.projects.pathFilter(), suggestions];
    case 'note':
      return [trpc.notes.list.pathFilter(), trpc.notes.count.pathFilter(), suggestions];
    case 'comment':
      return [trpc.comments.pathFilter(), trpc.tasks.list.pathFilter()];
    case 'view':
      return [trpc.views.list.pathFilter()];
  }
}

function queriesOfRecord({ kind, id }: ChangedRecord): Filters[] {
  switch (kind) {
    case 'task':
      return [queryForRecord(trpc.tasks.get.pathKey(), id)];
    case 'note':
      return [queryForRecord(trpc.notes.get.pathKey(), id)];
    case 'view':
      return [queryForRecord(trpc.views.get.pathKey(), id)];
    case 'client':
    case 'project':
    case 'checkpoint':
    case 'comment':
      return [];
  }
}

/** Lists and counts of tasks that a project's or a client's name or place decides about: their groups, or a client's tasks. */
function tasksBy(kind: 'project' | 'client'): Filters[] {
  const isMeant = (input: object): boolean =>
    ('groupBy' in input && input.groupBy === kind) || (kind === 'client' && 'clientId' in input);
  return [trpc.tasks.list.pathKey(), trpc.tasks.groups.pathKey()].map((queryKey) => ({
    queryKey,
    predicate: (query) => isMeant(inputOf(query.queryKey[1])),
  }));
}

/** The `get` of one record. */
function queryForRecord(path: readonly unknown[], id: string): Filters {
  return {
    queryKey: path,
    predicate: (query) => {
      const input = inputOf(query.queryKey[1]);
      return 'id' in input && input.id === id;
    },
  };
}

/** tRPC keeps a call's input in its key's second part. */
function inputOf(part: unknown): object {
  if (typeof part !== 'object' || part === null || !('input' in part)) return {};
  const { input } = part;
  return typeof input === 'object' && input !== null ? input : {};
}
