import { foldLetters } from '../../../language/compile.ts';
import type { Priority } from '../../../contracts/task.ts';

/** Words for priorities in all the languages, without accents. */
const LEVELS: Readonly<Record<string, Priority>> = {
  ...levels('high', 'high top urgent urgently important asap critical p1'),
  ...levels(
    'high',
    'alta alto altissima massima urgente importante hoch hohe hoher hohem hohen dringend wichtig eilig',
  ),
  ...levels('medium', 'medium normal p2 media medio normale mittel mittlere mittlerer'),
  ...levels('low', 'low minor p3 bassa basso minima niedrig niedrige niedriger gering geringe geringer'),
};
const LEVEL = Object.keys(LEVELS).join('|');
/** Those that are not other words, too, in a list of things: "tv, radio, media". */
const LEVEL_ALONE =
  'high|top|urgent|urgently|important|asap|critical|p[1-3]|medium|normal|low|minor|alta|bassa|urgente|importante|hoch|niedrig|dringend|wichtig|eilig';
const PRIORITY = "prio(?:rity|rita'?|ritae?t)?";
const FORMS: readonly RegExp[] = [
  new RegExp(
    String.raw`[\s,;(–-]*\b(?:with |at |as |con |a |mit |von )?(?:an? |una )?(${LEVEL})[\s-]+${PRIORITY}(?![\p{L}])\)?`,
    'iu',
  ),
  new RegExp(String.raw`[\s,;(–-]*\b(?:con |a |mit )?${PRIORITY}\s*(?:(?:is|e|ist)\s+|[:=]\s*)?(${LEVEL})\b\)?`, 'iu'),
  new RegExp(String.raw`(?:^|\s)!(${LEVEL})\b`, 'iu'),
  new RegExp(String.raw`^(${LEVEL_ALONE})\s*[:!–-]\s*`, 'iu'),
  // A part of its own between commas, or the last words after one.
  new RegExp(String.raw`\s*[,;–]\s*(${LEVEL_ALONE})(?=\s*(?:[,;.!)]|$))`, 'iu'),
  /\s*\b(asap|urgently|dringend)\b[!]*/iu,
  /\s*\b(p[1-3])\b(?=\s*[,;.!)]*$)/iu,
];
const AS_SOON_AS_POSSIBLE =
  /[\s,]*\b(?:as soon as possible|urgentemente|(?:il )?prima possibile|al piu presto|so schnell wie moe?glich|schnellstmoe?glich|baldmoe?glichst)\b[!]*/iu;

/**
 * The priority that a sentence names, and the sentence without it; `high` inside it ("high resolution") is none.
 * `lead`: what asked for the task, "add a high priority task".
 */
export function readPriority(
  text: string,
  hasDate: boolean,
  lead: string,
): { text: string; priority: Priority | null } {
  const folded = foldLetters(text);
  for (const form of FORMS) {
    const match = form.exec(folded);
    const priority = LEVELS[(match?.[1] ?? '').toLowerCase()];
    if (match !== null && priority !== undefined) return { text: without(text, match), priority };
  }
  const soon = AS_SOON_AS_POSSIBLE.exec(folded);
  if (soon !== null) return { text: without(text, soon), priority: 'high' };
  // "call Rossi tomorrow high": with the date out, the word is the last one.
  const last = hasDate ? /\s(high|low|urgent|alta|bassa|urgente|hoch|niedrig)\s*[.!]*$/iu.exec(folded) : null;
  const lastLevel = LEVELS[(last?.[1] ?? '').toLowerCase()];
  if (last !== null && lastLevel !== undefined) return { text: text.slice(0, last.index), priority: lastLevel };
  const inLead = new RegExp(String.raw`\b(${LEVEL})[\s-]${PRIORITY}(?![\p{L}])|\b${PRIORITY}\s(${LEVEL})\b`, 'iu').exec(
    foldLetters(lead),
  );
  return { text, priority: LEVELS[(inLead?.[1] ?? inLead?.[2] ?? '').toLowerCase()] ?? null };
}

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
}

function levels(priority: Priority, words: string): Record<string, Priority> {
  return Object.fromEntries(words.split(' ').map((word) => [word, priority]));
}
