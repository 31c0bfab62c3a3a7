import type { BriefKey } from '../../../contracts/brief.ts';
import { addDays, formatDay, formatDayMonth } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';

/** `Daily brief` of today, `Daily brief, Thu 19 Nov` of another day, `Weekly review, 16 Nov to 22 Nov`. */
export function briefTitle({ kind, day }: BriefKey, today: string): string {
  if (kind === 'day')
    return day === today ? t('home:brief.day') : t('home:brief.ofDay', { day: formatDay(day, today) });
  return t('home:brief.ofWeek', { from: formatDayMonth(day, today), to: formatDayMonth(addDays(day, 6), today) });
}
