import { useQueries } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectId } from '../../../contracts/ids.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { formatMoment } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { trpc } from '../../trpc.ts';
import { RecordLink } from '../records/RecordLink.tsx';
import { useSettings } from '../settings/useSettings.ts';
import { actorName, describeChange } from './describeChange.ts';
import { type ChangeLine, foldEntries } from './foldEntries.ts';
import { useWords } from './useWords.ts';

const SHOWN = 6;
const STEP = 24;
/** Of how many places at most; a client with more projects shows what happened in its first ones. */
const PLACES = 24;

interface RecentChangesProps {
  /** Records, or projects with all that is in them. */
  of: readonly ({ recordKind: RecordKind; recordId: string } | { projectId: ProjectId })[];
  /** At the heading's end: a link to all of it. */
  end?: ReactNode;
}

/** What happened in a project or for a client, newest first. */
export function RecentChanges({ of, end }: RecentChangesProps) {
  const { t } = useTranslation('activity');
  const { userName } = useSettings();
  const words = useWords();
  const [shown, setShown] = useState(SHOWN);
  const pages = useQueries({
    queries: of
      .slice(0, PLACES)
      // One step may have many entries that are told in one line.
      .map((place) => trpc.history.list.queryOptions({ ...place, limit: Math.min(1_000, shown * 4) })),
  });
  const failed = pages.find((page) => page.error !== null);
  const lines = foldEntries(pages.flatMap((page) => page.data?.items ?? []));
  const hasMore = lines.length > shown || pages.some((page) => page.data?.nextCursor != null);
  if (failed === undefined && lines.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-3">
      <SectionTitle end={end}>{t('title')}</SectionTitle>
      {failed === undefined ? null : (
        <ErrorLine
          title={t('unreadable')}
          error={failed.error}
          onRetry={() => {
            for (const page of pages) void page.refetch();
          }}
        />
      )}
      <dl className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3 type-meta leading-6 text-muted-foreground tabular-nums">
        {lines.slice(0, shown).map((line) => (
          <Fragment key={line.changeSetId}>
            <dt>{formatMoment(line.at, words.today)}</dt>
            <Line line={line} name={actorName(line.entry, userName)} />
          </Fragment>
        ))}
      </dl>
      {hasMore && shown < 1_000 ? (
        <Button variant="ghost" size="sm" className="mt-1 -ml-2.5" onClick={() => setShown((count) => count + STEP)}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ line, name }: { line: ChangeLine; name: string }) {
  const { t } = useTranslation('activity');
  const words = useWords();
  const { before, title, after } = describeChange(line.facts, words);
  return (
    <dd className={cn('min-w-0 truncate', line.isUndone && 'line-through decoration-border')}>
      <b className="font-medium text-foreground">{name}</b> {before}
      {title === '' ? null : line.isThere ? (
        <RecordLink
          isPlain
          record={{ kind: line.entry.recordKind, id: line.entry.recordId }}
          className="hover:text-foreground hover:underline"
        >
          {title}
        </RecordLink>
      ) : (
        title
      )}
      {after}
      {line.isUndone ? ` (${t('undone')})` : null}
    </dd>
  );
}
