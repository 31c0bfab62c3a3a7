import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationIdSchema, projectIdSchema } from '../../../contracts/ids.ts';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import { recordKindSchema } from '../../../contracts/record.ts';
import { DayPicker } from '../../components/ui/DayPicker.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '../../components/ui/Popover.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { formatDayMonth, formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { actorName } from '../history/describeChange.ts';
import { useProjects } from '../records/useProjects.ts';
import { useSettings } from '../settings/useSettings.ts';
import { Filter, FilterBar, FilterTrigger } from '../shell/FilterBar.tsx';
import { PickFilter } from '../tasks/filters/PickFilter.tsx';
import type { ActivitySearch } from './activitySearch.ts';

interface ActivityFiltersProps {
  search: ActivitySearch;
  onChange: (changes: Partial<ActivitySearch>) => void;
  counts: { readonly matching: number; readonly total: number } | undefined;
  /** Names of agents that did something, as far as it is known. */
  agents: readonly string[];
}

const KINDS = recordKindSchema.options;

/** Who, what, project, conversation, from and until; each that narrows the list can be taken away. */
export function ActivityFilters({ search, onChange, counts, agents }: ActivityFiltersProps) {
  const { t } = useTranslation('activity');
  const { userName } = useSettings();
  const projects = useProjects();
  const conversations = useQuery(trpc.conversations.list.queryOptions({ limit: PAGE_LIMIT_MAX })).data?.items ?? [];
  const who =
    search.who === 'agent' && search.agent !== undefined ? `agent:${search.agent}` : (search.who ?? 'everyone');
  const what = search.kind ?? search.what ?? 'all';
  const knownAgents = useMemo(
    () => [...new Set([...agents, ...(search.agent === undefined ? [] : [search.agent])])].toSorted(),
    [agents, search.agent],
  );
  const projectName = search.project === undefined ? undefined : projects.byId(search.project)?.name;
  return (
    <FilterBar aria-label={t('filter.label')}>
      <div className="-ml-2 flex min-w-0 flex-1 items-center gap-1 overflow-x-auto pl-2 [scrollbar-width:none]">
        <Narrowing
          isFilled={search.who !== undefined}
          label={t('filter.who')}
          onClear={() => onChange({ who: undefined, agent: undefined })}
        >
          <Filter
            isFirst
            label={t('filter.who')}
            value={who}
            neutral="everyone"
            isChoice={who === 'everyone'}
            options={[
              { value: 'everyone', label: t('filter.everyone') },
              { value: 'user', label: userName === '' ? t('filter.user') : userName },
              { value: 'agent', label: t('filter.agents') },
              ...knownAgents.map((agent) => ({
                value: `agent:${agent}`,
                label: actorName({ actorKind: 'agent', actorName: agent }, userName),
              })),
              { value: 'api', label: t('filter.api') },
              { value: 'system', label: t('filter.system') },
            ]}
            onChange={(value) => {
              if (value.startsWith('agent:')) onChange({ who: 'agent', agent: value.slice('agent:'.length) });
              else if (value === 'user' || value === 'agent' || value === 'api' || value === 'system')
                onChange({ who: value, agent: undefined });
              else onChange({ who: undefined, agent: undefined });
            }}
          />
        </Narrowing>
        <Narrowing
          isFilled={what !== 'all'}
          label={t('filter.what')}
          onClear={() => onChange({ what: undefined, kind: undefined })}
        >
          <Filter
            label={t('filter.what')}
            value={what}
            neutral="all"
            isChoice={what === 'all'}
            options={[
              { value: 'all' as const, label: t('filter.all') },
              { value: 'changes' as const, label: t('filter.changes') },
              { value: 'tools' as const, label: t('filter.tools') },
              ...KINDS.map((kind) => ({ value: kind, label: t(`filter.kind.${kind}`) })),
            ]}
            onChange={(value) => {
              const isKind = value !== 'all' && value !== 'changes' && value !== 'tools';
              onChange({
                what: isKind || value === 'all' ? undefined : value,
                kind: isKind ? value : undefined,
              });
            }}
          />
        </Narrowing>
        <Narrowing
          isFilled={search.project !== undefined}
          label={t('filter.project')}
          onClear={() => onChange({ project: undefined })}
        >
          <PickFilter
            label={t('filter.project')}
            value={search.project ?? null}
            nameOf={() => projectName ?? t('filter.gone')}
            options={projects.all.map(({ id, name, color }) => ({
              value: id,
              label: name,
              icon: <Swatch color={color} className="mx-1" />,
            }))}
            onChange={(value) => onChange({ project: value === null ? undefined : projectIdSchema.parse(value) })}
          />
        </Narrowing>
        <Narrowing
          isFilled={search.conversation !== undefined}
          label={t('filter.conversation')}
          onClear={() => onChange({ conversation: undefined })}
        >
          <PickFilter
            label={t('filter.conversation')}
            value={search.conversation ?? null}
            nameOf={() => t('filter.gone')}
            options={conversations.map(({ id, title }) => ({
              value: id,
              label: title.trim() === '' ? t('filter.untitledConversation') : title,
            }))}
            onChange={(value) =>
              onChange({ conversation: value === null ? undefined : conversationIdSchema.parse(value) })
            }
          />
        </Narrowing>
        <DayFilter label={t('filter.from')} day={search.from} onChange={(from) => onChange({ from })} />
        {search.from === undefined && search.to === undefined ? null : (
          <DayFilter label={t('filter.to')} day={search.to} onChange={(to) => onChange({ to })} />
        )}
      </div>
      <Counts counts={counts} />
    </FilterBar>
  );
}

function Counts({ counts }: { counts: ActivityFiltersProps['counts'] }) {
  const { t } = useTranslation('activity');
  const words =
    counts === undefined
      ? null
      : counts.matching === counts.total
        ? formatNumber(counts.total)
        : t('count', { matching: formatNumber(counts.matching), total: formatNumber(counts.total) });
  return (
    <span role="status" className="flex-none pl-3 type-section text-muted-foreground tabular-nums">
      <span className="sr-only">{t('countLabel')}: </span>
      {words}
    </span>
  );
}

/** A filter with a cross beside it while it narrows the list. */
function Narrowing({
  label,
  isFilled,
  onClear,
  className,
  children,
}: {
  label: string;
  isFilled: boolean;
  onClear: () => void;
  className?: string;
  children: ReactNode;
}) {
  const { t } = useTranslation('activity');
  return (
    <span className={cn('flex min-w-0 flex-none items-center rounded-md', isFilled && 'bg-surface-sunken', className)}>
      {children}
      {isFilled ? (
        <button
          type="button"
          aria-label={t('filter.clear', { filter: label })}
          onClick={onClear}
          className="grid size-7 flex-none place-items-center rounded-md text-muted-foreground transition-state hover:bg-accent hover:text-foreground focus-inset"
        >
          <X aria-hidden className="icon-12" />
        </button>
      ) : null}
    </span>
  );
}

/** One day, from a calendar. */
function DayFilter({
  label,
  day,
  onChange,
}: {
  label: string;
  day: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Narrowing label={label} isFilled={day !== undefined} onClear={() => onChange(undefined)}>
      <Popover open={isOpen} onOpenChange={setIsOpen}>
        <PopoverTrigger asChild>
          <FilterTrigger
            label={label}
            value={day === undefined ? undefined : formatDayMonth(day, today)}
            isFilled={day !== undefined}
          />
        </PopoverTrigger>
        <PopoverContent className="p-2" aria-label={label}>
          <DayPicker
            value={day ?? null}
            onChange={(next) => {
              setIsOpen(false);
              onChange(next);
            }}
          />
        </PopoverContent>
      </Popover>
    </Narrowing>
  );
}
