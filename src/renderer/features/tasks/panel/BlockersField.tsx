import { useQueries, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { Task } from '../../../../contracts/task.ts';
import { FieldError } from '../../../components/ui/Field.tsx';
import { describeError, describeFields } from '../../../i18n/describeError.ts';
import { cn } from '../../../lib/cn.ts';
import { trpc } from '../../../trpc.ts';
import { useShowTask } from '../../windows/popOut.ts';
import { StatusIcon } from '../StatusIcon.tsx';
import { PickField } from './PickField.tsx';
import { TaskPicker } from './TaskPicker.tsx';
import { useTaskUpdate } from './useTaskUpdate.ts';

/** The tasks that must be done before this one: links, what adds one, and why one cannot be added. */
export function BlockersField({ task }: { task: Task }) {
  const { t } = useTranslation('taskPanel');
  const { save } = useTaskUpdate(task);
  const [problem, setProblem] = useState<string | null>(null);
  const blockers = useQueries({
    queries: task.blockedBy.map((id) => trpc.tasks.get.queryOptions({ id })),
  }).flatMap(({ data }) => data ?? []);
  const change = (blockedBy: TaskId[]): void => {
    setProblem(null);
    save({ blockedBy }, task.version).catch((error: unknown) => {
      setProblem(describeFields(error)['blockedBy'] ?? describeError(error));
    });
  };
  return (
    <div className="grid min-w-0 flex-1 gap-0.5 py-[calc((var(--property)-24px)/2)]">
      {blockers.length === 0 ? null : (
        <ul className="grid gap-0.5">
          {blockers.map((blocker) => (
            <li key={blocker.id} className="group/blocker flex min-h-6 min-w-0 items-center gap-2">
              <TaskLine task={blocker} />
              <button
                type="button"
                aria-label={t('blockers.remove', { title: blocker.title })}
                onClick={() => change(task.blockedBy.filter((id) => id !== blocker.id))}
                className="grid size-6 flex-none place-items-center rounded-sm text-muted-foreground opacity-0 group-focus-within/blocker:opacity-100 group-hover/blocker:opacity-100 hover:bg-accent hover:text-foreground focus-inset"
              >
                <X aria-hidden className="icon-12" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex">
        <PickField label={t('blockers.add')} hasSome={false}>
          {(close) => (
            <TaskPicker
              label={t('blockers.add')}
              without={[task.id, ...task.blockedBy]}
              onPick={(id) => {
                close();
                change([...task.blockedBy, id]);
              }}
            />
          )}
        </PickField>
      </div>
      {problem === null ? null : <FieldError>{problem}</FieldError>}
    </div>
  );
}

/** The tasks that wait for this one. Nothing without any. */
export function useWaiting(taskId: TaskId): readonly Pick<Task, 'id' | 'title' | 'status'>[] {
  return useQuery(trpc.tasks.waiting.queryOptions({ id: taskId })).data?.items ?? [];
}

export function WaitingTasks({ tasks }: { tasks: readonly Pick<Task, 'id' | 'title' | 'status'>[] }) {
  return (
    <ul className="grid min-w-0 flex-1 gap-0.5 py-[calc((var(--property)-24px)/2)]">
      {tasks.map((task) => (
        <li key={task.id} className="flex min-h-6 min-w-0 items-center gap-2">
          <TaskLine task={task} />
        </li>
      ))}
    </ul>
  );
}

/** State and title of a task, as a link to it. */
function TaskLine({ task }: { task: Pick<Task, 'id' | 'title' | 'status'> }) {
  const showTask = useShowTask();
  return (
    <>
      <StatusIcon status={task.status} />
      <a
        // A real address, so that it is a link to assistive technology; the click stays beside the same list.
        href={`#task/${task.id}`}
        dir="auto"
        onClick={(event) => {
          event.preventDefault();
          showTask(task.id);
        }}
        className={cn(
          'min-w-0 flex-1 truncate rounded-xs hover:underline',
          task.status === 'done' && 'text-muted-foreground line-through decoration-border',
        )}
      >
        {task.title}
      </a>
    </>
  );
}
