import { foldLetters } from '../../../language/compile.ts';
import { languagesOf, readItem, type ReadItem, type Workplace } from './readItem.ts';
import { type Question, readDayAlone, readQuestions } from './readQuestion.ts';
import { english } from './wording/english.ts';
import { german } from './wording/german.ts';
import { italian } from './wording/italian.ts';
import { isQuestion } from './wording/isQuestion.ts';
import { hasTaskVerb } from './wording/verbs.ts';
import type { LanguageCode, Wording } from './wording/wording.ts';

/** What a message wants, as far as rules can tell. */
export type Intent =
  | { readonly kind: 'list'; readonly questions: readonly Question[] }
  /** Of the record that the message was sent on: what it says, what it wants done, what else is about it. */
  | { readonly kind: 'about' | 'tasksWithin' | 'related' }
  /** `skipped`: lines that are none of it; `more`: there were more than fit. */
  | { readonly kind: 'items'; readonly items: readonly ReadItem[]; readonly skipped: number; readonly more: boolean }
  | { readonly kind: 'search'; readonly text: string; readonly isQuestion: boolean }
  | { readonly kind: 'ideas' | 'hello' | 'thanks' | 'help' | 'untitled' };

/** What a message wants, and the language it says so in, which is that of the answer. */
export type Understanding = Intent & { readonly language: LanguageCode };

/** Suggestions that one message makes. */
export const ITEMS_MAX = 20;
/** A longer piece is no sentence; rules are not let loose on it. UTF-16 code units. */
const SENTENCE_MAX = 1_200;
const LINES_MAX = 200;
const WITHIN_MAX = 5_000;
const WORDINGS: readonly Wording[] = [english, italian, german];

/**
 * `isOnRecord`: the message was sent on a record, so "this" is something. Where a message may be in several languages, it is
 * read in the first of them in which it says more than words to look for.
 */
export function understand(message: string, workplace: Workplace, isOnRecord: boolean): Understanding {
  const text = message.slice(0, SENTENCE_MAX * LINES_MAX).trim();
  const [likeliest, ...others] = languagesOf(text, workplace);
  const understood = understandIn(likeliest, text, workplace, isOnRecord);
  if (understood.kind !== 'search') return { ...understood, language: likeliest.language };
  for (const wording of others) {
    const other = understandIn(wording, text, workplace, isOnRecord);
    if (other.kind !== 'search') return { ...other, language: wording.language };
  }
  return { ...understood, language: likeliest.language };
}

function understandIn(wording: Wording, text: string, workplace: Workplace, isOnRecord: boolean): Intent {
  const lines = text.split(/\r?\n/u, LINES_MAX).filter((line) => line.trim() !== '');
  const [only = ''] = lines;
  if (lines.length > 1) return understandLines(lines, workplace, wording) ?? search(text, wording);
  if (only.length > SENTENCE_MAX) return search(text, wording);
  const folded = foldLetters(only.normalize('NFC')).trim();
  if (wording.hello.test(folded)) return { kind: 'hello' };
  if (wording.thanks.test(folded)) return { kind: 'thanks' };
  if (wording.help.test(folded)) return { kind: 'help' };
  const here = isOnRecord ? readAboutHere(folded, wording) : null;
  if (here !== null) return here;
  if (wording.plan.test(folded)) {
    return { kind: 'list', questions: readQuestions(only, workplace.moment, wording) };
  }
  if (wording.ideas.test(folded))
    return itemsOf(namedTasks(only, wording), only, workplace, wording) ?? { kind: 'ideas' };

  const item = readItem(only, workplace, wording);
  if (item?.certainty === 'asked') return itemsOf(sentencesOf(only, wording), '', workplace, wording) ?? one(item);
  const questions = readQuestions(only, workplace.moment, wording);
  if (questions.length > 0) return { kind: 'list', questions };
  if (item === null) {
    if (wording.asksToAdd.test(folded)) return { kind: 'untitled' };
    const day = /\d/u.test(only) ? null : readDayAlone(only, workplace.moment, wording);
    return day === null ? search(only, wording) : { kind: 'list', questions: [day] };
  }
  const isDated = item.day !== null && item.day >= workplace.moment.today;
  if (wording.searchVerb.test(folded) && !isDated) return search(only, wording);
  const isLikely =
    item.certainty === 'likely' && (isDated || item.priority !== null || item.hasVerb || /^\s*[-*•]/u.test(only));
  if (!isLikely) return search(only, wording);
  return itemsOf(sentencesOf(only, wording), '', workplace, wording) ?? one(item);
}

function readAboutHere(folded: string, { tasksWithin, related, about }: Wording): Intent | null {
  if (tasksWithin.test(folded)) return { kind: 'tasksWithin' };
  if (related.test(folded)) return { kind: 'related' };
  return about.test(folded) ? { kind: 'about' } : null;
}

/** The open tasks that a text of several lines holds: unchecked boxes, and list items with a verb where tasks have it. */
export function understandWithin(text: string, workplace: Workplace): Intent | null {
  const lines = text.split(/\r?\n/u, WITHIN_MAX).filter((line) => {
    if (/^\s*[-*+] \[ \]\s/u.test(line)) return true;
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(?!\[)(.+)$/u.exec(line)?.[1]?.slice(0, SENTENCE_MAX);
    return item !== undefined && WORDINGS.some((wording) => hasTaskVerb(foldLetters(item), wording));
  });
  return itemsOf(lines, '', workplace, languagesOf(text, workplace)[0]);
}

/** Several lines: each that reads like a task is one; a line before a colon says for what. */
function understandLines(lines: readonly string[], workplace: Workplace, wording: Wording): Intent | null {
  const [first = '', ...others] = lines;
  const isHeading = /:\s*$/u.test(first) || wording.ideas.test(foldLetters(first));
  return itemsOf(isHeading ? others : lines, isHeading ? first : '', workplace, wording);
}

/** A box that is ticked stands before what is done already. */
const TICKED = /^\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?\[[xX]\]\s/u;

/** The sentences that read like tasks; null where none does. What `heading` names, they belong to. */
function itemsOf(sentences: readonly string[], heading: string, workplace: Workplace, wording: Wording): Intent | null {
  const place = heading === '' ? null : readItem(`- x ${heading}`, workplace, wording)?.place;
  const items: ReadItem[] = [];
  let skipped = 0;
  for (const sentence of sentences) {
    const isRead = sentence.length <= SENTENCE_MAX && !TICKED.test(sentence);
    const item = isRead ? readItem(sentence, workplace, languageOf(sentence)) : null;
    if (item === null || (item.certainty === 'unlikely' && heading === '')) skipped += 1;
    // What is over the limit is sent again, and is then read.
    else if (items.length >= ITEMS_MAX) return { kind: 'items', items, skipped, more: true };
    else items.push(item.place.project === null && place?.project != null ? { ...item, place } : item);
  }
  return items.length === 0 ? null : { kind: 'items', items, skipped, more: false };

  /** A line may be in a language of its own; where it does not say, it is in that of the message. */
  function languageOf(sentence: string): Wording {
    const languages = languagesOf(sentence, workplace);
    return languages.includes(wording) ? wording : languages[0];
  }
}

function one(item: ReadItem): Intent {
  return { kind: 'items', items: [item], skipped: 0, more: false };
}

const ABBREVIATIONS = 'dr|prof|mr|mrs|ms|hr|fr|nr|st|str|ca|bzw|ggf|inkl|evtl|sig|sigra|dott|avv|ing|art|tel|vs|etc';
const SENTENCE_END = new RegExp(String.raw`;\s+|(?<=[\p{L}\p{N}][.!])(?<!\b(?:${ABBREVIATIONS})\.)\s+(?=\p{L})`, 'iu');
/** In German a number with a point is an ordinal: "3. Dezember", "am 16. jeden Monats". */
const SENTENCE_END_GERMAN = new RegExp(SENTENCE_END.source.replace('(?<!', String.raw`(?<!\d\.)(?<!`), 'iu');

/** "Call Rossi tomorrow; send the quote on Friday": parts, if each of them begins like a task. */
function sentencesOf(text: string, wording: Wording): string[] {
  const end = wording === german ? SENTENCE_END_GERMAN : SENTENCE_END;
  const parts = text.split(end).filter((part) => part.trim() !== '');
  const [, ...others] = parts;
  return others.every((part) => hasTaskVerb(foldLetters(part), wording)) ? parts : [text];
}

/** "suggest tasks for the launch: write copy, book the photographer and send invitations" */
function namedTasks(text: string, wording: Wording): string[] {
  const colon = text.indexOf(': ');
  if (colon === -1) return [];
  const parts = text
    .slice(colon + 1)
    .split(new RegExp(String.raw`[,;]\s*(?:${wording.and}\s+)?|\s+${wording.and}\s+`, 'u'))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // "write copy and texts" is one task: a part that begins with no verb belongs to the one before it.
  return parts.reduce<string[]>((tasks, part) => {
    const last = tasks.at(-1);
    return last === undefined || hasTaskVerb(foldLetters(part), wording)
      ? [...tasks, part]
      : [...tasks.slice(0, -1), `${last} ${wording.and} ${part}`];
  }, []);
}

function search(text: string, wording: Wording): Intent {
  const bare = text.trim();
  const folded = foldLetters(bare.normalize('NFC'));
  const lead = wording.searchLead.exec(folded)?.[0].length ?? 0;
  const words = withoutStopWords(bare.normalize('NFC').slice(lead), wording)
    .replace(/[?!.]+$/u, '')
    .trim();
  return {
    kind: 'search',
    text: words === '' ? bare : words,
    isQuestion: isQuestion(bare, wording) || wording.searchVerb.test(folded),
  };
}

/** The words that say something. Those of English the search leaves out itself. */
function withoutStopWords(text: string, { stopWords }: Wording): string {
  if (stopWords.size === 0) return text;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu) ?? [];
  // "geht's" and "c'è" leave letters behind.
  return words.filter((word) => !/^[a-z]$/iu.test(word) && !stopWords.has(foldLetters(word).toLowerCase())).join(' ');
}
