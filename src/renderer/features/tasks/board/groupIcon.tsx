import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { PAGE_LIMIT_MAX } from '../../../../contracts/page.ts';
import { Swatch } from '../../../components/ui/Swatch.tsx';
import { trpc } from '../../../trpc.ts';
import { useProjects } from '../../records/useProjects.ts';
import { PriorityIcon } from '../PriorityIcon.tsx';
import { StatusIcon } from '../StatusIcon.tsx';
import type { TaskGrouping } from '../taskSearch.ts';

/** The mark of a group beside its name, by its key; null where the words are enough. */
export function useGroupIcon(groupBy: TaskGrouping): (key: string) => ReactNode {
  const projects = useProjects();
  const clients = useQuery({
    ...trpc.clients.list.queryOptions({ archived: 'include', limit: PAGE_LIMIT_MAX }),
    enabled: groupBy === 'client',
  }).data?.items;
  return useCallback(
    (key) => {
      switch (groupBy) {
        case 'status':
          return key === 'todo' || key === 'in_progress' || key === 'done' ? (
            <StatusIcon status={key} isSilent />
          ) : null;
        case 'priority':
          return key === 'high' || key === 'medium' || key === 'low' ? <PriorityIcon priority={key} isSilent /> : null;
        case 'project':
          return swatchOf(projects.byId(key), 'project');
        case 'client':
          return swatchOf(
            clients?.find((client) => client.id === key),
            'client',
          );
        case 'due':
        case 'none':
          return null;
      }
    },
    [groupBy, projects, clients],
  );
}

function swatchOf(record: { color: number } | undefined, shape: 'project' | 'client'): ReactNode {
  return record === undefined ? null : (
    <span className="grid w-4 flex-none place-items-center">
      <Swatch color={record.color} shape={shape} />
    </span>
  );
}
