import { RRuleTemporal } from 'rrule-temporal';
import { z } from 'zod';
import { parseRule, type RuleParts, writeRule } from './rule.ts';

/**
 * Days are midnights in UTC for the library, which has neither time zones nor daylight saving: no clock can move a day.
 * "rrule-temporal" gives up after 10,000 periods without an occurrence.
 */
function compute(parts: RuleParts, start: string, changes: Readonly<Record<string, string>> = {}): RRuleTemporal {
  return new RRuleTemporal({
    rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${writeRule(parts, changes)}`,
  });
}

const timeOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The day of an occurrence; null after the year 9999. */
function dayOf(occurrence: { toString(): string } | null): string | null {
  const day = occurrence?.toString().slice(0, 10) ?? '';
  return /^\d{4}-\d\d-\d\d$/u.test(day) ? day : null;
}

/** Asks the library; a rule that never comes true (30 February) is like one that is over. */
function ask(read: () => { toString(): string } | null): string | null {
  try {
    return dayOf(read());
  } catch {
    return null;
  }
}

/**
 * The first day of a rule after a day, where the rule began on `start` (RFC 5545's DTSTART: COUNT and INTERVAL go by it).
 * @returns null where there is none: the rule is over, never comes true, or is no rule.
 */
export function nextOccurrence(rule: string, start: string, after: string): string | null {
  const parts = parseRule(rule);
  return parts === null ? null : ask(() => compute(parts, start).next(timeOf(after), false));
}

/** The last day of a rule up to and with a day. null where there is none. */
export function lastOccurrence(rule: string, start: string, upTo: string): string | null {
  const parts = parseRule(rule);
  return parts === null ? null : ask(() => compute(parts, start).previous(timeOf(upTo), true));
}

/**
 * The day a rule begins that has no day yet: its first from a day on. "Every 2 weeks on Monday" begins next Monday,
 * whatever week that is, so INTERVAL does not count here.
 */
export function firstOccurrence(rule: string, from: string): string | null {
  const parts = parseRule(rule);
  return parts === null ? null : ask(() => compute(parts, from, { INTERVAL: '1' }).next(timeOf(from), true));
}

/** The first days of a rule that begins at or after `from`; fewer than `count` where it ends before. */
export function listOccurrences(rule: string, from: string, count: number): string[] {
  const days: string[] = [];
  const start = firstOccurrence(rule, from);
  for (let day = start; start !== null && day !== null && days.length < count;) {
    days.push(day);
    day = nextOccurrence(rule, start, day);
  }
  return days;
}

/**
 * Refuses what is no rule, goes below days, or has no day at all.
 * @throws ZodError with the problem `notARule` at `path`
 */
export function checkRule(rule: string, from: string, path: readonly string[] = ['recurrence']): void {
  if (firstOccurrence(rule, from) !== null) return;
  throw new z.ZodError([{ code: 'custom', path: [...path], message: 'notARule', input: rule }]);
}
