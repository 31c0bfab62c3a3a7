import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownAttachment } from '../../../../contracts/attachment.ts';
import type { MessageId } from '../../../../contracts/ids.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFoot } from '../../../components/ui/Dialog.tsx';
import { ErrorLine } from '../../../components/ui/ErrorState.tsx';
import { SkeletonRows } from '../../../components/ui/Skeleton.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { trpc } from '../../../trpc.ts';
import { useOpenRecord } from '../../records/useOpenRecord.ts';
import { AttachmentIcon, useAttachmentName } from './AttachmentChip.tsx';

const chip =
  'inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-sm bg-chip px-2 type-meta transition-state hover:bg-accent focus-inset';

interface SentAttachmentsProps {
  /** null while the message is on its way. */
  messageId: MessageId | null;
  attachments: readonly ShownAttachment[];
}

/** What lies beside a message of the user's: a record opens where it belongs, a file shows what was sent of it. */
export function SentAttachments({ messageId, attachments }: SentAttachmentsProps) {
  const { t } = useTranslation('chat');
  const openRecord = useOpenRecord();
  const nameOf = useAttachmentName();
  const [shownPlace, setShownPlace] = useState<number | null>(null);
  const shown = shownPlace === null ? undefined : attachments[shownPlace];
  if (attachments.length === 0) return null;
  return (
    <>
      <ul aria-label={t('attach.list')} className="ml-auto flex max-w-[84%] flex-wrap justify-end gap-1">
        {attachments.map((attachment, place) => (
          <li key={place} className="flex max-w-full min-w-0">
            <button
              type="button"
              aria-disabled={messageId === null}
              aria-label={t('attach.open', { name: nameOf(attachment) })}
              onClick={() => {
                if (messageId === null) return;
                if (attachment.kind === 'record') openRecord({ kind: attachment.recordKind, id: attachment.id });
                else setShownPlace(place);
              }}
              className={chip}
            >
              <AttachmentIcon attachment={attachment} />
              <span className="truncate" dir="auto">
                {nameOf(attachment)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {messageId === null ? null : (
        <Dialog open={shownPlace !== null} onOpenChange={(isOpen) => setShownPlace(isOpen ? shownPlace : null)}>
          {shown?.kind !== 'file' || shownPlace === null ? null : (
            <FileDialog messageId={messageId} place={shownPlace} file={shown} />
          )}
        </Dialog>
      )}
    </>
  );
}

function FileDialog({
  messageId,
  place,
  file,
}: {
  messageId: MessageId | null;
  place: number;
  file: Extract<ShownAttachment, { kind: 'file' }>;
}) {
  const { t } = useTranslation(['chat', 'common']);
  const { data, error, isLoading, refetch } = useQuery(
    trpc.conversations.file.queryOptions(messageId === null ? skipToken : { messageId, place }, { gcTime: 0 }),
  );
  return (
    <DialogContent title={file.name}>
      <DialogBody>
        {error === null ? null : (
          <ErrorLine title={t('attach.unreadableFile')} error={error} onRetry={() => void refetch()} />
        )}
        {isLoading ? <SkeletonRows /> : null}
        {data === undefined ? null : (
          <pre tabIndex={0} dir="auto" className="type-code break-words whitespace-pre-wrap">
            {data.text}
          </pre>
        )}
      </DialogBody>
      <DialogFoot note={t('attach.length', { count: file.length, formatted: formatNumber(file.length) })}>
        <DialogClose asChild>
          <Button>{t('common:actions.close')}</Button>
        </DialogClose>
      </DialogFoot>
    </DialogContent>
  );
}
