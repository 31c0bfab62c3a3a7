import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, Plus, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checkpoint } from '../../../contracts/checkpoint.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { CheckpointMark } from '../../components/ui/CheckpointMark.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { line, lineEnd } from '../../components/ui/line.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { formatDayMonth } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { SuggestionButtons } from '../suggestions/SuggestionButtons.tsx';
import { PendingMark } from '../suggestions/PendingMark.tsx';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';
import { offerUndo } from '../undo/undo.ts';
import { CheckpointDialog } from './CheckpointDialog.tsx';

/** Reached ones above those to come stay folded beyond this. */
const REACHED_SHOWN = 3;

/** The checkpoints of a project by date, suggested ones in their place. */
export function ProjectCheckpoints({ project }: { project: ProjectSummary }) {
  const { t } = useTranslation('projects');
  const suggestions = usePendingSuggestions();
  const [edited, setEdited] = useState<Checkpoint | 'new' | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    trpc.checkpoints.list.infiniteQueryOptions(
      { projectId: project.id, pending: 'include', limit: 100 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const reached = items.filter(({ isDone }) => isDone);
  const hidden = showsAll ? new Set<string>() : new Set<string>(reached.slice(0, -REACHED_SHOWN).map(({ id }) => id));
  return (
    <section aria-label={t('page.checkpoints')} className="mb-5">
      <SectionTitle
        end={
          <IconButton size="row" label={t('page.addCheckpoint')} className="-mr-1.5" onClick={() => setEdited('new')}>
            <Plus aria-hidden className="icon-14" />
          </IconButton>
        }
      >
        {t('page.checkpoints')}
      </SectionTitle>
      {error === null ? null : (
        <ErrorLine title={t('page.checkpointsError')} error={error} onRetry={() => void refetch()} />
      )}
      {data !== undefined && items.length === 0 ? (
        <p className="flex min-h-8 items-center text-muted-foreground">{t('page.noCheckpoints')}</p>
      ) : null}
      {hidden.size === 0 ? null : (
        <button
          type="button"
          onClick={() => setShowsAll(true)}
          className="h-8 rounded-sm pl-6 type-meta text-muted-foreground hover:text-foreground focus-inset"
        >
          {t('page.earlierCheckpoints', { count: hidden.size })}
        </button>
      )}
      <ul>
        {items.map((checkpoint) => {
          if (hidden.has(checkpoint.id)) return null;
          const suggestion = checkpoint.isApproved ? undefined : suggestions.creating(checkpoint.id);
          if (!checkpoint.isApproved && suggestion === undefined) return null;
          return (
            <li key={checkpoint.id}>
              {suggestion === undefined ? (
                <CheckpointLine checkpoint={checkpoint} color={project.color} onEdit={() => setEdited(checkpoint)} />
              ) : (
                <SuggestedCheckpoint suggestion={suggestion} date={checkpoint.date} />
              )}
            </li>
          );
        })}
      </ul>
      {hasNextPage ? (
        <button
          type="button"
          onClick={() => void fetchNextPage()}
          className="h-8 rounded-sm pl-6 type-meta text-muted-foreground hover:text-foreground focus-inset"
        >
          {t('page.more')}
        </button>
      ) : null}
      <CheckpointDialog
        key={edited === null || edited === 'new' ? 'new' : edited.id}
        open={edited !== null}
        onOpenChange={() => setEdited(null)}
        projectId={project.id}
        {...(edited === null || edited === 'new' ? {} : { checkpoint: edited })}
      />
    </section>
  );
}

function CheckpointLine({ checkpoint, color, onEdit }: { checkpoint: Checkpoint; color: number; onEdit: () => void }) {
  const { t } = useTranslation(['projects', 'common']);
  const today = useToday();
  const { mutate } = useLastingMutation(trpc.checkpoints.update.mutationOptions());
  const { id, title, isDone, date } = checkpoint;
  const isLate = !isDone && date < today;
  const words = formatDayMonth(date, today);
  const toggle = (): void => {
    mutate(
      { id, isDone: !isDone },
      {
        onSuccess: ({ changeSetId }) =>
          offerUndo({
            changeSetId,
            message: t(isDone ? 'toast.checkpointReopened' : 'toast.checkpointReached', { title }),
          }),
        onError: (error) => showToast({ message: describeError(error), tone: 'error' }),
      },
    );
  };
  return (
    <div className={cn(line, 'relative')}>
      <button
        type="button"
        aria-label={t(isDone ? 'checkpoint.reopen' : 'checkpoint.reach', { title })}
        title={t(isDone ? 'checkpoint.reopen' : 'checkpoint.reach', { title })}
        onClick={toggle}
        className="relative z-1 -m-[5px] grid size-6 flex-none place-items-center rounded-sm focus-inset"
      >
        {isDone ? (
          <CircleCheck aria-hidden className="icon-14 text-(--status-done)" />
        ) : (
          <CheckpointMark color={color} />
        )}
      </button>
      <button
        type="button"
        dir="auto"
        aria-label={t('checkpoint.editNamed', { title })}
        onClick={onEdit}
        className={cn(
          'min-w-0 flex-1 truncate text-start outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring',
          isDone && 'text-muted-foreground',
        )}
      >
        {title}
      </button>
      <PendingMark recordId={id} className="max-w-28" />
      <span className={cn(lineEnd, isLate && 'font-medium text-overdue')}>
        <span aria-hidden>{words}</span>
        <span className="sr-only">
          {isLate
            ? t('common:due.overdue', { date: words })
            : isDone
              ? t('checkpoint.reached', { date: words })
              : words}
        </span>
      </span>
    </div>
  );
}

/** Dashed, with Sparkles first; Edit, Reject, Approve at its end. */
function SuggestedCheckpoint({ suggestion, date }: { suggestion: Suggestion; date: string }) {
  const { t } = useTranslation('suggestions');
  const today = useToday();
  const [isEditing, setIsEditing] = useState(false);
  const { title } = suggestion;
  const isStale = suggestion.stale.length > 0;
  return (
    <div
      data-suggestion-row={suggestion.id}
      className={cn(
        '-mx-2.5 flex items-center gap-2.5 rounded-md border border-dashed pr-[3px] pl-[9px] max-wide:py-1 wide:h-9',
        isStale ? 'border-suggestion-stale' : 'border-suggestion bg-suggestion-bg',
      )}
    >
      <Sparkles aria-hidden className={cn('icon-14', isStale ? 'text-suggestion-stale' : 'text-assistant')} />
      {/* In a narrow window the day goes below the title, which would have no room beside it. */}
      <span className="flex min-w-0 flex-1 flex-col wide:flex-row wide:items-center wide:gap-2.5">
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {title}
          <span className="sr-only">{t('pending')}</span>
        </span>
        <span className="flex-none type-meta text-muted-foreground tabular-nums">{formatDayMonth(date, today)}</span>
      </span>
      <SuggestionButtons
        suggestion={suggestion}
        hasKeys={false}
        isEditing={isEditing}
        onEditing={setIsEditing}
        className="gap-0"
      />
    </div>
  );
}
