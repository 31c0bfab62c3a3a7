import { Ban, MessageSquare, Repeat, SquareCheck } from 'lucide-react';
import { memo, type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { Swatch } from '../../../components/ui/Swatch.tsx';
import { Tooltip } from '../../../components/ui/Tooltip.tsx';
import { dayOf, formatDayMonth, formatNumber } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';
import { useToday } from '../../../lib/useToday.ts';
import { isSettling } from '../../suggestions/settling.ts';
import { useDragOf } from '../drag/dragState.ts';
import { PendingMark } from '../../suggestions/PendingMark.tsx';
import { useDragItem } from '../drag/useTaskDragging.ts';
import { DueDate } from '../DueDate.tsx';
import { PriorityIcon } from '../PriorityIcon.tsx';
import { StatusIcon } from '../StatusIcon.tsx';
import { useMarkWords } from '../TaskMarks.tsx';
import { card, cardFoot, cardMain, cardSelected } from './cardStyles.ts';

export interface TaskCardProps {
  task: TaskListItem;
  /** Absent where the column is its project, or while it is not known yet. */
  project?: { name: string; color: number } | undefined;
  surface: string;
  group: string;
  /** The columns are not the states: the card tells its own. */
  showsStatus: boolean;
  isOpen: boolean;
  isSelected: boolean;
  tabIndex: number;
  dragged: (id: TaskId) => readonly TaskId[];
  onPress: (task: TaskListItem, event: MouseEvent) => void;
  onToggle: (task: TaskListItem) => void;
}

/** One task on a board: title, priority, project, checklist, due. */
export const TaskCard = memo(function TaskCard(props: TaskCardProps) {
  const { task, project, surface, group, showsStatus, isOpen, isSelected, tabIndex, dragged, onPress, onToggle } =
    props;
  const { t } = useTranslation(['board', 'tasks', 'common']);
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLDivElement>(null);
  const drag = useDragOf(task.id);
  useDragItem(box, held, { surface, group, task, look: 'card', dragged });
  const words = useMarkWords()(task);
  const isDone = task.status === 'done';
  const toggleLabel = isDone ? t('tasks:reopen') : t('tasks:complete');
  return (
    <div ref={box} className="pb-2">
      <div
        ref={held}
        data-task-card={task.id}
        className={cn(
          card,
          (isOpen || isSelected) && cardSelected,
          drag === 'home' && 'border-transparent bg-surface-sunken *:invisible',
          drag === 'away' && 'opacity-45',
        )}
      >
        {isSettling(task.id) ? (
          <span
            aria-hidden
            className="pointer-events-none absolute -inset-px -z-1 rounded-lg border border-dashed border-suggestion bg-suggestion-bg motion-settle"
          />
        ) : null}
        <div className="flex items-start gap-2">
          {showsStatus ? (
            <Tooltip label={toggleLabel} shortcut="X">
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('tasks:toggleNamed', { action: toggleLabel, title: task.title })}
                onClick={() => onToggle(task)}
                className="relative z-1 -m-1 -mt-0.5 grid size-6 flex-none place-items-center rounded-sm focus-inset"
              >
                <StatusIcon status={task.status} isSilent />
              </button>
            </Tooltip>
          ) : null}
          <button
            type="button"
            data-row-main
            tabIndex={tabIndex}
            aria-current={isOpen ? 'true' : undefined}
            aria-pressed={isSelected ? true : undefined}
            dir="auto"
            onClick={(event) => onPress(task, event)}
            className={cn(cardMain, isDone && showsStatus && 'text-muted-foreground line-through decoration-border')}
          >
            <span className="line-clamp-3">{task.title}</span>
            <span className="sr-only">{`, ${[t(`common:status.${task.status}`), words].filter(Boolean).join(', ')}`}</span>
          </button>
          <span className="mt-0.5 flex flex-none">
            <PriorityIcon priority={task.priority} />
          </span>
        </div>
        <PendingMark recordId={task.id} className="w-fit max-w-full" />
        <CardFoot task={task} project={project} />
      </div>
    </div>
  );
});

/** For the eye: the button's name says the same. */
function CardFoot({ task, project }: Pick<TaskCardProps, 'task' | 'project'>) {
  const { t } = useTranslation('board');
  const today = useToday();
  const isDone = task.status === 'done';
  const date = isDone ? task.completedAt : task.dueDate;
  const isBlocked = task.openBlockerCount > 0 && !isDone;
  const hasMarks = task.checklistTotal > 0 || task.commentCount > 0 || task.recurrence !== null || isBlocked;
  if (project === undefined && date === null && !hasMarks) return null;
  return (
    <div className={cardFoot}>
      {project === undefined ? null : (
        <>
          <Swatch color={project.color} />
          <span className="truncate">{project.name}</span>
        </>
      )}
      {hasMarks ? (
        <span aria-hidden className="flex flex-none items-center gap-2 tabular-nums not-first:ml-2">
          {isBlocked ? <Ban className="icon-12" /> : null}
          {task.recurrence === null ? null : <Repeat className="icon-12" />}
          {task.checklistTotal === 0 ? null : (
            <span className="flex items-center gap-1">
              <SquareCheck className="icon-12" />
              {t('checklist', { done: formatNumber(task.checklistDone), total: formatNumber(task.checklistTotal) })}
            </span>
          )}
          {task.commentCount === 0 ? null : (
            <span className="flex items-center gap-1">
              <MessageSquare className="icon-12" />
              {formatNumber(task.commentCount)}
            </span>
          )}
        </span>
      ) : null}
      <span className="ml-auto flex-none">
        {!isDone ? (
          <DueDate date={task.dueDate} time={task.dueTime} isDone={false} />
        ) : task.completedAt === null ? null : (
          <time dateTime={dayOf(task.completedAt)} className="tabular-nums">
            {formatDayMonth(dayOf(task.completedAt), today)}
          </time>
        )}
      </span>
    </div>
  );
}
