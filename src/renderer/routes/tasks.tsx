import { createFileRoute } from '@tanstack/react-router';
import { taskSearchSchema } from '../features/tasks/taskSearch.ts';
import { TasksScreen } from '../features/tasks/TasksScreen.tsx';

export const Route = createFileRoute('/tasks')({ validateSearch: taskSearchSchema, component: TasksScreen });
