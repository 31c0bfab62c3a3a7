import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { skipToken } from '@tanstack/react-query';
import type { ProjectId } from '../../../../contracts/ids.ts';
import { trpc } from '../../../trpc.ts';
import { useProjects } from '../../records/useProjects.ts';

/** `Rossi Vini / Wine shop relaunch`: where a task belongs. Nothing for one in no project. */
export function TaskPlace({ projectId }: { projectId: ProjectId | null }) {
  const project = useProjects().byId(projectId);
  const clientId = project?.clientId ?? null;
  const client = useQuery(trpc.clients.get.queryOptions(clientId === null ? skipToken : { id: clientId })).data;
  if (project === undefined) return null;
  return (
    <>
      {client === undefined ? null : `${client.name} / `}
      <Link
        to="/projects/$projectId"
        params={{ projectId: project.id }}
        className="rounded-xs hover:text-foreground hover:underline"
      >
        {project.name}
      </Link>
    </>
  );
}
