import { useQueries } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { Button } from '../../components/ui/Button.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { trpc } from '../../trpc.ts';
import { RecordLink } from '../records/RecordLink.tsx';
import { SuggestionCard } from '../suggestions/SuggestionCard.tsx';
import { useApproveMany } from '../suggestions/useSuggestionActions.ts';

/** What an answer proposes: cards while they wait, one line each once they are settled. The first that waits is the main one. */
export function ChatSuggestions({ ids }: { ids: readonly SuggestionId[] }) {
  const suggestions = useQueries({
    queries: ids.map((id) => trpc.suggestions.get.queryOptions({ id })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const main = suggestions.find(({ state, stale }) => state === 'pending' && stale.length === 0);
  const fitting = suggestions.filter(({ state, stale }) => state === 'pending' && stale.length === 0);
  return (
    <div className="grid gap-2" data-suggestions>
      {suggestions.map((suggestion) =>
        suggestion.state === 'pending' ? (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            isMain={suggestion === main}
            showsConversation={false}
            className="rounded-2xl py-3 pr-3 pl-3.5"
          />
        ) : (
          <Settled key={suggestion.id} suggestion={suggestion} />
        ),
      )}
      {fitting.length > 1 ? <ApproveAll suggestions={fitting} /> : null}
    </div>
  );
}

function ApproveAll({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { t } = useTranslation('suggestions');
  const { approveMany, isWorking } = useApproveMany();
  const count = suggestions.length;
  return (
    <Button size="sm" className="justify-self-start" disabled={isWorking} onClick={() => approveMany(suggestions)}>
      <Check aria-hidden className="icon-14" />
      {t('inbox.approveAll', { count, formatted: formatNumber(count) })}
    </Button>
  );
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
