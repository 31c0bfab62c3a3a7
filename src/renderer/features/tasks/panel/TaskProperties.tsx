import { X } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prioritySchema, taskStatusSchema, type Task } from '../../../../contracts/task.ts';
import { LABEL_MAX } from '../../../../contracts/text.ts';
import { Chip } from '../../../components/ui/Chip.tsx';
import { DayField } from '../../../components/ui/DayField.tsx';
import { Select } from '../../../components/ui/Select.tsx';
import { formatDueLong } from '../../../i18n/format.ts';
import { useToday } from '../../../lib/useToday.ts';
import { ProjectName } from '../../records/ProjectName.tsx';
import { ProjectSelect } from '../../records/ProjectSelect.tsx';
import { useProjects } from '../../records/useProjects.ts';
import { PriorityIcon } from '../PriorityIcon.tsx';
import { StatusIcon } from '../StatusIcon.tsx';
import { useTaskUpdate } from './useTaskUpdate.ts';

/** Status, priority, due, project, labels: each acts at once. */
export function TaskProperties({ task, isReadOnly }: { task: Task; isReadOnly: boolean }) {
  const { t } = useTranslation(['tasks', 'common']);
  const { set } = useTaskUpdate(task);
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
        [t('panel.labels'), <Labels key="labels" labels={task.labels} onChange={(labels) => set({ labels })} />],
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
    <dl className="my-3 grid grid-cols-[72px_minmax(0,1fr)] type-section [--property:28px] [@media(max-height:760px)]:[--property:24px]">
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt className="leading-(--property) text-muted-foreground">{label}</dt>
          <dd className="flex min-h-(--property) min-w-0 flex-wrap items-center gap-2">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Labels({ labels, onChange }: { labels: readonly string[]; onChange: (labels: string[]) => void }) {
  const { t } = useTranslation(['tasks', 'common']);
  const [text, setText] = useState('');
  const add = (): void => {
    const label = text.replace(/\s+/gu, ' ').trim();
    setText('');
    if (label !== '' && !labels.includes(label)) onChange([...labels, label]);
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5 py-0.5">
      {labels.map((label) => (
        <Chip key={label} className="gap-0.5 pr-0.5">
          <span className="truncate">{label}</span>
          <button
            type="button"
            aria-label={t('panel.removeLabel', { label })}
            onClick={() => onChange(labels.filter((other) => other !== label))}
            className="relative grid size-5 place-items-center rounded-xs text-muted-foreground after:absolute after:-inset-0.5 hover:bg-accent hover:text-foreground focus-inset"
          >
            <X aria-hidden className="icon-12" />
          </button>
        </Chip>
      ))}
      <input
        aria-label={t('panel.addLabel')}
        placeholder={t('panel.addLabel')}
        value={text}
        maxLength={LABEL_MAX}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && text === '' && labels.length > 0) {
            onChange(labels.slice(0, -1));
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            setText('');
            event.currentTarget.blur();
          }
        }}
        className="h-6 w-24 min-w-0 rounded-sm bg-transparent px-1.5 type-meta hover:bg-accent focus-inset first:-ml-1.5"
      />
    </div>
  );
}
