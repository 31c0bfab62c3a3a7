import { useParams, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import type { Scope } from '../../../contracts/conversation.ts';

const addressSchema = z.object({
  projectId: z.uuid().optional().catch(undefined),
  clientId: z.uuid().optional().catch(undefined),
  noteId: z.uuid().optional().catch(undefined),
  task: z.uuid().optional().catch(undefined),
});

/** What the screen behind the chat is about: the open task before the note, the project or the client. */
export function useRouteScope(): Scope {
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  return scopeOf({ ...search, ...params });
}

function scopeOf(address: object): Scope {
  const { projectId, clientId, noteId, task } = addressSchema.parse(address);
  if (task !== undefined) return { kind: 'task', id: task };
  if (noteId !== undefined) return { kind: 'note', id: noteId };
  if (projectId !== undefined) return { kind: 'project', id: projectId };
  if (clientId !== undefined) return { kind: 'client', id: clientId };
  return { kind: 'workspace' };
}
