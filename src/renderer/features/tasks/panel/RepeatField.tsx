import { Check, Repeat } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { menuItem } from '../../../components/ui/menuStyles.ts';
import { Popover, PopoverContent, PopoverTrigger } from '../../../components/ui/Popover.tsx';
import { dateOfDay } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';
import { useToday } from '../../../lib/useToday.ts';
import { describeRule, describeRuleParts } from '../../recurrence/describeRule.ts';
import { readRule, type RuleParts, settleRule, WORKDAYS, writeRule } from '../../../../language/rule.ts';
import { RepeatCustom } from './RepeatCustom.tsx';
import { RepeatPreview } from './RepeatPreview.tsx';

interface RepeatFieldProps {
  task: Pick<Task, 'recurrence' | 'dueDate'>;
  /** An RFC 5545 rule, or null for a task that does not repeat any more. */
  onChange: (rule: string | null) => void;
}

/** How a task repeats, in words; chosen from what people usually want, or put together. */
export function RepeatField({ task, onChange }: RepeatFieldProps) {
  const { t } = useTranslation('repeat');
  const today = useToday();
  const [isOpen, setIsOpen] = useState(false);
  const [isCustom, setIsCustom] = useState(false);
  const day = task.dueDate ?? today;
  const words = task.recurrence === null ? t('none') : describeRule(task.recurrence, today);
  const rules = presets(day);
  const isPreset = task.recurrence === null || rules.some((rule) => writeRule(rule) === task.recurrence);
  const choose = (rule: string | null): void => {
    if (rule !== task.recurrence) onChange(rule);
    setIsOpen(false);
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        if (next) setIsCustom(!isPreset);
      }}
    >
      <PopoverTrigger
        aria-label={`${t('name')}: ${words}`}
        className="-mx-1.5 flex h-[var(--property,28px)] min-w-0 items-center gap-2 rounded-sm px-1.5 hover:bg-accent data-[state=open]:bg-accent"
      >
        <Repeat aria-hidden className="text-muted-foreground" />
        <span className={cn('truncate', task.recurrence === null && 'text-muted-foreground')}>{words}</span>
      </PopoverTrigger>
      <PopoverContent aria-label={t('name')} className="w-72">
        {isCustom ? (
          <RepeatCustom
            day={day}
            initial={(task.recurrence === null ? null : readRule(task.recurrence)) ?? settleRule(WEEKLY, day)}
            onBack={() => setIsCustom(false)}
            onSet={choose}
          />
        ) : (
          <>
            <ul>
              <Preset label={t('none')} isChosen={task.recurrence === null} onChoose={() => choose(null)} />
              {rules.map((parts) => {
                const rule = writeRule(parts);
                return (
                  <Preset
                    key={rule}
                    label={describeRuleParts(parts, today)}
                    isChosen={rule === task.recurrence}
                    onChoose={() => choose(rule)}
                  />
                );
              })}
              <Preset label={t('custom')} isChosen={!isPreset} onChoose={() => setIsCustom(true)} />
            </ul>
            {task.recurrence === null ? null : (
              <RepeatPreview rule={task.recurrence} day={day} className="px-2.5 py-2" />
            )}
          </>
        )}
      </PopoverContent>
    </Popover>
  );
}

const WEEKLY: RuleParts = { unit: 'week', interval: 1 };

/** What people usually want, by the task's day. */
function presets(day: string): RuleParts[] {
  return [
    { unit: 'day', interval: 1 },
    { unit: 'week', interval: 1, weekdays: WORKDAYS },
    settleRule(WEEKLY, day),
    settleRule({ unit: 'week', interval: 2 }, day),
    settleRule({ unit: 'month', interval: 1 }, day),
    // On a 31st that is the same.
    ...(dateOfDay(day).getDate() === 31 ? [] : [{ unit: 'month', interval: 1, monthDays: [-1] } as const]),
    settleRule({ unit: 'year', interval: 1 }, day),
  ];
}

function Preset({ label, isChosen, onChoose }: { label: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <li>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className={cn(menuItem, 'text-left hover:bg-accent focus-inset dark:hover:bg-secondary')}
      >
        <span className="truncate">{label}</span>
        {isChosen ? <Check aria-hidden className="icon-14 ml-auto" /> : null}
      </button>
    </li>
  );
}
