import { useQuery } from '@tanstack/react-query';
import { ChevronDown, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clientIdSchema, projectIdSchema } from '../../../contracts/ids.ts';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '../../components/ui/Popover.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { cn } from '../../lib/cn.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import { Filter, FilterBar, FilterTrigger } from '../shell/FilterBar.tsx';
import { DueFilter } from './filters/DueFilter.tsx';
import { PickFilter } from './filters/PickFilter.tsx';
import { useFitting } from './filters/useOverflow.ts';
import { PriorityIcon } from './PriorityIcon.tsx';
import { StatusIcon } from './StatusIcon.tsx';
import {
  defaultGrouping,
  defaultSorting,
  groupingOf,
  isNarrowed,
  layoutOf,
  sortingOf,
  statusOf,
  withoutFilters,
} from './taskQuery.ts';
import { GROUPINGS, SORTS, type TaskSearch } from './taskSearch.ts';

interface TaskFiltersProps {
  search: TaskSearch;
  onChange: (changes: Partial<TaskSearch>) => void;
}

interface Part {
  readonly name: string;
  readonly isFilled: boolean;
  readonly draw: (className?: string) => ReactNode;
}

/** What narrows the list, then how it is grouped and sorted. What does not fit is under More. */
export function TaskFilters({ search, onChange }: TaskFiltersProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const line = useRef<HTMLDivElement>(null);
  const filters = useFilters(search, onChange);
  const order = useOrder(search, onChange);
  const fitting = useFitting(line, filters.map(({ isFilled }) => isFilled).join());
  const hidden = filters.slice(fitting);
  const filled = hidden.filter(({ isFilled }) => isFilled).length;
  return (
    <FilterBar aria-label={t('filter.label')} className="@container">
      <div className="flex h-11 min-w-0 flex-1 items-center">
        {/* Wraps, and only its first line is in sight. */}
        <div ref={line} className="-ml-2 flex h-7 min-w-0 flex-wrap gap-x-1 overflow-hidden pl-2">
          {filters.map(({ name, draw }, index) => (
            <span key={name} className={cn('flex h-8 min-w-0 flex-none', index >= fitting && 'invisible')}>
              {draw()}
            </span>
          ))}
        </div>
        {hidden.length === 0 ? null : (
          <MoreFilters count={filled}>
            {hidden.map(({ name, draw }) => (
              <span key={name} className="flex">
                {draw('w-full max-w-none justify-start ml-0')}
              </span>
            ))}
            <span className="flex @min-[560px]:hidden">{order.sort('w-full max-w-none justify-start mr-0')}</span>
          </MoreFilters>
        )}
        {isNarrowed(search) ? (
          <IconButton
            size="row"
            label={t('filter.clear')}
            className="ml-1"
            onClick={() => {
              onChange(withoutFilters);
            }}
          >
            <X aria-hidden className="icon-14" />
          </IconButton>
        ) : null}
      </div>
      <span className="flex flex-none">{order.group()}</span>
      <span className={cn('flex flex-none', hidden.length > 0 && '@max-[560px]:hidden')}>{order.sort()}</span>
    </FilterBar>
  );
}

function MoreFilters({ count, children }: { count: number; children: ReactNode }) {
  const { t } = useTranslation('tasks');
  return (
    <Popover>
      <PopoverTrigger asChild>
        <FilterTrigger
          label={t('filter.more')}
          value={
            count === 0 ? (
              <ChevronDown aria-hidden className="icon-14 text-muted-foreground" />
            ) : (
              t('filter.set', { count })
            )
          }
          isFilled={count > 0}
        />
      </PopoverTrigger>
      <PopoverContent aria-label={t('filter.more')} className="@container w-52">
        {children}
      </PopoverContent>
    </Popover>
  );
}

function useFilters(search: TaskSearch, onChange: TaskFiltersProps['onChange']): Part[] {
  const { t } = useTranslation(['tasks', 'common']);
  const projects = useProjects();
  const clients =
    useQuery(trpc.clients.list.queryOptions({ archived: 'include', limit: PAGE_LIMIT_MAX })).data?.items ?? [];
  const labels = useQuery(trpc.tasks.labels.queryOptions()).data?.items ?? [];
  const assignees = useQuery(trpc.tasks.assignees.queryOptions()).data?.items ?? [];
  const chosen = search.project === undefined || search.project === 'none' ? undefined : projects.byId(search.project);
  const listed = chosen === undefined || chosen.status === 'active' ? projects.active : [chosen, ...projects.active];
  const status = statusOf(search);
  const usual = statusOf({ ...search, status: undefined });
  const statusFilter: Part = {
    name: 'status',
    isFilled: status !== 'all',
    draw: (className) => (
      <Filter
        isFirst
        className={className}
        label={t('filter.status')}
        value={status}
        neutral="all"
        options={[
          { value: 'open', label: t('filter.open') },
          ...(['todo', 'in_progress', 'done'] as const).map((value) => ({
            value,
            label: t(`filter.${value}`),
            icon: <StatusIcon status={value} isSilent />,
          })),
          { value: 'all', label: t('filter.all') },
        ]}
        onChange={(value) => {
          onChange({ status: value === usual ? undefined : value });
        }}
      />
    ),
  };
  const narrowing: Part[] = [
    {
      name: 'project',
      isFilled: search.project !== undefined,
      draw: (className) => (
        <PickFilter
          className={className}
          label={t('filter.project')}
          value={search.project ?? null}
          nameOf={() => t('filter.unknown')}
          options={[
            { value: 'none', label: t('filter.noProject'), icon: <span className="w-4 flex-none" /> },
            ...listed.map((project) => ({
              value: project.id,
              label: project.name,
              icon: <Swatch color={project.color} className="mx-1" />,
            })),
          ]}
          onChange={(value) => {
            onChange({
              project: value === null || value === 'none' ? (value ?? undefined) : projectIdSchema.parse(value),
            });
          }}
        />
      ),
    },
    {
      name: 'client',
      isFilled: search.client !== undefined,
      draw: (className) => (
        <PickFilter
          className={className}
          label={t('filter.client')}
          value={search.client ?? null}
          nameOf={() => t('filter.unknown')}
          options={[
            { value: 'none', label: t('filter.noClient'), icon: <span className="w-4 flex-none" /> },
            ...clients
              .filter((client) => !client.isArchived || client.id === search.client)
              .map((client) => ({
                value: client.id,
                label: client.name,
                icon: <Swatch color={client.color} shape="client" className="mx-1" />,
              })),
          ]}
          onChange={(value) => {
            onChange({
              client: value === null || value === 'none' ? (value ?? undefined) : clientIdSchema.parse(value),
            });
          }}
        />
      ),
    },
    {
      name: 'priority',
      isFilled: search.priority !== undefined,
      draw: (className) => (
        <Filter
          className={className}
          label={t('filter.priority')}
          value={search.priority ?? 'any'}
          neutral="any"
          options={[
            { value: 'any', label: t('filter.any') },
            ...(['high', 'medium', 'low'] as const).map((value) => ({
              value,
              label: t(`common:priority.${value}`).toLocaleLowerCase(),
              icon: <PriorityIcon priority={value} isSilent />,
            })),
          ]}
          onChange={(value) => {
            onChange({ priority: value === 'any' ? undefined : value });
          }}
        />
      ),
    },
    {
      name: 'label',
      isFilled: search.label !== undefined,
      draw: (className) => (
        <PickFilter
          className={className}
          label={t('filter.labelName')}
          value={search.label ?? null}
          options={labels.map(({ name, count }) => ({ value: name, label: name, count }))}
          onChange={(label) => {
            onChange({ label: label ?? undefined });
          }}
        />
      ),
    },
    {
      name: 'due',
      isFilled: search.due !== undefined,
      draw: (className) => (
        <DueFilter
          className={className}
          value={search.due}
          onChange={(due) => {
            onChange({ due });
          }}
        />
      ),
    },
  ];
  if (assignees.length > 0 || search.assignee !== undefined) {
    narrowing.push({
      name: 'assignee',
      isFilled: search.assignee !== undefined,
      draw: (className) => (
        <PickFilter
          className={className}
          label={t('filter.assignee')}
          value={search.assignee ?? null}
          options={assignees.map(({ name, count }) => ({ value: name, label: name, count }))}
          onChange={(assignee) => {
            onChange({ assignee: assignee ?? undefined });
          }}
        />
      ),
    });
  }
  return [statusFilter, ...narrowing];
}

function useOrder(search: TaskSearch, onChange: TaskFiltersProps['onChange']) {
  const { t } = useTranslation('tasks');
  const layout = layoutOf(search);
  return {
    group: () => (
      <Filter
        isChoice
        label={t('filter.group')}
        value={groupingOf(search)}
        neutral={defaultGrouping(layout)}
        options={GROUPINGS.filter((value) => layout === 'list' || value !== 'none').map((value) => ({
          value,
          label: t(`groupBy.${value}`),
        }))}
        onChange={(value) => {
          onChange({ group: value === defaultGrouping(layout) ? undefined : value, folded: undefined });
        }}
      />
    ),
    sort: (className?: string) => (
      <Filter
        isLast
        isChoice
        className={className}
        label={t('filter.sort')}
        value={sortingOf(search)}
        neutral={defaultSorting(search)}
        options={SORTS.filter((value) => value !== 'completed' || statusOf(search) === 'done').map((value) => ({
          value,
          label: t(`sort.${value}`),
        }))}
        onChange={(value) => {
          onChange({ sort: value === defaultSorting(search) ? undefined : value });
        }}
      />
    ),
  };
}
