import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { RecordKind } from '../../../contracts/record.ts';
import {
  checkpointIdSchema,
  clientIdSchema,
  commentIdSchema,
  noteIdSchema,
  projectIdSchema,
  taskIdSchema,
  viewIdSchema,
} from '../../../contracts/ids.ts';
import { showError } from '../../components/ui/showError.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { searchOfView } from '../tasks/views/viewQuery.ts';

/** Opens any record where it belongs: a task in the side panel of Tasks, a checkpoint with its project, a view as the tasks it shows. */
export function useOpenRecord(): (record: { kind: RecordKind; id: string }) => void {
  const navigate = useNavigate();
  return useCallback(
    (record) => {
      const open = async (): Promise<void> => {
        switch (record.kind) {
          case 'task':
            return navigate({ to: '/tasks', search: { task: taskIdSchema.parse(record.id) } });
          case 'project':
            return navigate({ to: '/projects/$projectId', params: { projectId: projectIdSchema.parse(record.id) } });
          case 'note':
            return navigate({ to: '/notes/$noteId', params: { noteId: noteIdSchema.parse(record.id) } });
          case 'client':
            return navigate({ to: '/clients/$clientId', params: { clientId: clientIdSchema.parse(record.id) } });
          case 'view': {
            const view = await queryClient.query(trpc.views.get.queryOptions({ id: viewIdSchema.parse(record.id) }));
            return navigate({ to: '/tasks', search: searchOfView(view) });
          }
          case 'checkpoint': {
            const checkpoint = await queryClient.query(
              trpc.checkpoints.get.queryOptions({ id: checkpointIdSchema.parse(record.id) }),
            );
            return navigate({ to: '/projects/$projectId', params: { projectId: checkpoint.projectId } });
          }
          case 'comment': {
            const comment = await queryClient.query(
              trpc.comments.get.queryOptions({ id: commentIdSchema.parse(record.id) }),
            );
            return navigate({ to: '/tasks', search: { task: comment.taskId } });
          }
        }
      };
      open().catch((error: unknown) => {
        showError(error);
      });
    },
    [navigate],
  );
}
