import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { ErrorLine } from '../../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../../components/ui/Section.tsx';
import { formatMoment } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';
import { trpc } from '../../../trpc.ts';
import { actorName, describeEntry, undoneEntries } from '../../history/describeChange.ts';
import { useWords } from '../../history/useWords.ts';
import { useSettings } from '../../settings/useSettings.ts';

/** Who changed what and when, newest first. */
export function TaskHistory({ taskId }: { taskId: TaskId }) {
  const { t } = useTranslation(['tasks', 'activity']);
  const words = useWords();
  const { userName } = useSettings();
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.history.list.infiniteQueryOptions(
      { recordKind: 'task', recordId: taskId, limit: 8 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const undone = undoneEntries(entries);
  if (error === null && entries.length === 0) return null;
  return (
    <section aria-label={t('panel.history')} className="mt-2">
      <SectionTitle>{t('panel.history')}</SectionTitle>
      {error !== null ? (
        <ErrorLine title={t('panel.historyError')} error={error} onRetry={() => void refetch()} />
      ) : null}
      <dl className="grid grid-cols-[56px_minmax(0,1fr)] gap-x-3 gap-y-0.5 type-meta leading-5 text-muted-foreground tabular-nums">
        {entries.map((entry) => (
          <Fragment key={entry.sequence}>
            <dt>{formatMoment(entry.at, words.today)}</dt>
            <dd className={cn('min-w-0 break-words', entry.undoneBy !== null && 'line-through decoration-border')}>
              <b className="font-medium text-foreground">{actorName(entry, userName)}</b>{' '}
              {describeEntry(entry, words, undone.get(entry.changeSetId))}
              {entry.undoneBy === null ? '' : ` (${t('activity:undone')})`}
            </dd>
          </Fragment>
        ))}
      </dl>
      {hasNextPage ? (
        <Button variant="ghost" size="sm" className="-ml-2.5" onClick={() => void fetchNextPage()}>
          {t('panel.moreHistory')}
        </Button>
      ) : null}
    </section>
  );
}
