import { ArrowUp, Paperclip, Square } from 'lucide-react';
import { type RefObject, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MESSAGE_MAX, type Scope } from '../../../contracts/conversation.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { cn } from '../../lib/cn.ts';
import { AgentPicker } from './AgentPicker.tsx';
import { isShortcut, keysOf } from '../commands/shortcuts.ts';
import { AttachmentIcon, DraftChip, useAttachmentName } from './attach/AttachmentChip.tsx';
import { RecordPickerList } from './attach/RecordPickerList.tsx';
import { TEXT_FILES } from './attach/readTextFile.ts';
import type { Trigger } from './attach/readTrigger.ts';
import type { Attachments } from './attach/useAttachments.ts';
import { type PickableRecord, useRecordPicker } from './attach/useRecordPicker.ts';
import { ScopeChip } from './ScopeChip.tsx';
import { sendButton } from './sendButton.ts';
import { useChatDraft } from './useChat.ts';

interface ComposerProps {
  inputRef: RefObject<HTMLTextAreaElement | null>;
  onSend: (text: string) => void;
  /** Opens the user's last message to be edited; false where there is none. */
  onEditLast: () => boolean;
  /** There while an answer is on its way. */
  onStop: (() => void) | null;
  attachments: Attachments;
  /** Something that can be attached is held over the panel. */
  isDropping: boolean;
  isReply: boolean;
  scope: Scope;
  offeredScope: Scope;
  onScopeChange: (scope: Scope) => void;
}

/** Where the user writes. Enter sends, Shift and Enter make a new line, `@` and `[[` attach a record. */
export function Composer(props: ComposerProps) {
  const { inputRef, onSend, onEditLast, onStop, attachments, isDropping, isReply } = props;
  const { scope, offeredScope, onScopeChange } = props;
  const { t } = useTranslation('chat');
  const [text, setText] = useChatDraft();
  const hintId = useId();
  const placeholder = isReply ? t('composer.reply') : t(`composer.ask.${scope.kind}`);
  const isTooLong = text.length > MESSAGE_MAX;
  const isReady = text.trim() !== '' && !isTooLong && onStop === null;
  const problem = isTooLong ? t('composer.tooLong') : attachments.problem;

  const pick = ({ kind, id, title }: PickableRecord, { mark, start, query }: Trigger): void => {
    attachments.add({ kind: 'record', recordKind: kind, id, title });
    const input = inputRef.current;
    if (input === null) return;
    // What was typed of the name becomes the name: the sentence reads on.
    input.setRangeText(title, start, start + mark.length + query.length, 'end');
    setText(input.value);
  };
  const picker = useRecordPicker(pick);
  const send = (): void => {
    if (!isReady) return;
    onSend(text);
    setText('');
    picker.close();
    attachments.forgetProblem();
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (picker.handleKey(event)) {
      event.preventDefault();
    } else if (isShortcut('send', event)) {
      event.preventDefault();
      send();
    } else if (isShortcut('editLast', event) && text === '' && onEditLast()) {
      event.preventDefault();
    } else if (event.key === 'Backspace' && text === '' && attachments.items.length > 0) {
      event.preventDefault();
      attachments.remove(attachments.items.length - 1);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="relative m-2 flex-none rounded-lg border border-input bg-surface pt-2.5 pr-2 pb-2 pl-3 focus-edge has-[button:focus-visible]:border-input has-[button:focus-visible]:outline-none [&_button:focus-visible]:outline-2 [&_button:focus-visible]:outline-ring"
    >
      <RecordPickerList
        picker={picker}
        onPick={(record) => {
          if (picker.trigger !== null) pick(record, picker.trigger);
          picker.close();
        }}
      />
      <AttachedChips attachments={attachments} onRemoved={() => inputRef.current?.focus()} />
      <textarea
        ref={inputRef}
        rows={1}
        value={text}
        dir="auto"
        aria-label={placeholder}
        aria-describedby={hintId}
        aria-autocomplete="list"
        aria-controls={picker.trigger === null ? undefined : picker.listId}
        aria-activedescendant={
          picker.trigger === null || picker.items.length === 0 ? undefined : picker.optionId(picker.activeIndex)
        }
        placeholder={placeholder}
        onChange={({ target }) => {
          setText(target.value);
          picker.follow(target.value, target.selectionEnd);
        }}
        onSelect={({ currentTarget }) => picker.follow(currentTarget.value, currentTarget.selectionEnd)}
        onBlur={() => picker.close()}
        onKeyDown={onKeyDown}
        className="field-sizing-content block max-h-45 min-h-5 w-full resize-none bg-transparent pr-1 outline-none"
      />
      <span id={hintId} className="sr-only">
        {t('composer.hint')}
      </span>
      {problem === null ? null : (
        <p role="alert" className="mt-2 type-meta text-pretty break-words text-destructive">
          {problem}
        </p>
      )}
      <div className="mt-2.5 flex items-center gap-1">
        <div className="flex min-w-0 flex-1">
          <ScopeChip scope={scope} offered={offeredScope} onChange={onScopeChange} />
        </div>
        <AgentPicker />
        <AttachButton
          onFiles={(files) => {
            void attachments.addFiles(files);
            inputRef.current?.focus();
          }}
        />
        <SendButton isReady={isReady} onStop={onStop} />
      </div>
      {isDropping ? (
        <div className="absolute inset-0 grid place-items-center rounded-lg bg-surface-sunken text-muted-foreground">
          {t('attach.drop')}
        </div>
      ) : null}
    </form>
  );
}

function AttachedChips({ attachments, onRemoved }: { attachments: Attachments; onRemoved: () => void }) {
  const { t } = useTranslation('chat');
  const nameOf = useAttachmentName();
  if (attachments.items.length === 0) return null;
  return (
    <ul aria-label={t('attach.list')} className="mb-2 flex max-h-24 flex-wrap gap-1 overflow-y-auto">
      {attachments.items.map((attachment, place) => (
        <DraftChip
          key={attachment.kind === 'record' ? attachment.id : `${attachment.name} ${place}`}
          name={nameOf(attachment)}
          icon={<AttachmentIcon attachment={attachment} />}
          onRemove={() => {
            attachments.remove(place);
            onRemoved();
          }}
        />
      ))}
    </ul>
  );
}

function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('chat');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={t('attach.file')}
        hint={t('attach.fileHint')}
        side="top"
        className="size-8"
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={TEXT_FILES}
        onChange={({ target }) => {
          if (target.files !== null && target.files.length > 0) onFiles([...target.files]);
          // The same file again is a change, too.
          target.value = '';
        }}
      />
    </>
  );
}

/** Gold, in chip while there is nothing to send, and Stop while an answer is on its way. */
function SendButton({ isReady, onStop }: { isReady: boolean; onStop: (() => void) | null }) {
  const { t } = useTranslation('chat');
  if (onStop !== null) {
    return (
      <Tooltip label={t('stop')} side="top">
        <button
          type="button"
          aria-label={t('stop')}
          onClick={onStop}
          className={cn(sendButton, 'bg-chip text-foreground hover:bg-accent')}
        >
          <Square aria-hidden className="icon-12 fill-current" />
        </button>
      </Tooltip>
    );
  }
  return (
    <Tooltip label={t('send')} shortcut={keysOf('send')} side="top">
      <button
        type="submit"
        aria-label={t('send')}
        aria-disabled={!isReady}
        className={cn(
          sendButton,
          isReady
            ? 'bg-primary text-primary-foreground hover:bg-primary-hover active:bg-primary-active'
            : 'bg-chip text-foreground opacity-45',
        )}
      >
        <ArrowUp aria-hidden />
      </button>
    </Tooltip>
  );
}
