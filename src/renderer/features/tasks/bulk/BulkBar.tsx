import './bulkBar.css';
import { useQuery } from '@tanstack/react-query';
import { Calendar, CircleDot, Folder, Signal, Tag, Trash2, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { projectIdSchema } from '../../../../contracts/ids.ts';
import { prioritySchema, type TaskListItem, taskStatusSchema } from '../../../../contracts/task.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { DayPicker } from '../../../components/ui/DayPicker.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Swatch } from '../../../components/ui/Swatch.tsx';
import { Tooltip } from '../../../components/ui/Tooltip.tsx';
import { addDays, endOfWeek } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';
import { useToday } from '../../../lib/useToday.ts';
import { trpc } from '../../../trpc.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { useProjects } from '../../records/useProjects.ts';
import { PickList } from '../filters/PickList.tsx';
import { PriorityIcon } from '../PriorityIcon.tsx';
import { StatusIcon } from '../StatusIcon.tsx';
import { BulkMenu, bulkButton, bulkWord } from './BulkMenu.tsx';
import { chosenWords } from './chosenWords.ts';
import type { BulkActions } from './useBulkActions.ts';

export type BulkMenuName = 'status' | 'priority' | 'due' | 'project' | 'labels' | 'assignees';

interface BulkBarProps {
  tasks: readonly TaskListItem[];
  actions: BulkActions;
  /** A menu that a key opened. */
  openMenu: BulkMenuName | null;
  onOpenMenu: (menu: BulkMenuName | null) => void;
  /** Gives the focus back after a menu that a key in the list opened; false: it was not, the button has it. */
  onReturn?: () => boolean;
  onClear: () => void;
  onRemove: () => void;
}

/** What can be done with the selected tasks, at the list's foot. Each choice acts at once and is undone as one. */
export function BulkBar({ tasks, actions, openMenu, onOpenMenu, onReturn, onClear, onRemove }: BulkBarProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const projects = useProjects();
  const menu = (name: BulkMenuName) => ({
    label: t(`bulk.${name}`),
    isOpen: openMenu === name,
    onReturn,
    onOpenChange: (isOpen: boolean): void => onOpenMenu(isOpen ? name : null),
  });
  const edit = (change: Parameters<BulkActions['edit']>[1]): void => {
    onOpenMenu(null);
    actions.edit(tasks, change);
  };
  const common = (valueOf: (task: TaskListItem) => string): Set<string> => {
    const values = new Set(tasks.map(valueOf));
    return values.size === 1 ? values : new Set();
  };
  return (
    <div
      data-bulk-bar
      role="toolbar"
      aria-label={t('bulk.label')}
      className="@container flex-none border-t bg-surface-raised px-5 wide:px-6"
    >
      <div className="-mx-2 flex h-12 min-w-0 items-center gap-0.5">
        <IconButton size="row" label={t('bulk.clear')} shortcut="Esc" side="top" onClick={onClear}>
          <X aria-hidden />
        </IconButton>
        <span className="mr-2 min-w-0 truncate type-section font-semibold tabular-nums">
          {t('bulk.selected', { count: tasks.length })}
        </span>
        <BulkMenu {...menu('status')} icon={<CircleDot aria-hidden />}>
          <PickList
            label={t('bulk.status')}
            placeholder={t('filter.find')}
            chosen={common((task) => task.status)}
            options={taskStatusSchema.options.map((value) => ({
              value,
              label: t(`common:status.${value}`),
              icon: <StatusIcon status={value} isSilent />,
            }))}
            onPick={(value) => edit({ fields: { status: taskStatusSchema.parse(value) } })}
          />
        </BulkMenu>
        <BulkMenu {...menu('priority')} icon={<Signal aria-hidden />}>
          <PickList
            label={t('bulk.priority')}
            placeholder={t('filter.find')}
            chosen={common((task) => task.priority)}
            options={prioritySchema.options.map((value) => ({
              value,
              label: t(`common:priority.${value}`),
              icon: <PriorityIcon priority={value} isSilent />,
            }))}
            onPick={(value) => edit({ fields: { priority: prioritySchema.parse(value) } })}
          />
        </BulkMenu>
        <BulkMenu {...menu('project')} icon={<Folder aria-hidden />} shortcut={keysOf('moveToProject')}>
          <PickList
            label={t('bulk.project')}
            placeholder={t('filter.find')}
            chosen={common((task) => task.projectId ?? 'none')}
            options={[
              { value: 'none', label: t('common:noProject'), icon: <span className="w-4 flex-none" /> },
              ...projects.active.map((project) => ({
                value: project.id,
                label: project.name,
                icon: <Swatch color={project.color} className="mx-1" />,
              })),
            ]}
            onPick={(value) => edit({ fields: { projectId: value === 'none' ? null : projectIdSchema.parse(value) } })}
          />
        </BulkMenu>
        <BulkMenu {...menu('due')} icon={<Calendar aria-hidden />} className="w-auto max-h-none p-2">
          <DueChoice onChoose={(dueDate) => edit({ fields: { dueDate } })} />
        </BulkMenu>
        <BulkMenu {...menu('labels')} icon={<Tag aria-hidden />}>
          <WordChoice
            name="labels"
            tasks={tasks}
            onAdd={(word) => actions.edit(tasks, { addLabels: [word] })}
            onRemove={(word) => actions.edit(tasks, { removeLabels: [word] })}
          />
        </BulkMenu>
        <BulkMenu {...menu('assignees')} icon={<UserRound aria-hidden />}>
          <WordChoice
            name="assignees"
            tasks={tasks}
            onAdd={(word) => actions.edit(tasks, { addAssignees: [word] })}
            onRemove={(word) => actions.edit(tasks, { removeAssignees: [word] })}
          />
        </BulkMenu>
        <Tooltip label={t('bulk.delete')} side="top" shortcut={keysOf('delete')}>
          <button type="button" className={cn(bulkButton, 'ml-auto hover:text-destructive')} onClick={onRemove}>
            <Trash2 aria-hidden />
            <span className={bulkWord}>{t('bulk.delete')}</span>
          </button>
        </Tooltip>
      </div>
    </div>
  );
}

function DueChoice({ onChoose }: { onChoose: (day: string | null) => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const days = [
    { label: t('day.today'), day: today },
    { label: t('calendar.tomorrow'), day: addDays(today, 1) },
    { label: t('calendar.nextMonday'), day: addDays(endOfWeek(today), 1) },
  ];
  return (
    <>
      <div className="mb-1 flex gap-1">
        {days.map(({ label, day }) => (
          <Button key={label} size="sm" variant="ghost" className="flex-1 px-1.5" onClick={() => onChoose(day)}>
            {label}
          </Button>
        ))}
      </div>
      <DayPicker value={null} onChange={onChoose} />
      <div className="mt-1 flex justify-end border-t border-hairline pt-2 dark:border-border">
        <Button size="sm" variant="ghost" onClick={() => onChoose(null)}>
          {t('calendar.clear')}
        </Button>
      </div>
    </>
  );
}

interface WordChoiceProps {
  name: 'labels' | 'assignees';
  tasks: readonly TaskListItem[];
  onAdd: (word: string) => void;
  onRemove: (word: string) => void;
}

/** Labels or people: ticked where all selected tasks have one, a dash where some do. Stays open for more than one. */
function WordChoice({ name, tasks, onAdd, onRemove }: WordChoiceProps) {
  const { t } = useTranslation('tasks');
  const labels = useQuery({ ...trpc.tasks.labels.queryOptions(), enabled: name === 'labels' }).data?.items ?? [];
  const people = useQuery({ ...trpc.tasks.assignees.queryOptions(), enabled: name === 'assignees' }).data?.items ?? [];
  const known = name === 'labels' ? labels : people;
  const { all, some } = chosenWords(tasks.map((task) => task[name]));
  // What was picked a moment ago is ticked at once; the tasks themselves say so when they are read again.
  const [picked, setPicked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOn = (word: string): boolean => picked.get(word) ?? all.has(word);
  const words = [...new Set([...known.map((word) => word.name), ...all, ...some, ...picked.keys()])];
  const set = (word: string, isAdded: boolean): void => {
    setPicked((before) => new Map(before).set(word, isAdded));
    if (isAdded) onAdd(word);
    else onRemove(word);
  };
  return (
    <PickList
      label={t(`bulk.${name}`)}
      placeholder={t(name === 'labels' ? 'bulk.findLabel' : 'bulk.findAssignee')}
      options={words.map((word) => ({ value: word, label: word }))}
      chosen={new Set(words.filter(isOn))}
      partly={new Set([...some].filter((word) => !isOn(word) && !picked.has(word)))}
      onPick={(word) => set(word, !isOn(word))}
      onNew={(word) => set(word, true)}
    />
  );
}
