import { Plus } from 'lucide-react';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { InputFrame } from '../../components/ui/Input.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { QuickTaskInput } from './QuickTaskInput.tsx';
import { QuickTaskPieces } from './QuickTaskPieces.tsx';
import { useQuickTask } from './useQuickTask.ts';

interface QuickAddProps {
  ref?: Ref<HTMLInputElement>;
  /** What a sentence that names no day gets, shown like one that does. */
  defaultDay?: string | null;
  defaultProjectId?: string | null;
  autoFocus?: boolean;
  /** The key at the field's end: N where the field waits, Enter where it has the focus. */
  hint?: 'N' | 'Enter';
  /** Esc in an empty field. */
  onLeave?: () => void;
  initialText?: string;
}

/** One line that adds a task: a sentence whose parts are read from it and shown before it is saved. */
export function QuickAdd({
  ref,
  defaultDay = null,
  defaultProjectId = null,
  autoFocus = false,
  hint = 'N',
  onLeave,
  initialText = '',
}: QuickAddProps) {
  const { t } = useTranslation('quickAdd');
  const id = useId();
  const form = useQuickTask({ initial: { text: initialText, ignored: [] }, defaultDay, defaultProjectId });
  const { text } = form.draft;
  return (
    <form
      data-quick-add
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <InputFrame className="h-10 gap-2 pr-3 pl-3">
        <Plus aria-hidden />
        <QuickTaskInput
          ref={ref}
          form={form}
          describedBy={`${id}-below`}
          placeholder={hint === 'Enter' ? t('example') : t('placeholder')}
          autoFocus={autoFocus}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            if (text === '' && onLeave) onLeave();
            else event.currentTarget.blur();
          }}
        />
        <Kbd keys={text === '' ? hint : 'Enter'} />
      </InputFrame>
      <QuickTaskPieces id={`${id}-below`} form={form} />
    </form>
  );
}
