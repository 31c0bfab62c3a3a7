import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../contracts/change.ts';
import type { ProjectId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { formatMoment } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { RecordLink } from '../records/RecordLink.tsx';
import { useSettings } from '../settings/useSettings.ts';
import { activityActor, activitySentence } from './describeActivity.ts';

const SHOWN = 6;

/** What happened in a project, newest first. */
export function ProjectActivity({ projectId }: { projectId: ProjectId }) {
  const { t } = useTranslation('projects');
  const today = useToday();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.history.list.infiniteQueryOptions(
      { projectId, limit: SHOWN },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  if (error === null && entries.length === 0) return null;
  return (
    <section aria-label={t('page.activity')} className="mt-3">
      <SectionTitle>{t('page.activity')}</SectionTitle>
      {error === null ? null : (
        <ErrorLine title={t('page.activityError')} error={error} onRetry={() => void refetch()} />
      )}
      <dl className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 type-meta leading-6 text-muted-foreground tabular-nums">
        {entries.map((entry) => (
          <Fragment key={entry.sequence}>
            <dt>{formatMoment(entry.at, today)}</dt>
            <Entry entry={entry} today={today} />
          </Fragment>
        ))}
      </dl>
      {hasNextPage ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-1 -ml-2.5"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('page.moreActivity')}
        </Button>
      ) : null}
    </section>
  );
}

function Entry({ entry, today }: { entry: HistoryEntry; today: string }) {
  const { t } = useTranslation(['projects', 'notes']);
  const { userName } = useSettings();
  const { before, title, after } = activitySentence(entry, today, t);
  const name = title === '' ? t('notes:untitled') : title;
  const isThere = entry.operation !== 'delete' && entry.operation !== 'reject';
  return (
    <dd className={cn('min-w-0 truncate', entry.undoneBy !== null && 'line-through decoration-border')}>
      <b className="font-medium text-foreground">{activityActor(entry, userName, t)}</b> {before}
      {before === '' && title === '' ? null : isThere ? (
        <RecordLink
          isPlain
          record={{ kind: entry.recordKind, id: entry.recordId }}
          className="hover:text-foreground hover:underline"
        >
          {name}
        </RecordLink>
      ) : (
        name
      )}
      {after}
      {entry.undoneBy === null ? null : ` (${t('activity.undone')})`}
    </dd>
  );
}
