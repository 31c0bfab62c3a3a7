import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import { trpc } from '../../trpc.ts';
import { groupProjects, isArchived, type ProjectGroup, type ProjectSort } from './groupProjects.ts';

export interface ProjectGroups {
  readonly groups: readonly ProjectGroup[];
  /** Archived projects and clients. */
  readonly archivedCount: number;
  readonly isEmpty: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  retry(): void;
}

/** Every project under its client, in the chosen order; archived ones last, where they are wanted. */
export function useProjectGroups({
  sort,
  showsArchived,
}: {
  sort: ProjectSort;
  showsArchived: boolean;
}): ProjectGroups {
  const projects = useQuery(trpc.projects.list.queryOptions({ status: 'all', limit: PAGE_LIMIT_MAX }));
  const clients = useQuery(trpc.clients.list.queryOptions({ archived: 'include', limit: PAGE_LIMIT_MAX }));
  const grouped = useMemo(() => {
    const allProjects = projects.data?.items ?? [];
    const allClients = clients.data?.items ?? [];
    return {
      groups: groupProjects(allProjects, allClients, { sort, showsArchived }),
      archivedCount: allProjects.filter(isArchived).length + allClients.filter((client) => client.isArchived).length,
      isEmpty: allProjects.length === 0 && allClients.length === 0,
    };
  }, [projects.data, clients.data, sort, showsArchived]);
  const error = projects.error ?? clients.error;
  const hasData = projects.data !== undefined && clients.data !== undefined;
  return {
    ...grouped,
    isPending: !hasData && error === null,
    error: hasData ? null : error,
    retry: () => void Promise.all([projects.refetch(), clients.refetch()]),
  };
}
