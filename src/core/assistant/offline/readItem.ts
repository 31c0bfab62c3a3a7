import type { Priority } from '../../../contracts/task.ts';
import { TITLE_MAX } from '../../../contracts/text.ts';
import { foldLetters, QUOTED, type Span } from '../../../language/compile.ts';
import { type Moment, readDue } from './readDue.ts';
import { type Named, type NamedProject, type Place, readPlace, withoutPlace } from './readPlace.ts';
import { readPriority } from './readPriority.ts';
import { rankLanguages } from './wording/detectLanguage.ts';
import { isQuestion } from './wording/isQuestion.ts';
import { hasTaskVerb, isVerb } from './wording/verbs.ts';
import type { Wording } from './wording/wording.ts';

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
  /** Whether it begins with a verb that tasks begin with, or ends with one where the language has it there. */
  readonly hasVerb: boolean;
}

export interface Workplace {
  readonly moment: Moment;
  readonly projects: readonly NamedProject[];
  readonly clients: readonly Named[];
}

const BULLET = /^\s*(?:[-*+•–—]|\d{1,3}[.)]|\[[ xX]?\])\s+(?:\[[ xX]?\]\s+)?/u;

/** The languages that a sentence may be in, the likeliest first. */
export function languagesOf(sentence: string, { projects, clients }: Workplace): readonly [Wording, ...Wording[]] {
  return rankLanguages(
    sentence,
    [...projects, ...clients].map(({ name }) => name),
  );
}

/** Reads one sentence as something to note, in the language it seems to be in if none is given. null where no title would be left. */
export function readItem(
  sentence: string,
  workplace: Workplace,
  wording: Wording = languagesOf(sentence, workplace)[0],
): ReadItem | null {
  const { moment, projects, clients } = workplace;
  const unmarked = sentence.normalize('NFC').replace(BULLET, '').trim();
  const bare = cut(unmarked, wording.polite);
  const beginning = findLead(bare, wording);
  const body = beginning.lead === '' ? bare : cut(bare.slice(beginning.lead.length), wording.leadEnd);
  const quoted = quotedTitle(body);

  const rest = quoted === null ? body : quoted.rest;
  const place = readPlace(sentence, projects, clients);
  const strip = (text: string): string => (place.words === null ? text : withoutPlace(text, place.words));
  // First the place, that "for Wine shop by the 5th" leaves a date at the end; again once the date is out.
  const placeless = strip(rest);
  const due = readDue(placeless, moment);
  const hasDate = due.day !== null || due.time !== null;
  const dateless = withoutSpans(placeless, due.spans).trim().replace(/\s+:/gu, ':');
  // "Task for tomorrow: buy tins": the words that ask stand before the colon once the date is out.
  const { lead, isCheckpoint } = beginning.lead === '' && hasDate ? findLead(dateless, wording) : beginning;
  const asked = beginning.lead === '' ? dateless.slice(lead.length) : dateless;
  const prioritised = readPriority(asked, hasDate, lead);
  const title = quoted?.title ?? tidyTitle(strip(prioritised.text), lead !== '', wording);
  if (title === '' || title.length > TITLE_MAX) return null;

  const hasVerb = hasTaskVerb(foldLetters(bare), wording) || hasTaskVerb(foldLetters(title), wording);
  return {
    kind: isCheckpoint ? 'checkpoint' : 'task',
    title,
    day: due.day,
    time: due.time,
    recurrence: isCheckpoint ? null : due.recurrence,
    priority: prioritised.priority,
    place,
    certainty:
      lead !== ''
        ? 'asked'
        : isQuestion(bare, wording) || wording.states.test(foldLetters(title))
          ? 'unlikely'
          : BULLET.test(sentence) || hasVerb || hasDate || prioritised.priority !== null
            ? 'likely'
            : 'unlikely',
    hasVerb,
  };
}

/** The words that ask for a task or a checkpoint; empty where none do. */
function findLead(bare: string, wording: Wording): { lead: string; isCheckpoint: boolean } {
  const folded = foldLetters(bare);
  const checkpoint = wording.checkpointLead.exec(folded);
  if (checkpoint !== null) return { lead: bare.slice(0, checkpoint[0].length), isCheckpoint: true };
  // "Devo chiamare Rossi?" asks; "puoi aggiungere un'attività?" asks for one.
  const asked = lengthOf(folded, wording.taskLeads);
  const isAsking = asked === 0 && /\?\s*$/u.test(bare);
  const needed = isAsking ? 0 : lengthOf(folded.slice(asked), wording.needLeads);
  return { lead: bare.slice(0, asked + needed), isCheckpoint: false };
}

/** How much of a text's beginning the first of the patterns has that has any. */
function lengthOf(text: string, patterns: readonly RegExp[]): number {
  return patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null)?.[0].length ?? 0;
}

/** `add task "Friday report" on Monday`: what is quoted right at the front is the title, as it is. */
function quotedTitle(body: string): { title: string; rest: string } | null {
  const match = new RegExp(`^(?:${QUOTED.source})`, 'u').exec(body);
  if (match === null) return null;
  const title = match[0].slice(1, -1).replace(/\s+/gu, ' ').trim();
  return title === '' ? null : { title, rest: body.slice(match[0].length) };
}

/** A sentence without the words of its date, and without the signs that led to them. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  const whole = text.normalize('NFC');
  let left = '';
  let position = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    left += `${whole.slice(position, Math.max(position, start)).replace(/[\s,;–(-]+$/u, '')} `;
    position = Math.max(position, end + (/^[\s)]+/u.exec(whole.slice(end))?.[0].length ?? 0));
  }
  return left + whole.slice(position);
}

function tidyTitle(text: string, hasLead: boolean, wording: Wording): string {
  const trimmed = text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:.–-]+|[\s,;:?–-]+$/gu, '')
    .replace(/\s+([,.;!])/gu, '$1')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/(?<![.\p{Lu}])\.$/u, '')
    .replace(/!+$/u, '');
  const led = hasLead ? withPlainVerb(cut(cut(trimmed, wording.titleStart), wording.leadEnd), wording) : trimmed;
  const line = cut(led, wording.titleEnd).replace(/[\s,;:]+$/u, '');
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line) ? capitalise(line) : '';
}

/** "daran, Rossi anzurufen" is the task "Rossi anrufen". */
function withPlainVerb(title: string, wording: Wording): string {
  if (!wording.hasVerbLast) return title;
  const match = /^(?<before>.*?\s)?(?<zu>zu )?(?<verb>\p{L}+)$/u.exec(title);
  const { before = '', verb = '' } = match?.groups ?? {};
  const folded = foldLetters(verb).toLowerCase();
  if (match === null || !isVerb(folded, wording)) return title;
  const prefix = wording.zuVerb?.exec(folded)?.[1];
  return `${before}${prefix === undefined ? verb : verb.slice(0, prefix.length) + verb.slice(prefix.length + 2)}`;
}

/** A text without what a pattern over folded letters finds first. */
function cut(text: string, pattern: RegExp): string {
  const match = pattern.exec(foldLetters(text));
  return match === null ? text : text.slice(0, match.index) + text.slice(match.index + match[0].length);
}

/** The first letter in upper case, unless the word has a spelling of its own ("iPhone"). */
function capitalise(line: string): string {
  const first = /^\p{Ll}[^\s]*/u.exec(line)?.[0];
  if (first === undefined || /\p{Lu}/u.test(first)) return line;
  const [letter = ''] = line;
  return letter.toUpperCase() + line.slice(letter.length);
}
