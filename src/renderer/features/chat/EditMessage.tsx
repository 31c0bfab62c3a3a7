import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_MAX } from '../../../contracts/conversation.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Textarea } from '../../components/ui/Input.tsx';
import { isShortcut } from '../commands/shortcuts.ts';

interface EditMessageProps {
  text: string;
  /** What lies beside it, which stays. */
  attached: ReactNode;
  onCancel: () => void;
  onSend: (text: string) => void;
}

/** A message of the user's being written anew, in its place. Enter sends, Esc leaves it as it was. */
export function EditMessage({ text, attached, onCancel, onSend }: EditMessageProps) {
  const { t } = useTranslation(['chat', 'common']);
  const [draft, setDraft] = useState(text);
  const noteId = useId();
  const isReady = draft.trim() !== '' && draft.length <= MESSAGE_MAX;
  return (
    <form
      aria-label={t('edit.open')}
      className="grid gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSend(draft);
      }}
    >
      <Textarea
        autoFocus
        dir="auto"
        value={draft}
        aria-label={t('edit.label')}
        aria-describedby={noteId}
        className="max-h-60 min-h-9"
        onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (isShortcut('closeChat', event)) {
            event.preventDefault();
            onCancel();
          } else if (isShortcut('send', event)) {
            event.preventDefault();
            if (isReady) onSend(draft);
          }
        }}
      />
      {attached}
      <p id={noteId} className="type-meta text-pretty text-muted-foreground">
        {draft.length > MESSAGE_MAX ? t('composer.tooLong') : t('edit.note')}
      </p>
      <div className="flex justify-end gap-1">
        <Button size="sm" variant="ghost" onClick={onCancel}>
          {t('common:actions.cancel')}
        </Button>
        <Button size="sm" type="submit" aria-disabled={!isReady}>
          {t('edit.send')}
        </Button>
      </div>
    </form>
  );
}
