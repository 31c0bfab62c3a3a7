import { useQuery } from '@tanstack/react-query';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { trpc } from '../../trpc.ts';

const pending = trpc.suggestions.list.queryOptions({ state: 'pending', limit: 200 });

export interface PendingSuggestions {
  /** Newest first. */
  readonly items: readonly Suggestion[];
  /** The suggestion that would create this record. */
  creating(recordId: string): Suggestion | undefined;
  /** Those that would change or delete this record. */
  changing(recordId: string): readonly Suggestion[];
}

const NONE: readonly Suggestion[] = [];
/** Made once for each answer, however many rows ask. */
const indexes = new WeakMap<readonly Suggestion[], PendingSuggestions>();

export function usePendingSuggestions(): PendingSuggestions {
  const items = useQuery(pending).data?.items ?? NONE;
  const index = indexes.get(items) ?? indexOf(items);
  indexes.set(items, index);
  return index;
}

function indexOf(items: readonly Suggestion[]): PendingSuggestions {
  const creating = new Map<string, Suggestion>();
  const changing = new Map<string, Suggestion[]>();
  for (const suggestion of items) {
    for (const { operation, recordId } of suggestion.changes) {
      // New records of a set are nowhere yet.
      if (operation === 'create') {
        if (suggestion.kind === 'create') creating.set(recordId, suggestion);
      } else if (changing.get(recordId)?.at(-1) !== suggestion) {
        changing.set(recordId, [...(changing.get(recordId) ?? []), suggestion]);
      }
    }
  }
  return { items, creating: (id) => creating.get(id), changing: (id) => changing.get(id) ?? NONE };
}
