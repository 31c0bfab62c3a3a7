import { addDays, weekdayOf } from '../../language/calendar.ts';
import { readRule, type RuleParts, type RuleUnit, WEEKDAYS, WORKDAYS } from '../../language/rule.ts';

/** How a language names days. */
export interface DayNames {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  /** From Monday. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** "Monday 7 December", without the year. */
  readonly date: (weekday: string, day: number, month: string) => string;
}

/** Says a day as one does: a near one by its name, another year with the year. */
export function sayDay(names: DayNames): (day: string, today: string) => string {
  return (day, today) => {
    if (day === today) return names.today;
    if (day === addDays(today, 1)) return names.tomorrow;
    if (day === addDays(today, -1)) return names.yesterday;
    const weekday = names.weekdays[weekdayOf(day)] ?? '';
    if (day > today && day <= addDays(today, 6)) return weekday;
    const date = names.date(weekday, Number(day.slice(8)), names.months[Number(day.slice(5, 7)) - 1] ?? '');
    return day.slice(0, 4) === today.slice(0, 4) ? date : `${date} ${day.slice(0, 4)}`;
  };
}

/** How a language says what repeats. Weekdays and months are numbers: 0 is Monday, 0 is January. */
export interface RuleWords {
  /** "every day", "every 2 weeks". */
  readonly every: (unit: RuleUnit, count: number) => string;
  readonly everyWorkday: string;
  /** "every Monday and Thursday". */
  readonly everyWeekday: (weekdays: readonly number[]) => string;
  /** After `every`: "on Monday and Thursday". */
  readonly onWeekdays: (weekdays: readonly number[]) => string;
  /** "on the 15th", "on the last day" (-1). */
  readonly onDays: (days: readonly number[]) => string;
  /** "on the last Friday" (-1). */
  readonly onNth: (ordinal: number, weekday: number) => string;
  readonly onLastWorkday: string;
  readonly onDate: (day: number, month: number) => string;
  readonly until: (day: string, today: string) => string;
  readonly times: (count: number) => string;
  /** For a rule that says more than these words can. */
  readonly other: string;
}

/** Says an RFC 5545 rule: "every 2 weeks on Monday, until Friday 4 December". */
export function sayRule(words: RuleWords): (rule: string, today: string) => string {
  return (rule, today) => {
    const parts = readRule(rule);
    if (parts === null) return words.other;
    const { end } = parts;
    if (end === undefined) return sayParts(parts, words);
    return `${sayParts(parts, words)}, ${'count' in end ? words.times(end.count) : words.until(end.until, today)}`;
  };
}

function sayParts(parts: RuleParts, words: RuleWords): string {
  const { unit, interval, weekdays, monthDays, on, month, day } = parts;
  const every = words.every(unit, interval);
  if (weekdays !== undefined) {
    const days = weekdays.map((weekday) => WEEKDAYS.indexOf(weekday));
    if (interval > 1) return `${every} ${words.onWeekdays(days)}`;
    return weekdays.join() === WORKDAYS.join() ? words.everyWorkday : words.everyWeekday(days);
  }
  if (monthDays !== undefined) return `${every} ${words.onDays(monthDays.map((one) => (one === 31 ? -1 : one)))}`;
  if (on === 'lastWorkday') return `${every} ${words.onLastWorkday}`;
  if (on !== undefined) return `${every} ${words.onNth(on.ordinal, WEEKDAYS.indexOf(on.weekday))}`;
  return month === undefined || day === undefined ? every : `${every} ${words.onDate(day, month - 1)}`;
}

/** "a, b and c" */
export function listed(words: readonly string[], and: string): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** "1 task", "2 tasks" */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Parts of a line, those that there are. */
export function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}
