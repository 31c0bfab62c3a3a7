import { useTranslation } from 'react-i18next';
import { TITLE_MAX } from '../../../contracts/text.ts';
import { FieldError } from '../../components/ui/Field.tsx';
import { formatNumber } from '../../i18n/format.ts';

interface NoteTitleProps {
  value: string;
  /** A note with nothing in it yet: the title is where writing begins. */
  isNew: boolean;
  onChange: (value: string) => void;
  onLeave: () => void;
  /** On to the text. */
  onEnter: () => void;
}

/** One line, however long it wraps. */
export function NoteTitle({ value, isNew, onChange, onLeave, onEnter }: NoteTitleProps) {
  const { t } = useTranslation(['notes', 'errors']);
  const isTooLong = value.trim().length > TITLE_MAX;
  return (
    <div>
      <textarea
        autoFocus={isNew}
        rows={1}
        dir="auto"
        value={value}
        aria-label={t('titleField')}
        aria-invalid={isTooLong || undefined}
        aria-describedby={isTooLong ? 'note-title-problem' : undefined}
        placeholder={t('untitled')}
        onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/gu, ' '))}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const { selectionStart, selectionEnd } = event.currentTarget;
          const isAtEnd = selectionStart === value.length && selectionEnd === value.length;
          if (event.key === 'Enter' || (event.key === 'ArrowDown' && isAtEnd)) {
            event.preventDefault();
            onEnter();
          }
        }}
        className="-mx-2 -my-0.5 block field-sizing-content max-h-[40vh] w-[calc(100%+16px)] resize-none rounded-md bg-transparent px-2 py-0.5 type-note text-balance focus-visible:outline-none"
      />
      {isTooLong ? (
        <FieldError id="note-title-problem" className="mt-1">
          {t('errors:field.tooLong', { max: formatNumber(TITLE_MAX), actual: formatNumber(value.trim().length) })}
        </FieldError>
      ) : null}
    </div>
  );
}
