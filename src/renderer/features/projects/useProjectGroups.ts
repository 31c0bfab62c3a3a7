import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Client } from '../../../contracts/client.ts';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { trpc } from '../../trpc.ts';

/** A client, or none, with its projects. */
export interface ProjectGroup {
  readonly client: Client | null;
  readonly projects: readonly ProjectSummary[];
}

export type ProjectSort = 'checkpoint' | 'name';

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
export function useProjectGroups({ sort, showsArchived }: { sort: ProjectSort; showsArchived: boolean }): ProjectGroups {
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

const isArchived = (project: ProjectSummary): boolean => project.status === 'archived';
/** Sorts after every date. */
const NEVER = '9999-99-99';

/** Pure, so that the order is tested with literals. */
export function groupProjects(
  projects: readonly ProjectSummary[],
  clients: readonly Client[],
  { sort, showsArchived }: { sort: ProjectSort; showsArchived: boolean },
): ProjectGroup[] {
  const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);
  const dateOf = (project: ProjectSummary): string => (isArchived(project) ? NEVER : (project.nextCheckpoint?.date ?? NEVER));
  const compare = (one: ProjectSummary, other: ProjectSummary): number =>
    Number(isArchived(one)) - Number(isArchived(other)) ||
    (sort === 'checkpoint' ? dateOf(one).localeCompare(dateOf(other)) : 0) ||
    byName(one, other);

  const ofClient = Map.groupBy(
    projects.filter((project) => showsArchived || !isArchived(project)),
    (project) => project.clientId,
  );
  const groups: ProjectGroup[] = clients
    .filter((client) => showsArchived || !client.isArchived || ofClient.has(client.id))
    .map((client) => ({ client, projects: (ofClient.get(client.id) ?? []).toSorted(compare) }));
  const soonest = (group: ProjectGroup): string => group.projects.map(dateOf).toSorted()[0] ?? NEVER;
  groups.sort(
    (one, other) =>
      Number(one.client?.isArchived ?? false) - Number(other.client?.isArchived ?? false) ||
      (sort === 'checkpoint' ? soonest(one).localeCompare(soonest(other)) : 0) ||
      byName(one.client ?? { name: '' }, other.client ?? { name: '' }),
  );
  const own = (ofClient.get(null) ?? []).toSorted(compare);
  return own.length === 0 ? groups : [...groups, { client: null, projects: own }];
}
