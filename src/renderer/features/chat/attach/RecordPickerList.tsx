import { useTranslation } from 'react-i18next';
import { cn } from '../../../lib/cn.ts';
import { menuSurface } from '../../../components/ui/menuStyles.ts';
import { RecordIcon } from '../../records/RecordIcon.tsx';
import type { PickableRecord, RecordPicker } from './useRecordPicker.ts';

interface RecordPickerListProps {
  picker: RecordPicker;
  onPick: (record: PickableRecord) => void;
}

/** The records to choose from, above the composer; the focus stays in the text. */
export function RecordPickerList({ picker, onPick }: RecordPickerListProps) {
  const { t } = useTranslation('chat');
  const { trigger, items, activeIndex } = picker;
  if (trigger === null) return null;
  return (
    <div className={cn(menuSurface, 'absolute inset-x-0 bottom-full mb-1.5')}>
      <p className="px-2.5 py-1 type-meta text-muted-foreground" role="status">
        {items.length > 0 ? t('attach.pick') : t(trigger.query.trim() === '' ? 'attach.type' : 'attach.none')}
      </p>
      <ul role="listbox" id={picker.listId} aria-label={t('attach.pick')}>
        {items.map((item, index) => (
          <li
            key={item.id}
            id={picker.optionId(index)}
            role="option"
            aria-selected={index === activeIndex}
            // Pressed before the text loses the focus.
            onMouseDown={(event) => {
              event.preventDefault();
              onPick(item);
            }}
            onMouseMove={() => picker.setActive(index)}
            className={cn(
              'flex h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5',
              index === activeIndex && 'bg-accent dark:bg-secondary',
            )}
          >
            <RecordIcon kind={item.kind} className="icon-14 flex-none text-muted-foreground" />
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {item.title === '' ? t('source.untitled') : item.title}
            </span>
            <span className="flex-none type-meta text-muted-foreground">{t(`attach.kind.${item.kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
