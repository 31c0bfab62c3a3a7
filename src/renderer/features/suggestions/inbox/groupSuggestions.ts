import type { Suggestion } from '../../../../contracts/suggestion.ts';
import type { SuggestionOrigin } from './inboxSearch.ts';

export type InboxGroup = 'new' | 'changes' | 'stale';

/** A line of the list: the heading of a group, or a suggestion. */
export type InboxLine =
  | { readonly kind: 'heading'; readonly group: InboxGroup; readonly count: number }
  | { readonly kind: 'suggestion'; readonly group: InboxGroup; readonly suggestion: Suggestion };

/** What led to it: the record it came from, or else the conversation. */
export function originOf({ source }: Suggestion): SuggestionOrigin {
  switch (source?.kind) {
    case 'note':
      return 'notes';
    case 'task':
    case 'checkpoint':
    case 'comment':
      return 'tasks';
    case 'client':
    case 'project':
    case 'view':
    case undefined:
      return 'conversations';
  }
}

export function groupOf({ kind, stale }: Suggestion): InboxGroup {
  if (stale.length > 0) return 'stale';
  return kind === 'create' ? 'new' : 'changes';
}

const GROUPS: readonly InboxGroup[] = ['new', 'changes', 'stale'];

/** The list as it is shown: group after group, each in the order given. Empty groups are left out. */
export function inboxLines(suggestions: readonly Suggestion[]): readonly InboxLine[] {
  const groups = Map.groupBy(suggestions, groupOf);
  return GROUPS.flatMap((group): InboxLine[] => {
    const items = groups.get(group) ?? [];
    if (items.length === 0) return [];
    return [
      { kind: 'heading', group, count: items.length },
      ...items.map((suggestion) => ({ kind: 'suggestion' as const, group, suggestion })),
    ];
  });
}

/** How many came from where. */
export function countOrigins(suggestions: readonly Suggestion[]): Readonly<Record<SuggestionOrigin, number>> {
  const counts = { conversations: 0, notes: 0, tasks: 0 };
  for (const suggestion of suggestions) counts[originOf(suggestion)] += 1;
  return counts;
}
