import { useQuery } from '@tanstack/react-query';
import { ChevronDown, X } from 'lucide-react';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
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
import { useFitting } from './filters/useFitting.ts';
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

/** Between filters, and what More and the button that clears need, in pixels. */
const GAP = 4;
const MORE_WIDTH = 84;
const CLEAR_WIDTH = 30;
/** Narrower than this the order is under More too. */
const NARROW = 560;

interface Part {
  readonly name: string;
  readonly isFilled: boolean;
  readonly draw: (className?: string) => ReactNode;
}

/** What narrows the list, then how it is grouped and sorted. What does not fit is under More. */
export function TaskFilters({ search, onChange }: TaskFiltersProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const room = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const filters = useFilters(search, onChange);
  const order = useOrder(search, onChange);
  const isClearable = isNarrowed(search);
  const fitting = useFitting({
    room,
    line,
    gap: GAP,
    taken: isClearable ? CLEAR_WIDTH : 0,
    reserve: MORE_WIDTH,
    content: filters.map(({ name, isFilled }) => `${name}${isFilled ? '!' : ''}`).join(' '),
  });
  const hidden = filters.slice(fitting);
  const isNarrowBar = useIsNarrow(room) && hidden.length > 0;
  return (
    <FilterBar aria-label={t('filter.label')}>
      <div ref={room} className="relative flex h-full min-w-0 flex-1 items-center gap-1">
        <div ref={line} className="flex flex-none gap-1">
          {filters.map(({ name, draw }, index) => (
            // What does not fit keeps its width, out of sight and of reach.
            <span key={name} className={cn('flex flex-none', index >= fitting && 'invisible absolute top-0 left-0')}>
              {draw()}
            </span>
          ))}
        </div>
        {hidden.length === 0 ? null : (
          <MoreFilters count={hidden.filter(({ isFilled }) => isFilled).length}>
            {hidden.map(({ name, draw }) => (
              <span key={name} className="flex">
                {draw('w-full max-w-none justify-start ml-0')}
              </span>
            ))}
            {isNarrowBar ? <span className="flex">{order.sort('w-full max-w-none justify-start mr-0')}</span> : null}
          </MoreFilters>
        )}
        {isClearable ? (
          <IconButton
            size="row"
            label={t('filter.clear')}
            onClick={() => {
              onChange(withoutFilters);
            }}
          >
            <X aria-hidden className="icon-14" />
          </IconButton>
        ) : null}
      </div>
      <span className="flex flex-none">{order.group(isNarrowBar ? '-mr-2' : undefined)}</span>
      {isNarrowBar ? null : <span className="flex flex-none">{order.sort()}</span>}
    </FilterBar>
  );
}

/** Whether the bar around the filters is too narrow for both grouping and order. */
function useIsNarrow(room: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setIsNarrow] = useState(false);
  useLayoutEffect(() => {
    const bar = room.current?.parentElement;
    if (!bar) return;
    const measure = (): void => setIsNarrow(bar.clientWidth < NARROW);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    return () => {
      observer.disconnect();
    };
  }, [room]);
  return isNarrow;
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
      <PopoverContent aria-label={t('filter.more')} className="w-52">
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
            { value: 'none', label: t('filter.noProject'), isPhrase: true, icon: <span className="w-4 flex-none" /> },
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
            { value: 'none', label: t('filter.noClient'), isPhrase: true, icon: <span className="w-4 flex-none" /> },
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
    group: (className?: string) => (
      <Filter
        isChoice
        className={className}
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
