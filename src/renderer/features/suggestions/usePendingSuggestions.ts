import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
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

export function usePendingSuggestions(): PendingSuggestions {
  const { data } = useQuery(pending);
  return useMemo(() => {
    const items = data?.items ?? [];
    const creating = new Map<string, Suggestion>();
    const changing = new Map<string, Suggestion[]>();
    for (const suggestion of items) {
      for (const change of suggestion.changes) {
        if (change.operation === 'create') creating.set(change.recordId, suggestion);
        else changing.set(change.recordId, [...(changing.get(change.recordId) ?? []), suggestion]);
      }
    }
    return { items, creating: (id) => creating.get(id), changing: (id) => changing.get(id) ?? [] };
  }, [data]);
}
