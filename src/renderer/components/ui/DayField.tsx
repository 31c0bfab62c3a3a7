import { Calendar, Clock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, endOfWeek, formatDueLong } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { Button } from './Button.tsx';
import { DayPicker } from './DayPicker.tsx';
import { Popover, PopoverContent, PopoverTrigger } from './Popover.tsx';

interface DayFieldProps {
  day: string | null;
  /** With `onTimeChange`: the time beside the day, shown and set in the same place. */
  time?: string | null;
  onChange: (day: string | null) => void;
  onTimeChange?: (time: string | null) => void;
  /** Whether it may be without a day. */
  isClearable?: boolean;
  look?: 'field' | 'quiet';
  /** Shown without a day. */
  placeholder?: string;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  className?: string;
}

/** A day, chosen from a calendar or by a word. */
export function DayField(props: DayFieldProps) {
  const {
    day,
    time = null,
    onChange,
    onTimeChange,
    isClearable = true,
    look = 'field',
    placeholder,
    className,
    'aria-label': label,
    ...control
  } = props;
  const { t } = useTranslation();
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  const words = day === null ? (placeholder ?? t('calendar.none')) : formatDueLong(day, time, today);
  const choose = (next: string | null): void => {
    onChange(next);
    setIsOpen(false);
  };
  const sunday = endOfWeek(today);
  const shortcuts = [
    { label: t('day.today'), day: today },
    { label: t('calendar.tomorrow'), day: addDays(today, 1) },
    { label: t('calendar.nextMonday'), day: addDays(sunday, 1) },
  ];
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger
        {...control}
        aria-label={label === undefined ? undefined : t('calendar.named', { label, day: words })}
        className={cn(
          'flex min-w-0 items-center gap-2 tabular-nums',
          look === 'field' &&
            'h-(--control) w-full rounded-lg border border-input bg-surface px-2.5 focus-edge aria-invalid:border-destructive',
          look === 'quiet' &&
            '-mx-1.5 h-[var(--property,28px)] rounded-sm px-1.5 hover:bg-accent data-[state=open]:bg-accent',
          className,
        )}
      >
        <Calendar aria-hidden className="text-muted-foreground" />
        <span className={cn('truncate', day === null && 'text-muted-foreground')}>{words}</span>
      </PopoverTrigger>
      <PopoverContent className="p-2" aria-label={t('calendar.choose')}>
        <div className="mb-1 flex gap-1">
          {shortcuts.map((shortcut) => (
            <Button
              key={shortcut.label}
              size="sm"
              variant="ghost"
              className="flex-1 px-1.5"
              onClick={() => choose(shortcut.day)}
            >
              {shortcut.label}
            </Button>
          ))}
        </div>
        <DayPicker value={day} onChange={choose} />
        {onTimeChange === undefined && !isClearable ? null : (
          <div className="mt-1 flex items-center gap-2 border-t border-hairline pt-2 dark:border-border">
            {onTimeChange === undefined ? null : (
              <label className="flex items-center gap-2 text-muted-foreground">
                <Clock aria-hidden className="icon-14" />
                <input
                  type="time"
                  aria-label={t('calendar.time')}
                  disabled={day === null}
                  defaultValue={time ?? ''}
                  onBlur={(event) => {
                    const next = event.target.value === '' ? null : event.target.value.slice(0, 5);
                    if (next !== time) onTimeChange(next);
                  }}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') setIsOpen(false);
                  }}
                  className="h-7 rounded-md border border-input bg-surface px-1.5 type-section tabular-nums text-foreground focus-edge disabled:opacity-45 [&::-webkit-calendar-picker-indicator]:hidden"
                />
              </label>
            )}
            {isClearable ? (
              <Button
                size="sm"
                variant="ghost"
                className="ml-auto"
                disabled={day === null}
                onClick={() => choose(null)}
              >
                {t('calendar.clear')}
              </Button>
            ) : null}
          </div>
        )}
      </PopoverContent>
    </Popover>
  );
}
