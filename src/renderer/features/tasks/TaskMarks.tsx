import { Ban, MessageSquare, Repeat, SquareCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { PendingMark } from '../suggestions/PendingMark.tsx';
import { initialsOf } from '../records/initials.ts';

/** Labels that are drawn; the others are a number. */
const LABELS = 2;

/** What else a row says of its task, at the title's end: labels where there is room, then small marks. For the eye only; `describeMarks` says the same. */
export function TaskMarks({ task }: { task: TaskListItem }) {
  const { t } = useTranslation('tasks');
  const { labels, assignees, checklistTotal, checklistDone, openBlockerCount, commentCount, recurrence } = task;
  const isDone = task.status === 'done';
  return (
    <span className="flex min-w-0 flex-none items-center gap-2.5 not-empty:mr-2">
      <PendingMark recordId={task.id} className="max-w-40" />
      {labels.length === 0 ? null : (
        <span aria-hidden className="hidden max-w-48 flex-none items-center gap-1 @min-[640px]:flex">
          {labels.slice(0, LABELS).map((label) => (
            <span
              key={label}
              className="h-5 max-w-24 truncate rounded-sm bg-chip px-1.5 type-meta leading-5 text-muted-foreground"
              dir="auto"
            >
              {label}
            </span>
          ))}
          {labels.length > LABELS ? (
            <span className="type-meta text-muted-foreground">{`+${formatNumber(labels.length - LABELS)}`}</span>
          ) : null}
        </span>
      )}
      {openBlockerCount === 0 || isDone ? null : (
        <Mark label={t('mark.blocked', { count: openBlockerCount })}>
          <Ban aria-hidden className="icon-14" />
        </Mark>
      )}
      {recurrence === null ? null : (
        <Mark label={t('mark.repeats')}>
          <Repeat aria-hidden className="icon-14" />
        </Mark>
      )}
      {checklistTotal === 0 ? null : (
        <Mark label={t('mark.checklist', { done: checklistDone, total: checklistTotal })}>
          <SquareCheck aria-hidden className="icon-14" />
          {`${formatNumber(checklistDone)}/${formatNumber(checklistTotal)}`}
        </Mark>
      )}
      {commentCount === 0 ? null : (
        <Mark label={t('mark.comments', { count: commentCount })} className="@max-[460px]:hidden">
          <MessageSquare aria-hidden className="icon-14" />
          {formatNumber(commentCount)}
        </Mark>
      )}
      {assignees.length === 0 ? null : (
        <Mark label={assignees.join(', ')} className="@max-[460px]:hidden">
          <span className="grid size-5 place-items-center rounded-full bg-chip text-[10px] leading-none font-medium text-foreground">
            {initialsOf(assignees[0] ?? '').slice(0, 2)}
          </span>
          {assignees.length > 1 ? `+${formatNumber(assignees.length - 1)}` : null}
        </Mark>
      )}
    </span>
  );
}

/** Above the row's own button, so that the tooltip shows; a click on it is the row's. */
function Mark({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <span
        aria-hidden
        onClick={(event) => {
          event.currentTarget
            .closest('[data-task-row]')
            ?.querySelector('[data-row-main]')
            ?.dispatchEvent(new window.MouseEvent('click', event.nativeEvent));
        }}
        className={cn(
          'relative z-1 flex h-6 flex-none items-center gap-1 type-meta text-muted-foreground tabular-nums',
          className,
        )}
      >
        {children}
      </span>
    </Tooltip>
  );
}

/** The marks in words, for the name of the row. */
export function useMarkWords(): (task: TaskListItem) => string {
  const { t } = useTranslation('tasks');
  return (task) =>
    [
      ...(task.openBlockerCount === 0 || task.status === 'done'
        ? []
        : [t('mark.blocked', { count: task.openBlockerCount })]),
      ...(task.recurrence === null ? [] : [t('mark.repeats')]),
      ...(task.checklistTotal === 0
        ? []
        : [t('mark.checklist', { done: task.checklistDone, total: task.checklistTotal })]),
      ...(task.commentCount === 0 ? [] : [t('mark.comments', { count: task.commentCount })]),
      ...task.labels,
      ...task.assignees,
    ].join(', ');
}
