import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { addDays } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import { TaskRow } from '../tasks/TaskRow.tsx';
import { useTaskActions } from '../tasks/useTaskActions.ts';

const SHOWN = 30;

/** What is late, then what is due today. */
export function HomeTasks({ onOpen }: { onOpen: (task: TaskListItem) => void }) {
  const { t } = useTranslation('home');
  const today = useToday();
  const counts = useQuery(trpc.tasks.counts.queryOptions({ today })).data;
  const overdue = useQuery(
    trpc.tasks.list.queryOptions({ status: 'open', due: 'dated', dueTo: addDays(today, -1), limit: SHOWN }),
  );
  const dueToday = useQuery(
    trpc.tasks.list.queryOptions({ status: 'open', dueFrom: today, dueTo: today, limit: SHOWN }),
  );
  const failed = [overdue, dueToday].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <ErrorLine
        title={t('tasksError')}
        error={failed.error}
        onRetry={() => {
          void overdue.refetch();
          void dueToday.refetch();
        }}
      />
    );
  }
  if (overdue.data === undefined || dueToday.data === undefined) return <SkeletonRows count={6} />;
  return (
    <>
      {overdue.data.items.length === 0 ? null : (
        <TaskSection
          title={t('overdue')}
          count={counts?.overdue}
          tasks={overdue.data.items}
          hasMore={overdue.data.nextCursor !== null}
          onOpen={onOpen}
        />
      )}
      <TaskSection
        title={t('today')}
        count={counts?.today}
        tasks={dueToday.data.items}
        hasMore={dueToday.data.nextCursor !== null}
        onOpen={onOpen}
      />
    </>
  );
}

interface TaskSectionProps {
  title: string;
  count: number | undefined;
  tasks: readonly TaskListItem[];
  hasMore: boolean;
  onOpen: (task: TaskListItem) => void;
}

function TaskSection({ title, count, tasks, hasMore, onOpen }: TaskSectionProps) {
  const { t } = useTranslation('home');
  const projects = useProjects();
  const actions = useTaskActions();
  return (
    <section aria-label={title} className="mb-2">
      <SectionTitle
        count={tasks.length === 0 ? undefined : count}
        end={
          hasMore ? (
            <Link to="/tasks" className="hover:text-foreground">
              {t('allTasks')}
            </Link>
          ) : undefined
        }
      >
        {title}
      </SectionTitle>
      {tasks.length === 0 ? (
        <p className="flex h-(--row) items-center text-muted-foreground">{t('nothingToday')}</p>
      ) : (
        <ul>
          {tasks.map((task) => (
            <li key={task.id}>
              <TaskRow
                task={task}
                project={projects.byId(task.projectId)}
                onOpen={onOpen}
                onToggle={actions.toggle}
                narrow="swatch"
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
