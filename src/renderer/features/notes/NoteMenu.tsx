import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Copy, Ellipsis, History, Pin, PinOff, Sparkles, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../contracts/note.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../components/ui/Menu.tsx';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { client } from '../../trpc.ts';
import { useChat } from '../chat/useChat.ts';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { offerUndo } from '../undo/undo.ts';
import { OpenInWindowItem } from '../windows/OpenInWindowItem.tsx';
import { useIsPopOut } from '../windows/popOut.ts';
import { updateNoteFields } from './noteSavers.ts';
import type { NoteSaver, NoteText } from './NoteSaver.ts';

interface NoteMenuProps {
  note: Note;
  name: string;
  saver: NoteSaver;
  readText: () => NoteText;
  isGone: boolean;
}

/** What else can be done with a note. */
export function NoteMenu({ note, name, saver, readText, isGone }: NoteMenuProps) {
  const { t } = useTranslation(['notes', 'common', 'activity']);
  const navigate = useNavigate();
  const chat = useChat();
  const isPopOut = useIsPopOut();
  const [showsHistory, setShowsHistory] = useState(false);
  const onError = (error: unknown): void => {
    showToast({ message: describeError(error), tone: 'error' });
  };
  const { mutate: pin } = useMutation({ mutationFn: updateNoteFields, onError });
  const { mutate: remove } = useMutation({
    mutationFn: async () => {
      // With what was typed last, so that undo brings all of it back.
      await saver.flush();
      return client.notes.delete.mutate({ id: note.id });
    },
    onSuccess: ({ changeSetId }) => {
      saver.discard();
      offerUndo({ changeSetId, message: t('toast.deleted', { title: name }) });
      // In its own window it stays, says so, and can be undone.
      if (!isPopOut) void navigate({ to: '/notes' });
    },
    onError,
  });
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={t('common:actions.more')}>
            <Ellipsis aria-hidden />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem disabled={isGone} onSelect={() => pin({ id: note.id, isPinned: !note.isPinned })}>
            {note.isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            {note.isPinned ? t('unpin') : t('pin')}
          </MenuItem>
          <MenuItem
            onSelect={() => {
              void navigator.clipboard
                .writeText(readText().content)
                .then(() => showToast({ message: t('copied') }), onError);
            }}
          >
            <Copy aria-hidden />
            {t('copyMarkdown')}
          </MenuItem>
          <MenuItem onSelect={() => setShowsHistory(true)}>
            <History aria-hidden />
            {t('activity:history.menu')}
          </MenuItem>
          <OpenInWindowItem record={{ kind: 'note', id: note.id }} disabled={isGone} />
          {isPopOut ? null : (
            <MenuItem disabled={isGone} onSelect={() => chat.open({ scope: { kind: 'note', id: note.id } })}>
              <Sparkles aria-hidden className="text-assistant!" />
              {t('ask')}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem isDestructive disabled={isGone} onSelect={() => remove()}>
            <Trash2 aria-hidden />
            {t('delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
      <HistoryDialog
        record={{ kind: 'note', id: note.id, title: name }}
        open={showsHistory}
        onOpenChange={setShowsHistory}
      />
    </>
  );
}
