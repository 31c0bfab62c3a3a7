import type { QueryClient } from '@tanstack/react-query';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { trpc } from '../../trpc.ts';

type Filters = Parameters<QueryClient['invalidateQueries']>[0];
type ChangedRecord = Extract<WorkspaceEvent, { type: 'recordsChanged' }>['records'][number];

/** Which queries an event makes old: those that show what changed, and no others. */
export function queriesOf(event: WorkspaceEvent): NonNullable<Filters>[] {
  switch (event.type) {
    case 'recordsChanged':
      return [trpc.history.list.pathFilter(), ...event.records.flatMap(queriesOfRecord)];
    case 'suggestionsChanged':
      // Pending records are rows of their lists.
      return [
        trpc.suggestions.pathFilter(),
        trpc.tasks.list.pathFilter(),
        trpc.checkpoints.list.pathFilter(),
        trpc.history.list.pathFilter(),
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
      ];
    case 'runStarted':
    case 'runEnded':
      return [trpc.conversations.messages.pathFilter()];
    case 'briefChanged':
      return [trpc.brief.pathFilter()];
    case 'indexChanged':
      return [trpc.search.status.pathFilter()];
  }
}

function queriesOfRecord({ kind, id }: ChangedRecord): NonNullable<Filters>[] {
  // A suggestion may be about any record, and says whether it is stale.
  const suggestions = trpc.suggestions.pathFilter();
  switch (kind) {
    case 'client':
      return [trpc.clients.pathFilter(), suggestions];
    case 'project':
      return [trpc.projects.pathFilter(), suggestions];
    case 'task':
      return [
        trpc.tasks.list.pathFilter(),
        trpc.tasks.counts.pathFilter(),
        queryForRecord(trpc.tasks.get.pathKey(), id),
        trpc.projects.pathFilter(),
        suggestions,
      ];
    case 'checkpoint':
      return [trpc.checkpoints.pathFilter(), trpc.projects.pathFilter(), suggestions];
    case 'note':
      return [
        trpc.notes.list.pathFilter(),
        trpc.notes.count.pathFilter(),
        queryForRecord(trpc.notes.get.pathKey(), id),
      ];
    case 'comment':
      return [trpc.comments.pathFilter(), trpc.tasks.list.pathFilter()];
  }
}

/** The `get` of one record. tRPC keeps a call's input in its key's second part. */
function queryForRecord(path: readonly unknown[], id: string): NonNullable<Filters> {
  return { queryKey: path, predicate: (query) => inputId(query.queryKey[1]) === id };
}

function inputId(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || !('input' in part)) return undefined;
  const { input } = part;
  return typeof input === 'object' && input !== null && 'id' in input ? input.id : undefined;
}
