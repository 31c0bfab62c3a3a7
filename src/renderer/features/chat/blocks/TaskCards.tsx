import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TasksBlock } from '../../../../contracts/block.ts';
import type { Task } from '../../../../contracts/task.ts';
import { SkeletonRows } from '../../../components/ui/Skeleton.tsx';
import { Swatch } from '../../../components/ui/Swatch.tsx';
import { cn } from '../../../lib/cn.ts';
import { trpc } from '../../../trpc.ts';
import { useOpenRecord } from '../../records/useOpenRecord.ts';
import { useProjects } from '../../records/useProjects.ts';
import { DueDate } from '../../tasks/DueDate.tsx';
import { PriorityIcon } from '../../tasks/PriorityIcon.tsx';
import { StatusIcon } from '../../tasks/StatusIcon.tsx';

/** Tasks as they are now, whatever they were when the answer was written. One that is gone is left out. */
export function TaskCards({ block: { ids } }: { block: TasksBlock }) {
  const { t } = useTranslation('blocks');
  const { tasks, isLoading } = useQueries({
    queries: ids.map((id) => trpc.tasks.get.queryOptions({ id })),
    combine: (results) => ({
      tasks: results.flatMap(({ data }) => (data?.isApproved === true ? [data] : [])),
      isLoading: results.some((result) => result.isLoading),
    }),
  });
  if (tasks.length === 0) return isLoading ? <SkeletonRows count={ids.length} /> : null;
  return (
    <div role="list" aria-label={t('tasks.label')} className="overflow-hidden rounded-lg border bg-surface">
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
    </div>
  );
}

function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation('common');
  const openRecord = useOpenRecord();
  const project = useProjects().byId(task.projectId);
  const isDone = task.status === 'done';
  return (
    <div role="listitem" className="not-first:border-t not-first:border-hairline">
      <button
        type="button"
        onClick={() => openRecord({ kind: 'task', id: task.id })}
        className="flex w-full items-start gap-2.5 px-3 py-2 transition-state focus-inset hover:bg-accent"
      >
        <span className="mt-0.5 flex flex-none">
          <PriorityIcon priority={task.priority} />
        </span>
        <span className="mt-0.5 flex flex-none">
          <StatusIcon status={task.status} isSilent />
        </span>
        <span className="min-w-0 flex-1">
          <span
            dir="auto"
            title={task.title}
            className={cn('line-clamp-2 type-body', isDone && 'text-muted-foreground line-through decoration-border')}
          >
            {task.title}
          </span>
          <span className="sr-only">{`, ${t(`status.${task.status}`)}`}</span>
          {project === undefined ? null : (
            <span className="mt-0.5 flex items-center gap-1.5 type-meta text-muted-foreground">
              <Swatch color={project.color} />
              <span dir="auto" className="truncate">
                {project.name}
              </span>
            </span>
          )}
        </span>
        <DueDate date={task.dueDate} time={task.dueTime} isDone={isDone} className="mt-0.5" />
      </button>
    </div>
  );
}
