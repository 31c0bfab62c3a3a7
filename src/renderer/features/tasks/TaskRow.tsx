import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { row, rowMain, rowSelected, rowSettling } from '../../components/ui/row.ts';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { cn } from '../../lib/cn.ts';
import { ProjectName } from '../records/ProjectName.tsx';
import { isSettling } from '../suggestions/settling.ts';
import { DueDate } from './DueDate.tsx';
import { PriorityIcon } from './PriorityIcon.tsx';
import { StatusIcon } from './StatusIcon.tsx';

export interface TaskRowProps {
  task: TaskListItem;
  /** Absent where the list is one project's own, or while it is not known yet. */
  project?: { name: string; color: number } | undefined;
  showsProject?: boolean;
  /** It is open in the side panel. */
  isSelected?: boolean;
  /** For a roving focus: only the current row is reached by Tab. */
  tabIndex?: number;
  onOpen: (task: TaskListItem) => void;
  /** Done, or to do again. */
  onToggle: (task: TaskListItem) => void;
  /** `swatch`: the project's name goes where there is little room, its colour stays (Home). */
  narrow?: 'hide' | 'swatch';
}

/** One task in a list: priority, status, title, project, due. The list around it is a size container. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, project, showsProject = true, isSelected = false, tabIndex, onOpen, onToggle, narrow = 'hide' } = props;
  const { t } = useTranslation(['tasks', 'common']);
  const isDone = task.status === 'done';
  const toggleLabel = isDone ? t('reopen') : t('complete');
  return (
    <div className={cn(row, isSelected && rowSelected)} data-task-row={task.id}>
      {isSettling(task.id) ? <span aria-hidden className={rowSettling} /> : null}
      <PriorityIcon priority={task.priority} />
      <Tooltip label={toggleLabel} shortcut="X">
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
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => {
          onOpen(task);
        }}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          onToggle(task);
        }}
        className={cn(rowMain, isDone && 'text-muted-foreground line-through decoration-border')}
        dir="auto"
      >
        {task.title}
        <span className="sr-only">{`, ${t(`common:status.${task.status}`)}`}</span>
      </button>
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
