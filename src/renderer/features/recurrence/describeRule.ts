import { formatDayMonth, todayDay, weekdayNames, weekdayNamesLong } from '../../i18n/format.ts';
import { i18n, t } from '../../i18n/i18n.ts';
import { readRule, type RuleParts, WEEKDAYS, WORKDAYS } from '../../../language/rule.ts';

/** A rule in words: "Every 2 weeks on Mon and Thu, until 3 Dec". One that says more than that is named as such. */
export function describeRule(rule: string, today = todayDay()): string {
  const parts = readRule(rule);
  return parts === null ? t('repeat:other') : describeRuleParts(parts, today);
}

export function describeRuleParts(parts: RuleParts, today: string): string {
  const words = describeDays(parts);
  if (parts.end === undefined) return words;
  return 'count' in parts.end
    ? t('repeat:times', { rule: words, count: parts.end.count })
    : t('repeat:until', { rule: words, day: formatDayMonth(parts.end.until, today) });
}

function describeDays(parts: RuleParts): string {
  const { unit, interval: count } = parts;
  switch (unit) {
    case 'day':
      return t('repeat:day', { count });
    case 'week': {
      if (parts.weekdays === undefined) return t('repeat:plain.week', { count });
      if (count === 1 && parts.weekdays.join() === WORKDAYS.join()) return t('repeat:weekdays');
      return t('repeat:week', { count, on: nameWeekdays(parts.weekdays) });
    }
    case 'month': {
      const on = daysOfMonth(parts);
      return on === null ? t('repeat:plain.month', { count }) : t('repeat:month', { count, on });
    }
    case 'year': {
      if (parts.month === undefined || parts.day === undefined) return t('repeat:plain.year', { count });
      const pad = (value: number): string => String(value).padStart(2, '0');
      // A leap year, for 29 February.
      const day = `2024-${pad(parts.month)}-${pad(parts.day)}`;
      return t('repeat:year', { count, on: formatDayMonth(day, day) });
    }
  }
}

function daysOfMonth({ monthDays, on }: RuleParts): string | null {
  if (on === 'lastWorkday') return t('repeat:the', { day: t('repeat:lastWorkday') });
  if (on !== undefined) {
    const which = (['last', 'first', 'second', 'third', 'fourth', 'fifth'] as const)[Math.max(0, on.ordinal)] ?? 'last';
    const day = t('repeat:onWeekday', { which: t(`repeat:which.${which}`), weekday: nameWeekdays([on.weekday]) });
    return t('repeat:the', { day });
  }
  if (monthDays === undefined) return null;
  return t('repeat:the', { day: list(monthDays.map(nameMonthDay)) });
}

const nameMonthDay = (day: number): string =>
  // The 31st is a shorter month's last day.
  day === -1 || day === 31 ? t('repeat:lastDay') : t('repeat:nth', { count: day, ordinal: true });

/** `Mon` of `MO`. */
export const nameWeekday = (weekday: string): string => weekdayNames()[WEEKDAYS.indexOf(weekday)] ?? weekday;

/** One by its whole name, several shorter: "Mon and Thu". */
function nameWeekdays(weekdays: readonly string[]): string {
  const [only, second] = weekdays;
  if (only === undefined || second !== undefined) return list(weekdays.map(nameWeekday));
  return weekdayNamesLong()[WEEKDAYS.indexOf(only)] ?? only;
}

const list = (words: readonly string[]): string =>
  new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words);
