import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ShownAttachment } from '../../../contracts/attachment.ts';
import type { MessageId } from '../../../contracts/ids.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { keysOf } from '../commands/shortcuts.ts';
import { SentAttachments } from './attach/SentAttachments.tsx';

interface UserMessageProps {
  /** null while it is on its way. */
  messageId: MessageId | null;
  text: string;
  attachments: readonly ShownAttachment[];
  onEdit?: () => void;
}

/** The user's own words. Once they are sent they can be edited. */
export function UserMessage({ messageId, text, attachments, onEdit }: UserMessageProps) {
  const { t } = useTranslation('chat');
  return (
    <div className="flex flex-col gap-1.5">
      <div className="group/question flex items-center justify-end gap-1">
        {onEdit === undefined ? null : (
          <IconButton
            size="row"
            side="left"
            label={t('edit.open')}
            shortcut={keysOf('editLast')}
            onClick={onEdit}
            className="opacity-0 group-focus-within/question:opacity-100 group-hover/question:opacity-100"
          >
            <Pencil aria-hidden className="icon-14" />
          </IconButton>
        )}
        <p
          dir="auto"
          className="max-w-[84%] rounded-2xl rounded-br-sm bg-accent px-3.5 py-2 break-words whitespace-pre-wrap dark:bg-secondary"
        >
          {text}
        </p>
      </div>
      <SentAttachments messageId={messageId} attachments={attachments} />
    </div>
  );
}
