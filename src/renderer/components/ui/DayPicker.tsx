import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dateOfDay, formatDayFull, formatMonth, weekdayNames } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { IconButton } from './IconButton.tsx';

interface DayPickerProps {
  value: string | null;
  onChange: (day: string) => void;
}

const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';
const clamp = (day: string): string =>
  day < FIRST_DAY || !/^\d{4}-/u.test(day) ? (day < FIRST_DAY ? FIRST_DAY : LAST_DAY) : day;

/** One month, weeks from Monday; arrows, Page Up and Down, Home and End move, Enter chooses. */
export function DayPicker({ value, onChange }: DayPickerProps) {
  const { t } = useTranslation();
  const today = useToday();
  const [current, setCurrent] = useState(value ?? today);
  const currentButton = useRef<HTMLButtonElement>(null);
  const isMovingByKey = useRef(false);
  const month = current.slice(0, 7);
  const first = `${month}-01`;
  const start = addDays(first, -((dateOfDay(first).getDay() + 6) % 7));

  useEffect(() => {
    if (isMovingByKey.current) currentButton.current?.focus();
    isMovingByKey.current = false;
  }, [current]);

  const move = (day: string): void => {
    isMovingByKey.current = true;
    setCurrent(clamp(day));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const weekday = (dateOfDay(current).getDay() + 6) % 7;
    const moves: Partial<Record<string, () => string>> = {
      ArrowLeft: () => addDays(current, -1),
      ArrowRight: () => addDays(current, 1),
      ArrowUp: () => addDays(current, -7),
      ArrowDown: () => addDays(current, 7),
      Home: () => addDays(current, -weekday),
      End: () => addDays(current, 6 - weekday),
      PageUp: () => addMonths(current, -1),
      PageDown: () => addMonths(current, 1),
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    move(next());
  };

  return (
    <div className="w-59">
      <div className="flex h-8 items-center gap-1">
        <span aria-live="polite" className="mr-auto pl-2 type-section font-semibold">
          {formatMonth(first)}
        </span>
        <IconButton size="row" label={t('calendar.previous')} onClick={() => setCurrent(clamp(addMonths(current, -1)))}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton size="row" label={t('calendar.next')} onClick={() => setCurrent(clamp(addMonths(current, 1)))}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <div role="grid" aria-label={formatMonth(first)} onKeyDown={onKeyDown}>
        <div role="row" className="grid grid-cols-7">
          {weekdayNames().map((name) => (
            <span
              key={name}
              role="columnheader"
              className="grid h-7 place-items-center type-meta text-muted-foreground"
            >
              {name.slice(0, 2)}
            </span>
          ))}
        </div>
        {Array.from({ length: 6 }, (_, week) => (
          <div key={week} role="row" className="grid grid-cols-7">
            {Array.from({ length: 7 }, (__, weekday) => {
              const day = clamp(addDays(start, week * 7 + weekday));
              const isCurrent = day === current;
              return (
                <span key={weekday} role="gridcell" aria-selected={day === value}>
                  <button
                    ref={isCurrent ? currentButton : undefined}
                    type="button"
                    tabIndex={isCurrent ? 0 : -1}
                    aria-label={formatDayFull(day)}
                    aria-current={day === today ? 'date' : undefined}
                    onClick={() => onChange(day)}
                    className={cn(
                      'grid h-8 w-full place-items-center rounded-sm type-section tabular-nums hover:bg-accent focus-inset',
                      day.slice(0, 7) !== month && 'text-muted-foreground',
                      day === today &&
                        'font-semibold underline decoration-selected-edge decoration-2 underline-offset-4',
                      day === value &&
                        'bg-selected font-semibold hover:bg-selected dark:bg-secondary dark:hover:bg-secondary',
                    )}
                  >
                    {Number(day.slice(8))}
                  </button>
                </span>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The same day of another month, or that month's last one. */
function addMonths(day: string, count: number): string {
  const date = dateOfDay(day);
  const wanted = date.getDate();
  date.setDate(1);
  date.setMonth(date.getMonth() + count);
  const first = `${String(date.getFullYear()).padStart(4, '0')}-${String(date.getMonth() + 1).padStart(2, '0')}-01`;
  date.setMonth(date.getMonth() + 1, 0);
  return addDays(first, Math.min(wanted, date.getDate()) - 1);
}
