import type { Client } from '../../../contracts/client.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';

/** A client, or none, with its projects. */
export interface ProjectGroup {
  readonly client: Client | null;
  readonly projects: readonly ProjectSummary[];
}

export type ProjectSort = 'checkpoint' | 'name';

export const isArchived = (project: ProjectSummary): boolean => project.status === 'archived';
/** Sorts after every date. */
const NEVER = '9999-99-99';

/** Clients by the soonest checkpoint of their projects or by name, the projects of none last; archived ones after all others. */
export function groupProjects(
  projects: readonly ProjectSummary[],
  clients: readonly Client[],
  { sort, showsArchived }: { sort: ProjectSort; showsArchived: boolean },
): ProjectGroup[] {
  const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);
  const dateOf = (project: ProjectSummary): string =>
    isArchived(project) ? NEVER : (project.nextCheckpoint?.date ?? NEVER);
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
