import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { trpc } from '../../trpc.ts';
import { RecordLink } from '../records/RecordLink.tsx';
import { SuggestionCard } from '../suggestions/SuggestionCard.tsx';

/** What an answer proposes: cards while they wait, one line each once they are settled. */
export function ChatSuggestions({ ids }: { ids: readonly SuggestionId[] }) {
  return (
    <div className="grid gap-2">
      {ids.map((id) => (
        <ChatSuggestion key={id} id={id} />
      ))}
    </div>
  );
}

function ChatSuggestion({ id }: { id: SuggestionId }) {
  const { data } = useQuery(trpc.suggestions.get.queryOptions({ id }));
  if (data === undefined) return null;
  return data.state === 'pending' ? <SuggestionCard suggestion={data} isMain className="rounded-2xl py-3 pr-3 pl-3.5" /> : <Settled suggestion={data} />;
}

function Settled({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation('chat');
  const [change] = suggestion.changes;
  const isApproved = suggestion.state === 'approved';
  return (
    <p className="flex min-h-6 items-center gap-2 type-meta text-muted-foreground">
      {isApproved ? <Check aria-hidden className="icon-14 text-success" /> : <X aria-hidden className="icon-14" />}
      <span className="flex-none">{t(isApproved ? 'suggestion.approved' : 'suggestion.rejected')}</span>
      {isApproved && change !== undefined && change.operation !== 'delete' ? (
        <RecordLink record={{ kind: change.recordKind, id: change.recordId }} className="truncate text-foreground">
          {suggestion.title}
        </RecordLink>
      ) : (
        <span className="truncate">{suggestion.title}</span>
      )}
    </p>
  );
}
