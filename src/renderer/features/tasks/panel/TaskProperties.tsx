import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { prioritySchema, taskStatusSchema, type Task } from '../../../../contracts/task.ts';
import { DayField } from '../../../components/ui/DayField.tsx';
import { Select } from '../../../components/ui/Select.tsx';
import { formatDueLong } from '../../../i18n/format.ts';
import { useToday } from '../../../lib/useToday.ts';
import { ProjectName } from '../../records/ProjectName.tsx';
import { ProjectSelect } from '../../records/ProjectSelect.tsx';
import { useProjects } from '../../records/useProjects.ts';
import { PriorityIcon } from '../PriorityIcon.tsx';
import { StatusIcon } from '../StatusIcon.tsx';
import { BlockersField, useWaiting, WaitingTasks } from './BlockersField.tsx';
import { RepeatField } from './RepeatField.tsx';
import { useTaskUpdate } from './useTaskUpdate.ts';
import { WordsField } from './WordsField.tsx';

/** Status, priority, due, project, labels, people, and what it waits for: each acts at once. */
export function TaskProperties({ task, isReadOnly }: { task: Task; isReadOnly: boolean }) {
  const { t } = useTranslation(['tasks', 'common', 'repeat', 'taskPanel']);
  const { set } = useTaskUpdate(task);
  const waiting = useWaiting(task.id);
  const waitingRow: [string, ReactNode][] =
    waiting.length === 0 ? [] : [[t('taskPanel:blockers.waiting'), <WaitingTasks key="waiting" tasks={waiting} />]];
  if (isReadOnly) return <ReadOnlyProperties task={task} />;
  return (
    <Properties
      rows={[
        [
          t('panel.status'),
          <Select
            key="status"
            look="quiet"
            aria-label={t('panel.status')}
            value={task.status}
            onChange={(status) => set({ status })}
            options={taskStatusSchema.options.map((value) => ({
              value,
              label: t(`common:status.${value}`),
              icon: <StatusIcon status={value} isSilent />,
            }))}
          />,
        ],
        [
          t('panel.priority'),
          <Select
            key="priority"
            look="quiet"
            aria-label={t('panel.priority')}
            value={task.priority}
            onChange={(priority) => set({ priority })}
            options={prioritySchema.options.map((value) => ({
              value,
              label: t(`common:priority.${value}`),
              icon: <PriorityIcon priority={value} isSilent />,
            }))}
          />,
        ],
        [
          t('panel.due'),
          <DayField
            key="due"
            look="quiet"
            aria-label={t('panel.due')}
            day={task.dueDate}
            time={task.dueTime}
            onChange={(dueDate) => set({ dueDate })}
            onTimeChange={(dueTime) => set({ dueTime })}
          />,
        ],
        [t('repeat:name'), <RepeatField key="repeat" task={task} onChange={(recurrence) => set({ recurrence })} />],
        [
          t('panel.project'),
          <ProjectSelect
            key="project"
            look="quiet"
            aria-label={t('panel.project')}
            value={task.projectId}
            onChange={(projectId) => set({ projectId })}
          />,
        ],
        [t('panel.labels'), <WordsField key="labels" task={task} name="labels" />],
        [t('taskPanel:assignees.name'), <WordsField key="assignees" task={task} name="assignees" />],
        [t('taskPanel:blockers.name'), <BlockersField key="blockers" task={task} />],
        ...waitingRow,
      ]}
    />
  );
}

function ReadOnlyProperties({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'common']);
  const today = useToday();
  const project = useProjects().byId(task.projectId);
  const rows: [string, ReactNode][] = [
    [
      t('panel.priority'),
      <Fragment key="priority">
        <PriorityIcon priority={task.priority} isSilent />
        {t(`common:priority.${task.priority}`)}
      </Fragment>,
    ],
  ];
  if (task.dueDate !== null) rows.push([t('panel.due'), formatDueLong(task.dueDate, task.dueTime, today)]);
  if (project !== undefined)
    rows.push([
      t('panel.project'),
      <ProjectName key="project" project={project} className="type-section text-foreground" />,
    ]);
  return <Properties rows={rows} />;
}

function Properties({ rows }: { rows: readonly [string, ReactNode][] }) {
  return (
    <dl className="my-3 grid grid-cols-[80px_minmax(0,1fr)] type-section [--property:28px] [@media(max-height:760px)]:[--property:24px]">
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt className="leading-(--property) text-muted-foreground">{label}</dt>
          <dd className="flex min-h-(--property) min-w-0 flex-wrap items-center gap-2">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
