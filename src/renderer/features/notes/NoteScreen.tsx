import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { NoteId } from '../../../contracts/ids.ts';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { isGoneError } from '../../i18n/errorData.ts';
import { trpc } from '../../trpc.ts';
import { DensePage } from '../shell/Page.tsx';
import { closeWindow } from '../windows/openInWindow.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import { NoteView } from './NoteView.tsx';
import { NoteSkeleton } from './NoteSkeleton.tsx';
import { unsavedNote } from './noteSavers.ts';

/** One note. */
export function NoteScreen({ noteId }: { noteId: NoteId }) {
  const { t } = useTranslation(['notes', 'windows']);
  const isPopOut = useIsPopOut();
  const { data, error, refetch } = useQuery(trpc.notes.get.queryOptions({ id: noteId }));
  const isGone = isGoneError(error);
  const note = data ?? (isGone ? unsavedNote(noteId) : undefined);
  if (note !== undefined) return <NoteView key={note.id} note={note} isGone={isGone} />;
  return (
    <DensePage title={t('title')}>
      {isGone ? (
        <EmptyState
          title={t('gone.title')}
          actions={
            isPopOut ? (
              <Button variant="primary" onClick={closeWindow}>
                {t('windows:close')}
              </Button>
            ) : (
              <Button variant="primary" asChild>
                <Link to="/notes">{t('gone.back')}</Link>
              </Button>
            )
          }
        >
          {t('gone.body')}
        </EmptyState>
      ) : error === null ? (
        <NoteSkeleton />
      ) : (
        <ErrorState title={t('noteUnreadable')} error={error} onRetry={() => void refetch()} />
      )}
    </DensePage>
  );
}
