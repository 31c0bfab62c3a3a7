import { createFileRoute, notFound } from '@tanstack/react-router';
import { taskIdSchema } from '../../contracts/ids.ts';
import { TaskWindow } from '../features/windows/TaskWindow.tsx';

export const Route = createFileRoute('/window/task/$taskId')({
  params: {
    parse: ({ taskId }) => {
      const parsed = taskIdSchema.safeParse(taskId);
      if (!parsed.success) throw notFound();
      return { taskId: parsed.data };
    },
    stringify: ({ taskId }) => ({ taskId }),
  },
  component: TaskRoute,
});

function TaskRoute() {
  const { taskId } = Route.useParams();
  return <TaskWindow key={taskId} taskId={taskId} />;
}
