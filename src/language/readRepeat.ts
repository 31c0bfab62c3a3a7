import { lastOfMonth } from './calendar.ts';
import { compileAll, isAtEdge, type Span, withoutOverlaps } from './compile.ts';
import type { Language, RepeatForm } from './language.ts';
import { type Groups, monthNamed, numberNamed, unitNamed, weekdayNamed } from './readDay.ts';
import { type RuleParts, WEEKDAYS } from './rule.ts';

export interface FoundRepeat extends Span {
  readonly rule: RuleParts;
}

const formsOf = compileAll((language: Language) => language.repeats);
const countsOf = compileAll((language: Language) => [{ words: `,?~${language.count}` }]);

/** The repetitions that a text asks for, in its order. `text` as `foldText` gives it. */
export function findRepeats(text: string, languages: readonly Language[]): FoundRepeat[] {
  const found: FoundRepeat[] = [];
  for (const language of languages) {
    for (const { pattern, ...form } of formsOf(language)) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        if (form.atEdge === true && !isAtEdge(text, end, language)) continue;
        const rule = ruleOf(form, match.groups ?? {}, language);
        if (rule === null) continue;
        const count = countAfter(text, end, language);
        found.push({
          rule: count === null ? rule : { ...rule, end: { count: count.count } },
          start: match.index,
          end: count?.end ?? end,
        });
      }
    }
  }
  return withoutOverlaps(found);
}

/** "…, 5 times" right after it. */
function countAfter(text: string, end: number, language: Language): { count: number; end: number } | null {
  for (const { pattern } of countsOf(language)) {
    for (const match of text.matchAll(pattern)) {
      const count = Number(match.groups?.['times']);
      if (match.index < end || text.slice(end, match.index).trim().replace(',', '') !== '' || count < 1) continue;
      return { count, end: match.index + match[0].length };
    }
  }
  return null;
}

/** What the form says. What it leaves open (the day of "every month") goes by the task's date. */
function ruleOf(form: RepeatForm, groups: Groups, language: Language): RuleParts | null {
  const unit = form.unit ?? (groups['unit'] === undefined ? null : unitNamed(groups['unit'], language));
  if (unit === 'minute' || unit === 'hour') return null;
  const count = (form.count ?? intervalOf(groups, language)) * (unit === 'quarter' ? 3 : 1);
  const days = form.days?.split(',') ?? daysOf(groups['list'], language);
  const numbers = form.numbers ?? groups['numbers'];
  if (count < 1 || count > 999) return null;

  if (groups['ordinal'] !== undefined && groups['anyWeekday'] !== undefined) {
    const weekday = WEEKDAYS[weekdayNamed(groups['anyWeekday'], language)];
    const ordinal = ordinalNamed(groups['ordinal'], language);
    if (weekday === undefined || (unit !== null && unit !== 'month' && unit !== 'quarter')) return null;
    return { unit: 'month', interval: count, on: { weekday, ordinal } };
  }
  if (groups['month'] !== undefined) {
    const month = monthNamed(groups['month'], language);
    const day = Number(groups['day']);
    return month === 0 || day < 1 || day > lastOfMonth(2024, month) ? null : { unit: 'year', interval: 1, month, day };
  }
  if (form.position !== undefined) return { unit: 'month', interval: count, on: 'lastWorkday' };
  if (days !== null) {
    if (unit !== null && unit !== 'week') return null;
    return { unit: 'week', interval: count, weekdays: days };
  }
  if (numbers !== undefined) {
    const monthDays = [...numbers.matchAll(/-?\d+/gu)].map(([number]) => Number(number));
    if ((unit ?? 'month') !== 'month' && unit !== 'quarter') return null;
    if (monthDays.some((day) => day === 0 || day > 31)) return null;
    return { unit: 'month', interval: count, monthDays };
  }
  if (unit === null) return null;
  return { unit: unit === 'quarter' ? 'month' : unit, interval: count };
}

function intervalOf(groups: Groups, language: Language): number {
  const other = groups['other'];
  if (other === undefined) return numberNamed(groups['n'], language.numbers);
  const ordinal = ordinalNamed(other, language);
  return ordinal > 1 ? ordinal : 2;
}

function ordinalNamed(word: string, { ordinals }: Language): number {
  const found = Object.entries(ordinals).find(([words]) => new RegExp(`^(?:${words})$`, 'iu').test(word));
  return found?.[1] ?? 1;
}

function daysOf(list: string | undefined, language: Language): string[] | null {
  if (list === undefined) return null;
  const indices = [...list.matchAll(/[\p{L}]+/gu)]
    .map(([word]) => weekdayNamed(word, language))
    .filter((index) => index !== -1);
  return WEEKDAYS.filter((_, index) => indices.includes(index));
}
