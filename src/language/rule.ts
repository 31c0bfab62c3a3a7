import { weekdayOf } from './calendar.ts';

export const WEEKDAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
export const WORKDAYS: readonly string[] = WEEKDAYS.slice(0, 5);

export type RuleUnit = 'day' | 'week' | 'month' | 'year';

/** A rule as people say one: what the Repeat field offers and quick add understands. RFC 5545 can say more. */
export interface RuleParts {
  readonly unit: RuleUnit;
  readonly interval: number;
  /** Of `week`: two letters each, as RFC 5545 has them. */
  readonly weekdays?: readonly string[];
  /** Of `month`: days of it; -1 is the last. 29 to 31 fall on the last day of a month that is shorter. */
  readonly monthDays?: readonly number[];
  /** Of `month`: "the last Friday" is { weekday: 'FR', ordinal: -1 }. */
  readonly on?: { readonly weekday: string; readonly ordinal: number } | 'lastWorkday';
  /** Of `year`: 29 February falls on the 28th where there is none. */
  readonly month?: number;
  readonly day?: number;
  readonly end?: { readonly until: string } | { readonly count: number };
}

const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

/** Says of a rule which days it falls on, by the day it begins, where it leaves that open: "every month" on a 15th. */
export function settleRule(rule: RuleParts, day: string): RuleParts {
  switch (rule.unit) {
    case 'day':
      return rule;
    case 'week':
      return rule.weekdays === undefined ? { ...rule, weekdays: [WEEKDAYS[weekdayOf(day)] ?? 'MO'] } : rule;
    case 'month':
      return rule.monthDays === undefined && rule.on === undefined
        ? { ...rule, monthDays: [Number(day.slice(8))] }
        : rule;
    case 'year':
      return rule.month === undefined ? { ...rule, month: Number(day.slice(5, 7)), day: Number(day.slice(8)) } : rule;
  }
}

/**
 * The rule as RFC 5545 writes it. Days that not every month has become "the last of them that there is", so that the 31st
 * falls on the 30th or the 28th where a rule as such would leave the month out.
 */
export function writeRule(rule: RuleParts): string {
  const parts = [`FREQ=${FREQUENCIES[rule.unit]}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.unit === 'week' && rule.weekdays !== undefined) parts.push(`BYDAY=${rule.weekdays.join(',')}`);
  if (rule.unit === 'month') parts.push(...writeMonth(rule));
  if (rule.unit === 'year' && rule.month !== undefined && rule.day !== undefined) {
    parts.push(`BYMONTH=${rule.month}`, `BYMONTHDAY=${rule.month === 2 && rule.day === 29 ? -1 : rule.day}`);
  }
  if (rule.end !== undefined) {
    parts.push('count' in rule.end ? `COUNT=${rule.end.count}` : `UNTIL=${rule.end.until.replaceAll('-', '')}`);
  }
  return parts.join(';');
}

function writeMonth({ monthDays = [], on }: RuleParts): string[] {
  if (on === 'lastWorkday') return [`BYDAY=${WORKDAYS.join(',')}`, 'BYSETPOS=-1'];
  if (on !== undefined) return [`BYDAY=${on.ordinal}${on.weekday}`];
  const [only] = monthDays;
  if (only === undefined) return [];
  if (monthDays.length > 1 || (only < 29 && only > 0))
    return [`BYMONTHDAY=${monthDays.map((day) => (day === 31 ? -1 : day)).join(',')}`];
  if (only === 31 || only === -1) return ['BYMONTHDAY=-1'];
  const days = [28, 29, 30].filter((day) => day <= only);
  return [`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1'];
}

/** A rule in the parts that are offered; null for one that says more, or that is none. */
export function readRule(text: string): RuleParts | null {
  const given = new Map(
    text
      .toUpperCase()
      .split(';')
      .map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  );
  const take = (name: string): string | undefined => {
    const value = given.get(name);
    given.delete(name);
    return value;
  };
  const frequency = take('FREQ');
  const unit = (['day', 'week', 'month', 'year'] as const).find((name) => FREQUENCIES[name] === frequency);
  const interval = Number(take('INTERVAL') ?? 1);
  if (unit === undefined || !Number.isInteger(interval) || interval < 1) return null;
  const count = take('COUNT');
  const until = /^(\d{4})(\d\d)(\d\d)/u.exec(take('UNTIL') ?? '');
  take('WKST');
  const end =
    count !== undefined
      ? { end: { count: Number(count) } }
      : until !== null
        ? { end: { until: `${until[1]}-${until[2]}-${until[3]}` } }
        : {};
  const on = readOn(unit, take);
  return on === null || given.size > 0 ? null : { unit, interval, ...on, ...end };
}

function readOn(unit: RuleUnit, take: (name: string) => string | undefined): Partial<RuleParts> | null {
  const [days, monthDays, month, position] = [take('BYDAY'), take('BYMONTHDAY'), take('BYMONTH'), take('BYSETPOS')];
  const names = days?.split(',');
  if (unit === 'day') return [days, monthDays, month, position].every((part) => part === undefined) ? {} : null;
  if (unit === 'week') {
    if ((monthDays ?? month ?? position) !== undefined || names?.some((name) => !WEEKDAYS.includes(name)) === true)
      return null;
    return names === undefined ? {} : { weekdays: WEEKDAYS.filter((name) => names.includes(name)) };
  }
  if (unit === 'year') {
    if ((days ?? position) !== undefined || /,/u.test(month ?? '')) return null;
    if (month === undefined && monthDays === undefined) return {};
    const day = month === '2' && monthDays === '-1' ? 29 : Number(monthDays);
    return month === undefined || !(day >= 1) ? null : { month: Number(month), day };
  }
  if (month !== undefined || (days !== undefined && monthDays !== undefined)) return null;
  if (names !== undefined) {
    if (position === '-1' && names.join() === WORKDAYS.join()) return { on: 'lastWorkday' };
    const [, ordinal, weekday] = /^([+-]?\d)(\w\w)$/u.exec(days ?? '') ?? [];
    return position !== undefined || weekday === undefined ? null : { on: { weekday, ordinal: Number(ordinal) } };
  }
  const numbers = monthDays?.split(',').map(Number);
  if (position === undefined) return numbers === undefined ? {} : { monthDays: numbers };
  // "28,29,30" and the last of them: the 30th, or the last day of February.
  return position === '-1' && numbers?.[0] === 28 && numbers.every((day, index) => day === 28 + index)
    ? { monthDays: [28 + numbers.length - 1] }
    : null;
}
