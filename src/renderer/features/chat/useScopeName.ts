import { useQuery } from '@tanstack/react-query';
import { skipToken } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clientIdSchema, noteIdSchema, taskIdSchema } from '../../../contracts/ids.ts';
import type { Scope } from '../../../contracts/conversation.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';

export interface ScopeName {
  readonly name: string;
  /** The colour of a project or a client; null for the rest. */
  readonly color: number | null;
}

/** What a scope is called. null: the whole workspace, or not known yet, or gone. */
export function useScopeName(scope: Scope): ScopeName | null {
  const { t } = useTranslation('notes');
  const projects = useProjects();
  const idOf = (kind: Scope['kind']) => (scope.kind === kind && 'id' in scope ? scope.id : null);
  const noteId = idOf('note');
  const taskId = idOf('task');
  const clientId = idOf('client');
  const note = useQuery(trpc.notes.get.queryOptions(noteId === null ? skipToken : { id: noteIdSchema.parse(noteId) }));
  const task = useQuery(trpc.tasks.get.queryOptions(taskId === null ? skipToken : { id: taskIdSchema.parse(taskId) }));
  const client = useQuery(
    trpc.clients.get.queryOptions(clientId === null ? skipToken : { id: clientIdSchema.parse(clientId) }),
  );

  switch (scope.kind) {
    case 'workspace':
      return null;
    case 'project': {
      const project = projects.byId(scope.id);
      return project === undefined ? null : { name: project.name, color: project.color };
    }
    case 'note':
      return note.data === undefined
        ? null
        : { name: note.data.title === '' ? t('untitled') : note.data.title, color: null };
    case 'task':
      return task.data === undefined ? null : { name: task.data.title, color: null };
    case 'client':
      return client.data === undefined ? null : { name: client.data.name, color: client.data.color };
  }
}
