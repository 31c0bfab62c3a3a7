import { File, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownAttachment } from '../../../../contracts/attachment.ts';
import { RecordIcon } from '../../records/RecordIcon.tsx';

type Named = Pick<ShownAttachment, 'kind'> & { name?: string; title?: string };

/** What an attachment is called. */
export function useAttachmentName(): (attachment: Named) => string {
  const { t } = useTranslation('chat');
  return ({ name, title }) => (name ?? title) || t('source.untitled');
}

export function AttachmentIcon({
  attachment,
}: {
  attachment: { kind: 'file' } | { kind: 'record'; recordKind: 'client' | 'project' | 'note' | 'task' };
}) {
  const className = 'icon-14 flex-none text-muted-foreground';
  if (attachment.kind === 'file') return <File aria-hidden className={className} />;
  return <RecordIcon kind={attachment.recordKind} className={className} />;
}

interface DraftChipProps {
  name: string;
  icon: ReactNode;
  onRemove: () => void;
}

/** Something that goes with the next message, to be taken away again. */
export function DraftChip({ name, icon, onRemove }: DraftChipProps) {
  const { t } = useTranslation('chat');
  return (
    <li className="inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-sm bg-chip pr-0.5 pl-2 type-meta">
      {icon}
      <span className="truncate" dir="auto">
        {name}
      </span>
      <button
        type="button"
        aria-label={t('attach.remove', { name })}
        title={t('attach.remove', { name })}
        onClick={onRemove}
        className="grid size-6 flex-none place-items-center rounded-sm text-muted-foreground transition-state hover:bg-accent hover:text-foreground focus-inset"
      >
        <X aria-hidden className="icon-12" />
      </button>
    </li>
  );
}
