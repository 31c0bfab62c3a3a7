import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Check, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SUGGESTIONS_AT_ONCE_MAX } from '../../../../contracts/suggestion.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { EmptyState } from '../../../components/ui/EmptyState.tsx';
import { ErrorLine, ErrorState } from '../../../components/ui/ErrorState.tsx';
import { SkeletonRows } from '../../../components/ui/Skeleton.tsx';
import { Tooltip } from '../../../components/ui/Tooltip.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { useChat } from '../../chat/useChat.ts';
import { keysOf, useShortcut } from '../../commands/shortcuts.ts';
import { DensePage } from '../../shell/Page.tsx';
import { useApproveMany } from '../useSuggestionActions.ts';
import { inboxLines } from './groupSuggestions.ts';
import { InboxAside } from './InboxAside.tsx';
import { InboxList } from './InboxList.tsx';
import type { SuggestionOrigin } from './inboxSearch.ts';
import { useInbox } from './useInbox.ts';

/** Everything the assistant proposes and nobody has settled yet: new records, changes, and what was overtaken. */
export function InboxScreen() {
  const { t } = useTranslation(['suggestions', 'home']);
  const { from } = useSearch({ from: '/suggestions' });
  const navigate = useNavigate({ from: '/suggestions' });
  const chat = useChat();
  const inbox = useInbox({ from });
  const lines = useMemo(() => inboxLines(inbox.items), [inbox.items]);
  const { approveMany, isWorking } = useApproveMany();
  const fitting = inbox.items.filter(({ stale }) => stale.length === 0).slice(0, SUGGESTIONS_AT_ONCE_MAX);
  const staleCount = inbox.items.filter(({ stale }) => stale.length > 0).length;
  const canApproveAll = fitting.length > 0 && !isWorking;
  const approveAll = (): void => approveMany(fitting);
  useShortcut('approveAll', approveAll, canApproveAll);
  const show = (origin: SuggestionOrigin | undefined): void => {
    void navigate({ search: { from: origin }, replace: true });
  };
  const isEmpty = !inbox.isPending && inbox.error === null && lines.length === 0;
  const isNothing = isEmpty && from === undefined;
  return (
    <DensePage
      title={t('title')}
      isTitleHidden
      lead={
        <nav aria-label={t('inbox.where')} className="flex min-w-0 items-center gap-2 text-muted-foreground">
          <Link to="/" className="flex-none rounded-sm hover:text-foreground focus-inset">
            {t('home:title')}
          </Link>
          <ChevronRight aria-hidden className="icon-14" />
          <span aria-hidden className="text-[15px] leading-6 font-semibold tracking-[-0.3px] text-foreground">
            {t('title')}
          </span>
          {inbox.total === undefined || inbox.total === 0 ? null : (
            <span className="text-[15px] leading-6 tabular-nums">{formatNumber(inbox.total)}</span>
          )}
        </nav>
      }
      actions={
        fitting.length === 0 ? null : (
          <>
            {staleCount === 0 ? null : (
              <span className="mr-3 type-meta text-muted-foreground max-wide:hidden">
                {t('inbox.leavesOut', { count: staleCount, formatted: formatNumber(staleCount) })}
              </span>
            )}
            <Tooltip label={t('inbox.approveAllHint')} shortcut={keysOf('approveAll')}>
              <Button size="sm" variant="primary" disabled={!canApproveAll} className="mr-2" onClick={approveAll}>
                <Check aria-hidden className="icon-14" />
                {t('inbox.approveAll', { count: fitting.length, formatted: formatNumber(fitting.length) })}
              </Button>
            </Tooltip>
          </>
        )
      }
    >
      {inbox.error !== null ? (
        <ErrorState title={t('inbox.unreadable')} error={inbox.error} onRetry={inbox.retry} />
      ) : inbox.isPending ? (
        <SkeletonRows count={8} className="px-5 pt-4 wide:px-6" rowClassName="h-16" />
      ) : isNothing ? (
        <EmptyState
          title={t('inbox.empty.title')}
          actions={<Button onClick={() => chat.open()}>{t('inbox.empty.ask')}</Button>}
        >
          {t('inbox.empty.body')}
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col wide:flex-row-reverse">
          <InboxAside origins={inbox.origins} from={from} onFrom={show} />
          {isEmpty ? (
            <EmptyState
              title={t('inbox.noMatch.title')}
              className="flex-1"
              actions={<Button onClick={() => show(undefined)}>{t('inbox.noMatch.clear')}</Button>}
            >
              {t('inbox.noMatch.body')}
            </EmptyState>
          ) : (
            <InboxList
              lines={lines}
              footer={
                inbox.moreError === null ? null : (
                  <ErrorLine
                    title={t('inbox.moreError')}
                    error={inbox.moreError}
                    onRetry={inbox.retry}
                    className="pb-6"
                  />
                )
              }
            />
          )}
        </div>
      )}
    </DensePage>
  );
}
