import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../contracts/note.ts';
import { Button } from '../../components/ui/Button.tsx';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { errorDataOf } from '../../i18n/errorData.ts';
import { formatTime } from '../../i18n/format.ts';
import { client } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';
import { closeWindow } from '../windows/openInWindow.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import { rememberNote } from './noteSavers.ts';
import type { NoteSaver, NoteText, SaveState } from './NoteSaver.ts';

interface NoteNoticeProps {
  note: Note;
  name: string;
  saver: NoteSaver;
  state: SaveState;
  readText: () => NoteText;
}

/** Above the text, where what is written is not in the note: what happened, what became of it, what to do. */
export function NoteNotice({ note, name, saver, state, readText }: NoteNoticeProps) {
  const { t } = useTranslation(['notes', 'common']);
  const navigate = useNavigate();
  const isPopOut = useIsPopOut();
  const [isWorking, setIsWorking] = useState(false);

  /** The text here as a note of its own. */
  const keepAsNew = async (title: string): Promise<Note | null> => {
    setIsWorking(true);
    try {
      const { content } = readText();
      const { changeSetId, ...created } = await client.notes.create.mutate({
        title,
        content,
        projectId: note.projectId,
      });
      rememberNote(created);
      offerUndo({
        changeSetId,
        message: t('toast.keptAsNew', { title: created.title === '' ? t('untitled') : created.title }),
      });
      return created;
    } catch (error) {
      showToast({ message: describeError(error), tone: 'error' });
      return null;
    } finally {
      setIsWorking(false);
    }
  };

  switch (state.kind) {
    case 'saved':
    case 'saving':
      return null;
    case 'notSaved':
      // A title that is too long is said below it.
      if (errorDataOf(state.error).code === 'validation') return null;
      return (
        <Notice title={t('save.notSaved')} body={`${describeError(state.error)} ${t('notSaved.body')}`}>
          <Button size="sm" onClick={() => void saver.flush()}>
            {t('notSaved.retry')}
          </Button>
        </Notice>
      );
    case 'conflict':
      return (
        <Notice
          title={t('conflict.title')}
          body={t('conflict.body', { time: formatTime(state.theirs.updatedAt) })}
          hint={t('conflict.hint')}
        >
          <Button size="sm" variant="primary" disabled={isWorking} onClick={() => void saver.keepMine()}>
            {t('conflict.keepMine')}
          </Button>
          <Button
            size="sm"
            disabled={isWorking}
            onClick={() => {
              void keepAsNew(t('conflict.mineTitle', { title: name }).slice(0, 1_000)).then((kept) => {
                if (kept !== null) saver.takeTheirs();
              });
            }}
          >
            {t('conflict.takeTheirs')}
          </Button>
        </Notice>
      );
    case 'deleted':
      return (
        <Notice title={t('deleted.title')} body={t('deleted.body')}>
          <Button
            size="sm"
            variant="primary"
            disabled={isWorking}
            onClick={() => {
              void keepAsNew(readText().title).then((kept) => {
                if (kept === null) return;
                saver.discard();
                const to = isPopOut ? '/window/note/$noteId' : '/notes/$noteId';
                void navigate({ to, params: { noteId: kept.id }, replace: true });
              });
            }}
          >
            {t('deleted.keep')}
          </Button>
          <Button
            size="sm"
            variant="ghost"
            disabled={isWorking}
            onClick={() => {
              saver.discard();
              if (isPopOut) closeWindow();
              else void navigate({ to: '/notes' });
            }}
          >
            {t('deleted.leave')}
          </Button>
        </Notice>
      );
  }
}

function Notice({ title, body, hint, children }: { title: string; body: string; hint?: string; children: ReactNode }) {
  return (
    <div role="alert" className="mb-6 rounded-lg border bg-surface px-4 py-3">
      <p className="font-medium">{title}</p>
      <p className="mt-0.5 text-muted-foreground">{body}</p>
      <div className="mt-2.5 flex flex-wrap items-center gap-1.5">{children}</div>
      {hint === undefined ? null : <p className="mt-2 type-meta text-muted-foreground">{hint}</p>}
    </div>
  );
}
