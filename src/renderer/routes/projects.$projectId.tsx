import { createFileRoute, notFound } from '@tanstack/react-router';
import { projectIdSchema } from '../../contracts/ids.ts';
import { ProjectScreen } from '../features/projects/ProjectScreen.tsx';

export const Route = createFileRoute('/projects/$projectId')({
  params: {
    parse: ({ projectId }) => {
      const parsed = projectIdSchema.safeParse(projectId);
      if (!parsed.success) throw notFound();
      return { projectId: parsed.data };
    },
    stringify: ({ projectId }) => ({ projectId }),
  },
  component: ProjectRoute,
});

function ProjectRoute() {
  const { projectId } = Route.useParams();
  return <ProjectScreen key={projectId} projectId={projectId} />;
}
