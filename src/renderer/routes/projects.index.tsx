import { createFileRoute } from '@tanstack/react-router';
import { projectSearchSchema } from '../features/projects/projectSearch.ts';
import { ProjectsScreen } from '../features/projects/ProjectsScreen.tsx';

export const Route = createFileRoute('/projects/')({ validateSearch: projectSearchSchema, component: ProjectsScreen });
