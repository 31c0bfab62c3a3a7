import { t } from './i18n.ts';

/** The user's region where it speaks the catalogue's language; British otherwise, as the design is drawn. */
const locale = navigator.languages.find((language) => /^en\b/iu.test(language)) ?? 'en-GB';
const NO_BREAK_SPACE = '\u00a0';

const formats = {
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'short' }),
  weekdayLong: new Intl.DateTimeFormat(locale, { weekday: 'long' }),
  heading: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }),
  dayMonth: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
  dayMonthYear: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
  dayMonthLong: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }),
  dayMonthYearLong: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
  dayFull: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }),
  time: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
  second: new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }),
  number: new Intl.NumberFormat(locale),
  tenths: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
};

/** No break between a day and its month. */
const together = (text: string): string => text.replaceAll(' ', NO_BREAK_SPACE);

/** Local noon of a `YYYY-MM-DD` day, so that no daylight saving moves it. */
export function dateOfDay(day: string): Date {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const result = new Date(2000, 0, 1, 12);
  result.setFullYear(year, month - 1, date);
  return result;
}

/** The local day of a moment, `YYYY-MM-DD`. */
export function dayOf(moment: number | Date): string {
  const date = new Date(moment);
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

export const todayDay = (): string => dayOf(Date.now());

/** The day `count` days after (before, if negative) another one. */
export function addDays(day: string, count: number): string {
  const date = dateOfDay(day);
  date.setDate(date.getDate() + count);
  return dayOf(date);
}

/** The Sunday that ends the week of a day. */
export function endOfWeek(day: string): string {
  return addDays(day, (7 - dateOfDay(day).getDay()) % 7);
}

const sameYear = (one: string, other: string): boolean => one.slice(0, 4) === other.slice(0, 4);

/** `Today`, `Yesterday`, `Thu 26 Nov`; another year as `26 Nov 2027`. */
export function formatDay(day: string, today: string): string {
  if (day === today) return t('day.today');
  if (day === addDays(today, -1)) return t('day.yesterday');
  const date = dateOfDay(day);
  if (!sameYear(day, today)) return together(formats.dayMonthYear.format(date));
  return together(`${formats.weekday.format(date)} ${formats.dayMonth.format(date)}`);
}

/** `26 Nov`, where there is little room: an aside. Another year as `26 Nov 2027`. */
export function formatDayMonth(day: string, today: string): string {
  return together((sameYear(day, today) ? formats.dayMonth : formats.dayMonthYear).format(dateOfDay(day)));
}

/** A due date in a list: its time where it is today and has one. */
export function formatDue(day: string, time: string | null, today: string): string {
  return day === today && time !== null ? formatTimeOfDay(time) : formatDay(day, today);
}

/** A due date with room: `Today, 19 November`, `Thu 26 Nov, 15:00`. */
export function formatDueLong(day: string, time: string | null, today: string): string {
  const date = dateOfDay(day);
  const words =
    day === today
      ? t('day.todayLong', { day: together(formats.dayMonthLong.format(date)) })
      : sameYear(day, today)
        ? together(`${formats.weekday.format(date)} ${formats.dayMonthLong.format(date)}`)
        : together(formats.dayMonthYearLong.format(date));
  return time === null ? words : t('day.withTime', { day: words, time: formatTimeOfDay(time) });
}

/** `Thursday 19 November`: the date under which the day begins. */
export const formatDayHeading = (day: string): string => formats.heading.format(dateOfDay(day));

/** `Thursday 19 November 2026`, for screen readers. */
export const formatDayFull = (day: string): string => formats.dayFull.format(dateOfDay(day));

/** `18 November 2026`: when something was made. */
export const formatDate = (moment: number): string => together(formats.dayMonthYearLong.format(moment));

/** `November 2026` of any day in it. */
export const formatMonth = (day: string): string => formats.month.format(dateOfDay(day));

/** Short names of the weekdays from Monday. */
export const weekdayNames = (): string[] =>
  Array.from({ length: 7 }, (_, index) => formats.weekday.format(new Date(2024, 0, 1 + index, 12)));

/** Their whole names. */
export const weekdayNamesLong = (): string[] =>
  Array.from({ length: 7 }, (_, index) => formats.weekdayLong.format(new Date(2024, 0, 1 + index, 12)));

/** `15:00` of an `HH:mm`. */
export function formatTimeOfDay(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return together(formats.time.format(new Date(2000, 0, 1, hours, minutes)));
}

export const formatTime = (moment: number): string => together(formats.time.format(moment));

/** When something happened, short: `15:00` today, `Yesterday`, `Mon` in the last week, then `12 Nov`. */
export function formatMoment(moment: number, today: string): string {
  const day = dayOf(moment);
  if (day === today) return formatTime(moment);
  if (day === addDays(today, -1)) return t('day.yesterday');
  if (day > addDays(today, -7) && day < today) return formats.weekday.format(moment);
  return together((sameYear(day, today) ? formats.dayMonth : formats.dayMonthYear).format(moment));
}

/** When something happened, with its time: `Today 08:12`, `Yesterday 17:40`, `12 Nov 17:40`. */
export function formatMomentLong(moment: number, today: string): string {
  const day = dayOf(moment);
  const words =
    day === today
      ? t('day.today')
      : day === addDays(today, -1)
        ? t('day.yesterday')
        : together((sameYear(day, today) ? formats.dayMonth : formats.dayMonthYear).format(moment));
  return `${words}${NO_BREAK_SPACE}${formatTime(moment)}`;
}

/** The same inside a sentence: `today, 08:12`, `yesterday, 17:40`, `12 Nov, 17:40`. */
export function formatMomentInline(moment: number, today: string): string {
  const day = dayOf(moment);
  const words =
    day === today
      ? t('day.todayInline')
      : day === addDays(today, -1)
        ? t('day.yesterdayInline')
        : together((sameYear(day, today) ? formats.dayMonth : formats.dayMonthYear).format(moment));
  return t('day.withTime', { day: words, time: formatTime(moment) });
}

/** The day of a moment, written out: `19 November`; another year as `19 November 2025`. */
export function formatDayLong(moment: number): string {
  const format = sameYear(dayOf(moment), todayDay()) ? formats.dayMonthLong : formats.dayMonthYearLong;
  return together(format.format(moment));
}

/** To the second, for details to copy. */
export const formatMomentExact = (moment: number): string => formats.second.format(moment);

/**
 * A figure of somebody else's, which may be anything: `2026` stays a year, `12,500` is grouped, and what is beyond all
 * measure is written in powers of ten.
 */
export function formatQuantity(value: number, decimals: number): string {
  const size = Math.abs(value);
  const options: Intl.NumberFormatOptions =
    size >= 1e15 || (size > 0 && size < 1e-4)
      ? { notation: 'scientific', maximumSignificantDigits: 4 }
      : { useGrouping: 'min2', minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locale, options).format(value);
}

/** The same at a chart's axis, where there is little room: `200K`. */
export function formatTick(value: number, decimals: number): string {
  if (Math.abs(value) < 1e5) return formatQuantity(value, decimals);
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 4 }).format(value);
}

export const formatNumber = (value: number): string => formats.number.format(value);

/** `0.6 s`, `12 ms`, from milliseconds. */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 100
    ? t('duration.milliseconds', { milliseconds: formatNumber(Math.round(milliseconds)) })
    : t('duration.seconds', { seconds: formats.tenths.format(milliseconds / 1000) });
}

/** Words as one list: "one, two and three". */
export function formatList(words: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}
