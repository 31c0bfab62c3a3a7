import { dateOfDay } from '../../i18n/format.ts';

/** Whole days from one day to another, whatever daylight saving does between them. */
export function daysUntil(day: string, today: string): number {
  return Math.round((dateOfDay(day).getTime() - dateOfDay(today).getTime()) / 86_400_000);
}
