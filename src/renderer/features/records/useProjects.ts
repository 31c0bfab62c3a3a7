import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { trpc } from '../../trpc.ts';

/** Every project, archived ones too: for names and colours beside tasks, and for choosing one. */
const allProjects = trpc.projects.list.queryOptions({ status: 'all', limit: PAGE_LIMIT_MAX });

export interface Projects {
  /** In their own order, archived ones too. */
  readonly all: readonly ProjectSummary[];
  /** In their own order, without archived ones. */
  readonly active: readonly ProjectSummary[];
  byId(id: string | null): ProjectSummary | undefined;
  /** A client's, archived ones too, in their own order. */
  ofClient(clientId: string): readonly ProjectSummary[];
}

export function useProjects(): Projects {
  const { data } = useQuery(allProjects);
  return useMemo(() => {
    const items = data?.items ?? [];
    const map = new Map<string, ProjectSummary>(items.map((project) => [project.id, project]));
    return {
      all: items,
      active: items.filter((project) => project.status === 'active'),
      ofClient: (clientId) => items.filter((project) => project.clientId === clientId),
      byId: (id) => (id === null ? undefined : map.get(id)),
    };
  }, [data]);
}
