import { useMutation } from '@tanstack/react-query';
import { Download, Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationItem } from '../../../contracts/conversation.ts';
import type { ConversationId, MessageId } from '../../../contracts/ids.ts';
import { ConfirmDialog } from '../../components/ui/ConfirmDialog.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Input } from '../../components/ui/Input.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../components/ui/Menu.tsx';
import { showError } from '../../components/ui/showError.ts';
import { formatMoment } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { saveConversation } from './saveConversation.ts';
import { Marked } from '../search/Marked.tsx';
import { markWords, splitSnippet } from '../search/splitSnippet.ts';

interface ConversationRowProps {
  conversation: ConversationItem;
  /** What the list was narrowed to; empty: nothing. */
  text: string;
  isCurrent: boolean;
  /** With the message that has the words, where it was found by them. */
  onOpen: (id: ConversationId, messageId: MessageId | null) => void;
  onDeleted: (id: ConversationId) => void;
}

/** One conversation of the list: opened by a click or Enter, all else in its menu. */
export function ConversationRow({ conversation, text, isCurrent, onOpen, onDeleted }: ConversationRowProps) {
  const { t } = useTranslation('chat');
  const today = useToday();
  const [isRenaming, setIsRenaming] = useState(false);
  /** The name was given by key: the focus comes back to the row. */
  const takesFocus = useRef(false);
  const { match } = conversation;
  const title = conversation.title === '' ? t('untitled') : conversation.title;
  if (isRenaming)
    return (
      <RenameRow
        conversation={conversation}
        onDone={(byKey) => {
          takesFocus.current = byKey;
          setIsRenaming(false);
        }}
      />
    );
  return (
    <li
      data-line={conversation.id}
      className={cn(
        'group relative -mx-2.5 flex items-center gap-2.5 rounded-md px-2.5 transition-state focus-within:bg-accent hover:bg-accent',
        match === null ? 'h-9' : 'h-14',
        isCurrent &&
          'bg-selected before:absolute before:inset-y-2 before:left-0 before:w-0.5 before:rounded-full before:bg-selected-edge',
      )}
    >
      <button
        ref={(button) => {
          if (button === null || !takesFocus.current) return;
          takesFocus.current = false;
          button.focus();
        }}
        type="button"
        data-row-main
        dir="auto"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onOpen(conversation.id, match?.messageId ?? null)}
        className="min-w-0 flex-1 text-start outline-none after:absolute after:inset-0 after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
      >
        <span className="block truncate">
          <Marked parts={markWords(title, text)} />
        </span>
        {match === null ? null : (
          <span className="block truncate type-meta text-muted-foreground">
            <Marked parts={splitSnippet(match.snippet)} />
          </span>
        )}
      </button>
      <span className="flex flex-none items-center gap-2 type-meta text-muted-foreground tabular-nums group-focus-within:invisible group-hover:invisible group-has-data-[state=open]:invisible">
        {conversation.isPinned ? (
          <>
            <Pin aria-hidden className="icon-12" />
            <span className="sr-only">{t('list.pinned')}</span>
          </>
        ) : null}
        {conversation.isRunning ? (
          <span>{t('list.running')}</span>
        ) : (
          <time>{formatMoment(conversation.updatedAt, today)}</time>
        )}
      </span>
      <ConversationMenu
        conversation={conversation}
        title={title}
        onRename={() => setIsRenaming(true)}
        onDeleted={onDeleted}
      />
    </li>
  );
}

interface ConversationMenuProps extends Pick<ConversationRowProps, 'conversation' | 'onDeleted'> {
  title: string;
  onRename: () => void;
}

function ConversationMenu({ conversation, title, onRename, onDeleted }: ConversationMenuProps) {
  const { t } = useTranslation('chat');
  const [isAsking, setIsAsking] = useState(false);
  const { mutate: update } = useMutation(trpc.conversations.update.mutationOptions({ onError: showError }));
  const { mutate: remove } = useMutation(trpc.conversations.delete.mutationOptions({ onError: showError }));
  const { id, isPinned } = conversation;
  const renames = useRef(false);
  return (
    <>
      <span className="absolute right-1 z-1 flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100">
        <Menu>
          <MenuTrigger asChild>
            <IconButton size="row" side="left" label={t('list.moreFor', { title })}>
              <Ellipsis aria-hidden className="icon-14" />
            </IconButton>
          </MenuTrigger>
          <MenuContent
            align="end"
            onCloseAutoFocus={(event) => {
              // The name's field has the focus by now, and the button it would go back to is gone.
              if (renames.current) event.preventDefault();
              renames.current = false;
            }}
          >
            <MenuItem onSelect={() => update({ id, isPinned: !isPinned })}>
              {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
              {t(isPinned ? 'list.unpin' : 'list.pin')}
            </MenuItem>
            <MenuItem
              onSelect={() => {
                renames.current = true;
                onRename();
              }}
            >
              <Pencil aria-hidden />
              {t('list.rename')}
            </MenuItem>
            <MenuItem onSelect={() => void saveConversation(id, t('list.exported'))}>
              <Download aria-hidden />
              {t('list.export')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem isDestructive onSelect={() => setIsAsking(true)}>
              <Trash2 aria-hidden />
              {t('list.delete')}
            </MenuItem>
          </MenuContent>
        </Menu>
      </span>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('list.deleteTitle', { title })}
        description={t('list.deleteBody')}
        safeLabel={t('list.deleteKeep')}
        confirmLabel={t('list.deleteConfirm')}
        isDestructive
        onConfirm={() => remove({ id }, { onSuccess: () => onDeleted(id) })}
      />
    </>
  );
}

function RenameRow({ conversation, onDone }: { conversation: ConversationItem; onDone: (byKey: boolean) => void }) {
  const { t } = useTranslation('chat');
  const [title, setTitle] = useState(conversation.title);
  const { mutate } = useMutation(trpc.conversations.update.mutationOptions({ onError: showError }));
  const save = (byKey: boolean): void => {
    onDone(byKey);
    if (title.trim() === '' || title.trim() === conversation.title) return;
    mutate({ id: conversation.id, title });
  };
  return (
    <li className="-mx-2.5 flex h-9 items-center">
      <Input
        autoFocus
        value={title}
        maxLength={1_000}
        aria-label={t('list.newName')}
        className="h-8"
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={() => save(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            // Else the same press opens the row that has the focus next.
            event.preventDefault();
            save(true);
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onDone(true);
          }
        }}
      />
    </li>
  );
}
