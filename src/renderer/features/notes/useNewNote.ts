import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProjectId } from '../../../contracts/ids.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { rememberChange } from '../undo/undo.ts';
import { rememberNote } from './noteSavers.ts';

/** Makes an empty note and opens it. */
export function useNewNote(): { create: (projectId: ProjectId | null) => void; isWorking: boolean } {
  const { t } = useTranslation('notes');
  const navigate = useNavigate();
  const { mutate, isPending } = useLastingMutation(trpc.notes.create.mutationOptions());
  return {
    isWorking: isPending,
    create: (projectId) => {
      if (isPending) return;
      mutate(
        { projectId },
        {
          onSuccess: ({ changeSetId, ...note }) => {
            rememberNote(note);
            rememberChange({ changeSetId, message: t('toast.created') });
            void navigate({ to: '/notes/$noteId', params: { noteId: note.id } });
          },
          onError: (error) => showToast({ message: describeError(error), tone: 'error' }),
        },
      );
    },
  };
}
