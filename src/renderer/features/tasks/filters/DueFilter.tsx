import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/Button.tsx';
import { DayField } from '../../../components/ui/DayField.tsx';
import { Popover, PopoverContent, PopoverTrigger } from '../../../components/ui/Popover.tsx';
import { formatDayMonth } from '../../../i18n/format.ts';
import { useToday } from '../../../lib/useToday.ts';
import { FilterTrigger } from '../../shell/FilterBar.tsx';
import { daysOfRange, type DayRange, DUES, rangeOfDays, type TaskSearch } from '../taskSearch.ts';
import { PickList } from './PickList.tsx';

interface DueFilterProps {
  value: TaskSearch['due'];
  onChange: (due: TaskSearch['due']) => void;
  className?: string | undefined;
}

type DueName = (typeof DUES)[number];
const isName = (value: string): value is DueName => DUES.some((name) => name === value);

/** Overdue, today, this week, none, or days from and to. */
export function DueFilter({ value, onChange, className }: DueFilterProps) {
  const { t } = useTranslation('tasks');
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  const range = value === undefined || isName(value) ? null : value;
  const words = value === undefined ? undefined : isName(value) ? t(`filter.due.${value}`) : rangeWords(value);
  function rangeWords(days: DayRange): string {
    const { from, to } = daysOfRange(days);
    const name = (day: string): string => formatDayMonth(day, today);
    if (from === null) return t('filter.due.until', { day: name(to ?? today) });
    if (to === null) return t('filter.due.since', { day: name(from) });
    return from === to ? name(from) : t('filter.due.between', { from: name(from), to: name(to) });
  }
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <FilterTrigger
          label={t('filter.dueLabel')}
          value={words}
          isFilled={value !== undefined}
          className={className}
        />
      </PopoverTrigger>
      <PopoverContent aria-label={t('filter.dueLabel')} className="w-64">
        <PickList
          label={t('filter.dueLabel')}
          placeholder={t('filter.find')}
          options={[
            { value: 'any', label: t('filter.any'), isPhrase: true },
            ...DUES.map((name) => ({ value: name, label: t(`filter.due.${name}`), isPhrase: true })),
          ]}
          chosen={new Set(value === undefined ? ['any'] : range === null ? [value] : [])}
          onPick={(next) => {
            setIsOpen(false);
            onChange(isName(next) ? next : undefined);
          }}
        />
        <DayRangeFields
          key={range}
          range={range}
          onChange={(next) => {
            setIsOpen(false);
            onChange(next);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function DayRangeFields({ range, onChange }: { range: DayRange | null; onChange: (range: DayRange) => void }) {
  const { t } = useTranslation('tasks');
  const days = range === null ? { from: null, to: null } : daysOfRange(range);
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const chosen = rangeOfDays(from, to);
  return (
    <div className="-mx-1 mt-1 grid grid-cols-2 gap-2 border-t border-hairline px-2.5 pt-2.5 pb-1.5 dark:border-border">
      {(
        [
          ['from', from, setFrom],
          ['to', to, setTo],
        ] as const
      ).map(([name, day, set]) => (
        <div key={name} className="min-w-0">
          <span aria-hidden className="type-meta text-muted-foreground">
            {t(`filter.due.${name}`)}
          </span>
          <DayField
            day={day}
            onChange={set}
            aria-label={t(`filter.due.${name}`)}
            placeholder={t('filter.due.open')}
            className="h-7 px-2 type-section [&>svg]:hidden"
          />
        </div>
      ))}
      <Button
        size="sm"
        className="col-span-2"
        disabled={chosen === null}
        onClick={() => {
          if (chosen !== null) onChange(chosen);
        }}
      >
        {t('filter.due.apply')}
      </Button>
    </div>
  );
}
