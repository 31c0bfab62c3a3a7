import { useInfiniteQuery } from '@tanstack/react-query';
import { Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../contracts/change.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../components/ui/Dialog.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { formatMomentExact, formatMomentLong } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { trpc } from '../../trpc.ts';
import { useSettings } from '../settings/useSettings.ts';
import { undoChange } from '../undo/undo.ts';
import { ActorMark } from './ActorMark.tsx';
import { actorName, describeEntry, undoneEntries } from './describeChange.ts';
import { FieldChanges } from './FieldChanges.tsx';
import { undoabilities, type Undoability } from './undoable.ts';
import { useWords } from './useWords.ts';

const PAGE = 50;

interface HistoryDialogProps {
  record: { kind: RecordKind; id: string; title: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Who changed a record and when, each field before and after, and Undo where it is possible. */
export function HistoryDialog({ record, open, onOpenChange }: HistoryDialogProps) {
  const { t } = useTranslation('activity');
  const title = record.title.trim() === '' ? t('untitled') : record.title;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('history.title', { title })} description={t('history.description')}>
        <RecordHistory record={record} />
        <DialogFoot>
          <DialogClose asChild>
            <Button>{t('history.close')}</Button>
          </DialogClose>
        </DialogFoot>
      </DialogContent>
    </Dialog>
  );
}

function RecordHistory({ record }: { record: HistoryDialogProps['record'] }) {
  const { t } = useTranslation('activity');
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.history.list.infiniteQueryOptions(
      { recordKind: record.kind, recordId: record.id, limit: PAGE },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const entries = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const canUndo = useMemo(() => undoabilities(entries), [entries]);
  const undone = useMemo(() => undoneEntries(entries), [entries]);
  return (
    <DialogBody className="min-h-40 gap-0 border-t border-hairline pt-2" tabIndex={-1}>
      {error === null ? null : <ErrorLine title={t('history.error')} error={error} onRetry={() => void refetch()} />}
      {isPending ? <SkeletonRows count={4} /> : null}
      {data !== undefined && entries.length === 0 ? (
        <p className="py-2 text-muted-foreground">{t('history.empty')}</p>
      ) : null}
      <ul>
        {entries.map((entry) => (
          <HistoryRow
            key={entry.sequence}
            entry={entry}
            undid={undone.get(entry.changeSetId)}
            undoability={canUndo.get(entry.sequence) ?? 'never'}
          />
        ))}
      </ul>
      {hasNextPage ? (
        <Button
          variant="ghost"
          size="sm"
          className="mt-1 -ml-2.5 justify-self-start"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('history.more')}
        </Button>
      ) : null}
    </DialogBody>
  );
}

interface HistoryRowProps {
  entry: HistoryEntry;
  /** What it took back, where it is an undo. */
  undid: HistoryEntry | undefined;
  undoability: Undoability;
}

function HistoryRow({ entry, undid, undoability }: HistoryRowProps) {
  const { t } = useTranslation(['activity', 'common']);
  const { userName } = useSettings();
  const words = useWords();
  const name = actorName(entry, userName);
  const change = describeEntry(entry, words, undid);
  const isUndone = undoability === 'undone';
  return (
    <li className="border-b border-hairline py-2 last:border-b-0">
      <div className="flex min-h-6 items-center gap-2.5">
        <ActorMark actorKind={entry.actorKind} name={name} />
        <p className={cn('min-w-0 flex-1 truncate', isUndone && 'text-muted-foreground')}>
          <span className="font-medium">{name}</span>{' '}
          <span className={cn('text-muted-foreground', isUndone && 'line-through decoration-border')}>{change}</span>
        </p>
        {isUndone ? <span className="flex-none type-meta text-muted-foreground">{t('history.isUndone')}</span> : null}
        <time
          title={formatMomentExact(entry.at)}
          className="flex-none type-meta text-muted-foreground tabular-nums"
          dateTime={new Date(entry.at).toISOString()}
        >
          {formatMomentLong(entry.at, words.today)}
        </time>
        <span className="-mr-1 w-6.5 flex-none">
          {undoability === 'undoable' || undoability === 'overwritten' ? (
            <IconButton
              size="row"
              label={t(undid === undefined ? 'undoNamed' : 'redoNamed', { change })}
              hint={
                undoability === 'overwritten'
                  ? t('history.overwritten')
                  : t(undid === undefined ? 'common:actions.undo' : 'common:actions.redo')
              }
              disabled={undoability === 'overwritten'}
              onClick={() => void undoChange({ changeSetId: entry.changeSetId, message: `${name} ${change}` })}
            >
              {undid === undefined ? (
                <Undo2 aria-hidden className="icon-14" />
              ) : (
                <Redo2 aria-hidden className="icon-14" />
              )}
            </IconButton>
          ) : null}
        </span>
      </div>
      <FieldChanges change={entry} className={cn('pr-8 pl-7.5', isUndone && 'opacity-60')} />
    </li>
  );
}
