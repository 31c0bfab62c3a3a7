import { Eye, Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Markdown } from '../../../components/ui/Markdown.tsx';
import { cn } from '../../../lib/cn.ts';
import { isShortcut } from '../../commands/shortcuts.ts';

interface MarkdownComposerProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
  /** Ctrl or Cmd and Enter. */
  onSubmit: () => void;
  /** Esc, and leaving it. */
  onLeave?: () => void;
  placeholder?: string;
  autoFocus?: boolean;
  isInvalid?: boolean;
  /** At its end, beside what shows the preview. */
  end?: ReactNode;
}

/** A text in Markdown that grows as it is written, and can be looked at as it will read. */
export function MarkdownComposer(props: MarkdownComposerProps) {
  const { label, text, onChange, onSubmit, onLeave, placeholder, autoFocus = false, isInvalid = false, end } = props;
  const { t } = useTranslation('taskPanel');
  const [isPreview, setIsPreview] = useState(false);
  const showsPreview = isPreview && text.trim() !== '';
  return (
    <div
      className="relative rounded-lg border border-input bg-surface focus-edge has-[[aria-invalid=true]]:border-destructive"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave?.();
      }}
      onKeyDown={(event) => {
        if (isShortcut('save', event.nativeEvent) && !event.nativeEvent.isComposing) {
          event.preventDefault();
          setIsPreview(false);
          onSubmit();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          if (event.target instanceof HTMLElement) event.target.blur();
        }
      }}
    >
      {showsPreview ? (
        <div
          role="region"
          aria-label={t('comments.preview')}
          tabIndex={0}
          className="max-h-40 min-h-[34px] overflow-y-auto rounded-lg py-[7px] pr-10 pl-2.5 focus-inset"
        >
          <Markdown>{text}</Markdown>
        </div>
      ) : (
        <textarea
          rows={1}
          dir="auto"
          autoFocus={autoFocus}
          aria-label={label}
          aria-invalid={isInvalid ? true : undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className={cn(
            'block field-sizing-content max-h-40 min-h-[34px] w-full resize-none bg-transparent py-[7px] pl-2.5',
            end === undefined ? 'pr-10' : text === '' ? 'pr-24' : 'pr-32',
          )}
        />
      )}
      <span className="absolute right-1 bottom-[3px] flex h-7 items-center gap-1">
        <span className="pointer-events-none flex px-1.5">{end}</span>
        {text.trim() === '' ? null : (
          <IconButton
            size="row"
            side="top"
            label={showsPreview ? t('comments.write') : t('comments.preview')}
            onClick={() => setIsPreview(!showsPreview)}
          >
            {showsPreview ? <Pencil aria-hidden className="icon-14" /> : <Eye aria-hidden className="icon-14" />}
          </IconButton>
        )}
      </span>
    </div>
  );
}
