import { memo, type MouseEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { row, rowMain, rowSelected, rowSettling } from '../../components/ui/row.ts';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { cn } from '../../lib/cn.ts';
import { isShortcut, keysOf } from '../commands/shortcuts.ts';
import { ProjectName } from '../records/ProjectName.tsx';
import { isSettling } from '../suggestions/settling.ts';
import { DueDate } from './DueDate.tsx';
import { PriorityIcon } from './PriorityIcon.tsx';
import { StatusIcon } from './StatusIcon.tsx';
import { TaskMarks, useMarkWords } from './TaskMarks.tsx';

export interface TaskRowProps {
  task: TaskListItem;
  /** Absent where the list is one project's own, or while it is not known yet. */
  project?: { name: string; color: number } | undefined;
  showsProject?: boolean;
  /** It is open in the side panel. */
  isOpen?: boolean;
  /** One of those that a bulk edit is for. */
  isSelected?: boolean;
  /** For a roving focus: only the current row is reached by Tab. */
  tabIndex?: number;
  ref?: Ref<HTMLDivElement>;
  className?: string | undefined;
  /** A click or Enter; with Shift, Ctrl or Cmd held it selects where the list has a selection. */
  onOpen: (task: TaskListItem, event: MouseEvent) => void;
  /** Done, or to do again. */
  onToggle: (task: TaskListItem) => void;
  /** False in a list that has keys of its own. */
  hasKeys?: boolean;
  /** `swatch`: the project's name goes where there is little room, its colour stays (Home). */
  narrow?: 'hide' | 'swatch';
}

/** One task in a list: priority, status, title, marks, project, due. The list around it is a size container. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const {
    task,
    project,
    showsProject = true,
    isOpen = false,
    isSelected = false,
    narrow = 'hide',
    hasKeys = true,
  } = props;
  const { tabIndex, ref, className, onOpen, onToggle } = props;
  const { t } = useTranslation(['tasks', 'common']);
  const markWords = useMarkWords();
  const isDone = task.status === 'done';
  const toggleLabel = isDone ? t('reopen') : t('complete');
  const marks = markWords(task);
  return (
    <div ref={ref} className={cn(row, (isOpen || isSelected) && rowSelected, className)} data-task-row={task.id}>
      {isSettling(task.id) ? <span aria-hidden className={rowSettling} /> : null}
      <PriorityIcon priority={task.priority} />
      <Tooltip label={toggleLabel} shortcut={keysOf('complete')}>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('toggleNamed', { action: toggleLabel, title: task.title })}
          onClick={() => {
            onToggle(task);
          }}
          className="relative z-1 -m-1 grid size-6 flex-none place-items-center rounded-sm focus-inset"
        >
          <StatusIcon status={task.status} isSilent />
        </button>
      </Tooltip>
      <button
        type="button"
        data-row-main
        tabIndex={tabIndex}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) => {
          onOpen(task, event);
        }}
        onKeyDown={(event) => {
          // Space presses a button; X is the row's own, here and on screens without a list of keys.
          if (!hasKeys || event.key === ' ' || !isShortcut('complete', event)) return;
          event.preventDefault();
          onToggle(task);
        }}
        className={cn(rowMain, isDone && 'text-muted-foreground line-through decoration-border')}
        dir="auto"
      >
        {task.title}
        <span className="sr-only">
          {`, ${t(`common:status.${task.status}`)}${marks === '' ? '' : `, ${marks}`}${isSelected ? `, ${t('selected')}` : ''}`}
        </span>
      </button>
      <TaskMarks task={task} />
      {showsProject ? (
        <ProjectName
          project={project}
          className={
            narrow === 'swatch' ? 'w-auto wide:w-34 max-wide:[&>span:last-child]:sr-only' : 'w-36 @max-[520px]:hidden'
          }
        />
      ) : null}
      <DueDate
        date={task.dueDate}
        time={task.dueTime}
        isDone={isDone}
        className={narrow === 'swatch' ? 'w-18' : 'w-19'}
      />
    </div>
  );
});
