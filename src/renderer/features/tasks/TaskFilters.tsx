import { useTranslation } from 'react-i18next';
import { projectIdSchema } from '../../../contracts/ids.ts';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { useProjects } from '../records/useProjects.ts';
import { Filter, FilterBar } from '../shell/FilterBar.tsx';
import { PriorityIcon } from './PriorityIcon.tsx';
import { StatusIcon } from './StatusIcon.tsx';
import type { TaskSearch } from './taskSearch.ts';

interface TaskFiltersProps {
  search: TaskSearch;
  onChange: (changes: Partial<TaskSearch>) => void;
}

export function TaskFilters({ search, onChange }: TaskFiltersProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const projects = useProjects();
  const chosen = search.project === undefined || search.project === 'none' ? undefined : projects.byId(search.project);
  const listed = chosen === undefined || chosen.status === 'active' ? projects.active : [chosen, ...projects.active];
  const status = search.status ?? 'open';
  return (
    <FilterBar aria-label={t('filter.label')}>
      <Filter
        isFirst
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
          onChange({ status: value === 'open' ? undefined : value });
        }}
      />
      <Filter
        label={t('filter.project')}
        value={search.project ?? 'any'}
        neutral="any"
        options={[
          { value: 'any', label: t('filter.any') },
          { value: 'none', label: t('filter.noProject') },
          ...listed.map((project) => ({
            value: project.id,
            label: project.name,
            icon: <Swatch color={project.color} className="mx-1" />,
          })),
        ]}
        onChange={(value) => {
          onChange({ project: value === 'any' ? undefined : value === 'none' ? value : projectIdSchema.parse(value) });
        }}
      />
      <Filter
        label={t('filter.priority')}
        value={search.priority ?? 'any'}
        neutral="any"
        options={[
          { value: 'any', label: t('filter.any') },
          ...(['high', 'medium', 'low'] as const).map((value) => ({
            value,
            label: t(`common:priority.${value}`),
            icon: <PriorityIcon priority={value} isSilent />,
          })),
        ]}
        onChange={(value) => {
          onChange({ priority: value === 'any' ? undefined : value });
        }}
      />
      <span className="flex-1" />
      {status === 'done' ? null : (
        <Filter
          isLast
          isChoice
          label={t('filter.sort')}
          value={search.sort ?? 'due'}
          neutral="due"
          options={(['due', 'manual', 'created', 'updated'] as const).map((value) => ({
            value,
            label: t(`sort.${value}`),
          }))}
          onChange={(value) => {
            onChange({ sort: value === 'due' ? undefined : value });
          }}
        />
      )}
    </FilterBar>
  );
}
