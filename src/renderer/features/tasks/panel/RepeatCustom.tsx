import { ToggleGroup } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/Button.tsx';
import { DayField } from '../../../components/ui/DayField.tsx';
import { Input } from '../../../components/ui/Input.tsx';
import { Select } from '../../../components/ui/Select.tsx';
import { addDays } from '../../../i18n/format.ts';
import { useToday } from '../../../lib/useToday.ts';
import { describeRuleParts, nameWeekday } from '../../recurrence/describeRule.ts';
import { type RuleParts, type RuleUnit, settleRule, WEEKDAYS, writeRule } from '../../../../language/rule.ts';
import { RepeatPreview } from './RepeatPreview.tsx';

const UNITS: readonly RuleUnit[] = ['day', 'week', 'month', 'year'];
const ENDS = ['never', 'until', 'count'] as const;

interface RepeatCustomProps {
  /** The task's day, which says what a rule leaves open. */
  day: string;
  initial: RuleParts;
  onBack: () => void;
  onSet: (rule: string) => void;
}

/** A rule put together: how often, on which weekdays, until when. */
export function RepeatCustom({ day, initial, onBack, onSet }: RepeatCustomProps) {
  const { t } = useTranslation('repeat');
  const today = useToday();
  const [parts, setParts] = useState(initial);
  const [interval, setInterval] = useState(String(initial.interval));
  const count = Number(interval);
  const isWhole = Number.isInteger(count) && count >= 1 && count <= 999;
  const rule = settleRule({ ...parts, interval: isWhole ? count : 1 }, day);
  const text = writeRule(rule);
  const { end } = rule;
  const ending = end === undefined ? 'never' : 'count' in end ? 'count' : 'until';

  const setUnit = (unit: RuleUnit): void => {
    const { interval: kept, end: keptEnd } = parts;
    setParts({ unit, interval: kept, ...(keptEnd === undefined ? {} : { end: keptEnd }) });
  };
  const setEnd = (next: RuleParts['end']): void => {
    const { end: _end, ...rest } = parts;
    setParts(next === undefined ? rest : { ...rest, end: next });
  };

  return (
    <form
      className="grid gap-3 p-2"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (isWhole) onSet(text);
      }}
    >
      <div className="flex items-center gap-2">
        <span className="flex-none">{t('every')}</span>
        <Input
          type="number"
          min={1}
          max={999}
          value={interval}
          aria-label={t('interval')}
          aria-invalid={isWhole ? undefined : true}
          onChange={(event) => setInterval(event.target.value)}
          className="w-16 flex-none tabular-nums"
        />
        <Select
          aria-label={t('unit.label')}
          value={rule.unit}
          onChange={setUnit}
          options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`, { count: isWhole ? count : 1 }) }))}
        />
      </div>
      {rule.unit === 'week' ? (
        <ToggleGroup.Root
          type="multiple"
          aria-label={t('onDays')}
          value={[...(rule.weekdays ?? [])]}
          onValueChange={(chosen) => {
            // At least one stays.
            if (chosen.length > 0) setParts({ ...parts, weekdays: WEEKDAYS.filter((name) => chosen.includes(name)) });
          }}
          className="flex gap-1"
        >
          {WEEKDAYS.map((name) => (
            <ToggleGroup.Item
              key={name}
              value={name}
              className="h-7 min-w-0 flex-1 rounded-md border border-input type-meta transition-state hover:bg-accent data-[state=on]:border-text-slate data-[state=on]:bg-text-slate data-[state=on]:text-surface"
            >
              {nameWeekday(name)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup.Root>
      ) : null}
      <div className="flex items-center gap-2">
        <span className="flex-none">{t('ends.label')}</span>
        <Select
          aria-label={t('ends.label')}
          value={ending}
          options={ENDS.map((value) => ({ value, label: t(`ends.${value}`) }))}
          onChange={(value) =>
            setEnd(value === 'never' ? undefined : value === 'count' ? { count: 10 } : { until: addDays(day, 90) })
          }
        />
      </div>
      {end === undefined ? null : 'count' in end ? (
        <div className="flex items-center gap-2">
          <Input
            type="number"
            min={1}
            max={999}
            value={end.count}
            aria-label={t('ends.times')}
            onChange={(event) => setEnd({ count: Math.min(999, Math.max(1, Math.trunc(Number(event.target.value)))) })}
            className="w-20 tabular-nums"
          />
          <span className="text-muted-foreground">{t('ends.timesUnit', { count: end.count })}</span>
        </div>
      ) : (
        <DayField
          aria-label={t('ends.lastDay')}
          day={end.until}
          isClearable={false}
          onChange={(until) => {
            if (until !== null) setEnd({ until });
          }}
        />
      )}
      <div>
        <p className="text-pretty">{describeRuleParts(rule, today)}</p>
        <RepeatPreview rule={text} day={day} />
      </div>
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onBack}>
          {t('back')}
        </Button>
        <Button size="sm" type="submit" disabled={!isWhole}>
          {t('set')}
        </Button>
      </div>
    </form>
  );
}
