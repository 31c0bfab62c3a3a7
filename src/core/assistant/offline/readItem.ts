import type { Priority } from '../../../contracts/task.ts';
import { TITLE_MAX } from '../../../contracts/text.ts';
import { type Moment, readDate } from './readDate.ts';
import { type Named, type NamedProject, type Place, readPlace, withoutPlace } from './readPlace.ts';
import { QUESTION_WORDS, TASK_VERBS } from './words.ts';

/** A task or checkpoint that a sentence asks for. */
export interface ReadItem {
  readonly kind: 'task' | 'checkpoint';
  readonly title: string;
  readonly day: string | null;
  readonly time: string | null;
  readonly recurrence: string | null;
  /** null: the sentence does not say. */
  readonly priority: Priority | null;
  readonly place: Place;
  /** How sure it is that something is to be noted: asked for in words, written as one would, or only possible. */
  readonly certainty: 'asked' | 'likely' | 'unlikely';
}

export interface Workplace {
  readonly moment: Moment;
  readonly projects: readonly NamedProject[];
  readonly clients: readonly Named[];
}

const POLITE = /^(?:(?:ok|okay|hey|hi|hello|please|and|then|also|so)\b[\s,]*)+/iu;
const BULLET = /^\s*(?:[-*+•–—]|\d{1,3}[.)]|\[[ xX]?\])\s+(?:\[[ xX]?\]\s+)?/u;
const CHECKPOINT_LEAD =
  /^(?:(?:can you |could you |i (?:need|want) to )?(?:add|create|make|set(?: up)?|new|put|suggest|propose|plan|schedule)\s+)?(?:me\s+)?(?:an?\s+|the\s+)?(?:new\s+)?(?:checkpoint|milestone)\b(?:\s+(?:called|named|titled|for|to)\b)?\s*:?\s*/iu;
const TASK_LEADS: readonly RegExp[] = [
  /^(?:can you |could you )?(?:please )?remind me\s+(?:that |about |of |to )?/iu,
  /^(?:can you |could you |i (?:need|want) to )?(?:please )?(?:add|create|make|new|put|note|suggest|propose|schedule)\s+(?:me\s+)?(?:an?\s+|the\s+)?(?:new\s+)?(?:(?:high|medium|low)[\s-]priority\s+)?(?:task|to-?do|reminder)s?\b(?:\s+(?:called|named|titled|for me|to|that says)\b)?\s*:?\s*/iu,
  /^(?:task|to-?do|reminder|note to self)\s*:\s*/iu,
  /^(?:i|we)(?:'ll| will)? (?:need to|have to|must|should|want to|ought to|gotta|got to|am going to|'m going to)\s+/iu,
  /^(?:i|we)'ve got to\s+/iu,
  /^(?:don't|do not|dont) (?:let me )?forget\s+(?:to\s+)?/iu,
  /^(?:i )?must not forget\s+(?:to\s+)?/iu,
  /^remember\s+(?:to\s+)?/iu,
];

/** Reads one sentence as something to note. null where no title would be left. */
export function readItem(sentence: string, { moment, projects, clients }: Workplace): ReadItem | null {
  const bare = sentence.replace(BULLET, '').trim().replace(POLITE, '');
  const isCheckpoint = CHECKPOINT_LEAD.test(bare);
  const lead = isCheckpoint ? CHECKPOINT_LEAD : TASK_LEADS.find((pattern) => pattern.test(bare));
  const body = lead === undefined ? bare : bare.replace(lead, '');
  const quoted = quotedTitle(body);

  const rest = quoted === null ? body : quoted.rest;
  const place = readPlace(sentence, projects, clients);
  const strip = (text: string): string => (place.words === null ? text : withoutPlace(text, place.words));
  // First the place, that "for Wine shop by the 5th" leaves a date at the end; again once the date is out.
  const placeless = strip(rest);
  const date = readDate(blankQuotes(placeless), moment);
  const dateless = date === null ? placeless : withoutDate(placeless, date);
  const prioritised = readPriority(dateless.trim(), date !== null, lead === undefined ? '' : bare);
  const title = quoted === null ? tidyTitle(strip(prioritised.text)) : quoted.title;
  if (title === '' || title.length > TITLE_MAX) return null;

  return {
    kind: isCheckpoint ? 'checkpoint' : 'task',
    title,
    day: date?.day ?? null,
    time: date?.time ?? null,
    recurrence: isCheckpoint ? null : (date?.recurrence ?? null),
    priority: prioritised.priority,
    place,
    certainty: certaintyOf(
      bare,
      lead !== undefined,
      BULLET.test(sentence),
      date !== null || prioritised.priority !== null,
    ),
  };
}

function certaintyOf(bare: string, hasLead: boolean, isBullet: boolean, hasSigns: boolean): ReadItem['certainty'] {
  const first = /^[\p{L}'’-]+/u.exec(bare)?.[0].toLowerCase().replace('’', "'") ?? '';
  const isQuestion = QUESTION_WORDS.has(first) || /\?\s*$/u.test(bare);
  if (hasLead) return 'asked';
  if (isQuestion) return 'unlikely';
  if (isBullet || TASK_VERBS.has(first) || hasSigns) return 'likely';
  return 'unlikely';
}

const QUOTES = /"[^"]*"|“[^”]*”|«[^»]*»|„[^“”]*[“”]/gu;

/** `add task "Friday report" on Monday`: what is quoted right at the front is the title, as it is. */
function quotedTitle(body: string): { title: string; rest: string } | null {
  const match = new RegExp(`^(?:${QUOTES.source})`, 'u').exec(body);
  if (match === null) return null;
  const title = match[0].slice(1, -1).replace(/\s+/gu, ' ').trim();
  return title === '' ? null : { title, rest: body.slice(match[0].length) };
}

function blankQuotes(text: string): string {
  return text.replace(QUOTES, (quoted) => 'x'.repeat(quoted.length));
}

/** A date inside the sentence ("Write Friday newsletter") is part of the title; at its edge it is not. */
function withoutDate(text: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const isInside = /[\p{L}\p{N}]\s*$/u.test(before) && /^\s+[\p{L}\p{N}]/u.test(after);
  const hasPreposition =
    /^(?:due|scheduled|starting|latest|no later than|on|by|at|until|till|before|from|in|every|each|tomorrow|today|tonight|next|this|the day after)\b/iu.test(
      text.slice(start, end),
    );
  if (isInside && !hasPreposition) return text;
  return `${before.replace(/[\s,;–(-]+$/u, '')} ${after.replace(/^[\s)]+/u, '')}`;
}

const LEVELS: Readonly<Record<string, Priority>> = {
  high: 'high',
  top: 'high',
  urgent: 'high',
  urgently: 'high',
  important: 'high',
  asap: 'high',
  critical: 'high',
  p1: 'high',
  medium: 'medium',
  normal: 'medium',
  p2: 'medium',
  low: 'low',
  minor: 'low',
  p3: 'low',
};
const LEVEL = Object.keys(LEVELS).join('|');
const PRIORITY_FORMS: readonly RegExp[] = [
  new RegExp(String.raw`[\s,;(–-]*\b(?:with |at |as )?(?:an? )?(${LEVEL})[\s-]+prio(?:rity)?\b\)?`, 'iu'),
  new RegExp(String.raw`[\s,;(–-]*\bprio(?:rity)?\s*(?:is\s+|[:=]\s*)?(${LEVEL})\b\)?`, 'iu'),
  new RegExp(String.raw`(?:^|\s)!(${LEVEL})\b`, 'iu'),
  new RegExp(String.raw`^(${LEVEL})\s*[:!–-]\s*`, 'iu'),
  // A part of its own between commas, or the last words after one.
  new RegExp(String.raw`\s*[,;–]\s*(${LEVEL})(?=\s*(?:[,;.!)]|$))`, 'iu'),
  /\s*\b(asap|urgently)\b[!]*/iu,
  /\s*\b(p[1-3])\b(?=\s*[,;.!)]*$)/iu,
];

/** The priority that a sentence names, and the sentence without it. `high` inside it ("high resolution") is none. */
function readPriority(text: string, hasDate: boolean, whole: string): { text: string; priority: Priority | null } {
  for (const form of PRIORITY_FORMS) {
    const match = form.exec(text);
    const priority = LEVELS[(match?.[1] ?? '').toLowerCase()];
    if (match !== null && priority !== undefined) {
      return { text: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim(), priority };
    }
  }
  // "call Rossi tomorrow high": with the date out, the word is the last one.
  const last = hasDate ? /\s(high|low|urgent)\s*[.!]*$/iu.exec(text) : null;
  const lastLevel = LEVELS[(last?.[1] ?? '').toLowerCase()];
  if (last !== null && lastLevel !== undefined) return { text: text.slice(0, last.index), priority: lastLevel };
  // "add a high priority task to …": the words went with the beginning.
  const inLead = /\b(high|medium|low)[\s-]priority\s+(?:task|to-?do|reminder)/iu.exec(whole);
  return { text, priority: LEVELS[(inLead?.[1] ?? '').toLowerCase()] ?? null };
}

function tidyTitle(text: string): string {
  const line = text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:.–-]+|[\s,;:?–-]+$/gu, '')
    .replace(/^(?:to|that|about)\s+/iu, '')
    .replace(/\s+([,.;!])/gu, '$1')
    .replace(/(?<![.\p{Lu}])\.$/u, '')
    .replace(/!+$/u, '')
    .replace(/\s+(?:and|on|by|at|due|until|for)$/iu, '')
    .replace(/[\s,;:]+$/u, '');
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line) ? capitalise(line) : '';
}

/** The first letter in upper case, unless the word has a spelling of its own ("iPhone"). */
function capitalise(line: string): string {
  const first = /^\p{Ll}[^\s]*/u.exec(line)?.[0];
  if (first === undefined || /\p{Lu}/u.test(first)) return line;
  const [letter = ''] = line;
  return letter.toUpperCase() + line.slice(letter.length);
}
