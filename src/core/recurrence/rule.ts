import { z } from 'zod';

/** A rule that days can be computed from: its parts by name, as they were written, in capitals. */
export type RuleParts = ReadonlyMap<string, string>;

const WEEKDAY = '(?:MO|TU|WE|TH|FR|SA|SU)';
const list = (item: string): RegExp => new RegExp(`^${item}(?:,${item}){0,99}$`, 'u');
const upTo = (max: number, { isSigned = false } = {}): ((value: string) => boolean) => {
  const pattern = list(isSigned ? '[+-]?\\d{1,3}' : '\\d{1,3}');
  return (value) =>
    pattern.test(value) &&
    value.split(',').every((item) => Math.abs(Number(item)) >= 1 && Math.abs(Number(item)) <= max);
};

/** RFC 5545, section 3.3.10, and RFC 7529's SKIP for the Gregorian calendar. Nothing below a day. */
const PARTS: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: (value) => /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/u.test(value),
  INTERVAL: (value) => /^[1-9]\d{0,3}$/u.test(value),
  COUNT: (value) => /^[1-9]\d{0,3}$/u.test(value),
  UNTIL: isUntil,
  BYDAY: (value) => list(`(?:[+-]?[1-9]\\d?)?${WEEKDAY}`).test(value),
  BYMONTHDAY: upTo(31, { isSigned: true }),
  BYYEARDAY: upTo(366, { isSigned: true }),
  BYWEEKNO: upTo(53, { isSigned: true }),
  BYMONTH: upTo(12),
  BYSETPOS: upTo(366, { isSigned: true }),
  WKST: (value) => new RegExp(`^${WEEKDAY}$`, 'u').test(value),
  RSCALE: (value) => value === 'GREGORIAN',
  SKIP: (value) => /^(?:OMIT|BACKWARD|FORWARD)$/u.test(value),
};

/**
 * Reads an RFC 5545 rule, without its `RRULE:`; small letters are taken as capitals. Days are computed, never times, so
 * `FREQ=HOURLY` or `BYHOUR` are refused.
 * @returns null where it is none.
 */
export function parseRule(rule: string): RuleParts | null {
  const parts = new Map<string, string>();
  for (const part of rule.trim().toUpperCase().split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    const isValid = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (isValid === undefined || rest.length > 0 || parts.has(name) || !isValid(value)) return null;
    parts.set(name, value);
  }
  return isSound(parts) ? parts : null;
}

/** What RFC 5545 forbids beside wrong values: which parts go together. */
function isSound(parts: RuleParts): boolean {
  const frequency = parts.get('FREQ');
  const has = (name: string): boolean => parts.has(name);
  if (frequency === undefined || (has('COUNT') && has('UNTIL')) || (has('SKIP') && !has('RSCALE'))) return false;
  if (frequency !== 'YEARLY' && (has('BYWEEKNO') || has('BYYEARDAY'))) return false;
  if (frequency === 'WEEKLY' && has('BYMONTHDAY')) return false;
  if (has('BYSETPOS') && !['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYMONTH'].some(has)) return false;
  // "The last Friday" is one of a month or a year, not of a week or a day.
  const hasOrdinals = /\d/u.test(parts.get('BYDAY') ?? '');
  return !hasOrdinals || ((frequency === 'MONTHLY' || frequency === 'YEARLY') && !has('BYWEEKNO'));
}

function isUntil(value: string): boolean {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/u.exec(value) ?? [];
  return z.iso.date().safeParse(`${year}-${month}-${day}`).success;
}

/** The rule as the library takes it, for days alone: an end within a day is the end of that day. */
export function writeRule(parts: RuleParts, changes: Readonly<Record<string, string>> = {}): string {
  return [...new Map([...parts, ...Object.entries(changes)])]
    .map(([name, value]) => `${name}=${name === 'UNTIL' ? value.slice(0, 8) : value}`)
    .join(';');
}
