import { readItem, type ReadItem, type Workplace } from './readItem.ts';
import { type Question, readQuestions } from './readQuestion.ts';
import { QUESTION_WORDS, SEARCH_LEAD, SEARCH_VERB, TASK_VERBS } from './words.ts';

/** What a message wants, as far as rules can tell. */
export type Intent =
  | { readonly kind: 'list'; readonly questions: readonly Question[] }
  /** Of the record that the message was sent on: what it says, what it wants done, what else is about it. */
  | { readonly kind: 'about' | 'tasksWithin' | 'related' }
  /** `skipped`: lines that are none of it; `more`: there were more than fit. */
  | { readonly kind: 'items'; readonly items: readonly ReadItem[]; readonly skipped: number; readonly more: boolean }
  | { readonly kind: 'search'; readonly text: string; readonly isQuestion: boolean }
  | { readonly kind: 'ideas' | 'hello' | 'untitled' };

/** Suggestions that one message makes. */
export const ITEMS_MAX = 20;
/** A longer piece is no sentence; rules are not let loose on it. UTF-16 code units. */
const SENTENCE_MAX = 1_200;
const LINES_MAX = 200;
const WITHIN_MAX = 5_000;

const HELLO =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thanks?(?: you)?|help|what can you do|who are you)\b[\s!.?]*$/iu;
const IDEAS =
  /^(?:(?:please|can you|could you|i need you to)\s+)*(?:help me (?:to )?(?:plan|with|organi[sz]e|prepare|think|get)|(?:suggest|propose|give me|think of|make|create|add|find|brainstorm|generate)\s+(?:me\s+)?(?:(?:some|a|few|the|more|new|good|possible|next|first|one|two|three|four|five|\d+)\s+){0,3}(?:ideas|tasks|to-?dos|next steps|steps|checkpoints|milestones|a plan)\b|break (?:it |this |.{1,60} )?down|brainstorm\b|plan (?:my|the|this) (?:project|month)\b)/iu;

/** `isOnRecord`: the message was sent on a record, so "this" is something. */
export function understand(message: string, workplace: Workplace, isOnRecord: boolean): Intent {
  const text = message.slice(0, SENTENCE_MAX * LINES_MAX).trim();
  const lines = text.split(/\r?\n/u, LINES_MAX).filter((line) => line.trim() !== '');
  const [only = ''] = lines;
  if (lines.length > 1) return understandLines(lines, workplace) ?? search(text);
  if (only.length > SENTENCE_MAX) return search(text);
  if (HELLO.test(only)) return { kind: 'hello' };
  const here = isOnRecord ? readAboutHere(only) : null;
  if (here !== null) return here;
  if (/^(?:please )?(?:help me )?(?:to )?plan (?:my|the|this) (?:day|week|today)\b/iu.test(only)) {
    return { kind: 'list', questions: readQuestions(only, workplace.moment) };
  }
  if (IDEAS.test(only)) return itemsOf(namedTasks(only), only, workplace) ?? { kind: 'ideas' };

  const item = readItem(only, workplace);
  if (item?.certainty === 'asked') return itemsOf(sentencesOf(only), '', workplace) ?? one(item);
  const questions = readQuestions(only, workplace.moment);
  if (questions.length > 0) return { kind: 'list', questions };
  if (item === null) return asksToAdd(only) ? { kind: 'untitled' } : search(only);
  const isDated = item.day !== null && item.day >= workplace.moment.today;
  if (SEARCH_VERB.test(only) && !isDated) return search(only);
  const isLikely =
    item.certainty === 'likely' &&
    (isDated || item.priority !== null || beginsWithVerb(only) || /^\s*[-*•]/u.test(only));
  if (!isLikely) return search(only);
  return itemsOf(sentencesOf(only), '', workplace) ?? one(item);
}

const TASKS_WITHIN =
  /\b(?:suggest|propose|make|create|extract|find|add|pull|get|turn)\b.*\b(?:tasks?|to-?dos?|action items?|actions|next steps)\b.*\b(?:from|in|of|with)\b.*\b(?:this|here|the (?:note|task|project))\b|\bbreak (?:this|it|the task)\b/iu;
const RELATED = /\b(?:other|related|similar|more|which) (?:notes?|records?|tasks?)\b.*\b(?:this|it|here)\b/iu;
const ABOUT =
  /^(?:please )?(?:summari[sz]e|sum up|shorten|explain|describe|read|show|quote)(?: me)? (?:this|it)\b|^(?:what|tell me|who|when)\b.*\b(?:this (?:note|task|project|client)|about (?:this|it))\b/iu;

function readAboutHere(text: string): Intent | null {
  if (TASKS_WITHIN.test(text)) return { kind: 'tasksWithin' };
  if (RELATED.test(text)) return { kind: 'related' };
  return ABOUT.test(text) ? { kind: 'about' } : null;
}

/** The open tasks that a text of several lines holds: unchecked boxes, and list items that begin with a verb. */
export function understandWithin(text: string, workplace: Workplace): Intent | null {
  const lines = text.split(/\r?\n/u, WITHIN_MAX).filter((line) => {
    if (/^\s*[-*+] \[ \]\s/u.test(line)) return true;
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(?!\[)(.+)$/u.exec(line)?.[1];
    return item !== undefined && beginsWithVerb(item);
  });
  return itemsOf(lines, '', workplace);
}

/** Several lines: each that reads like a task is one; a line before a colon says for what. */
function understandLines(lines: readonly string[], workplace: Workplace): Intent | null {
  const [first = '', ...others] = lines;
  const isHeading = /:\s*$/u.test(first) || IDEAS.test(first);
  return itemsOf(isHeading ? others : lines, isHeading ? first : '', workplace);
}

/** The sentences that read like tasks; null where none does. What `heading` names, they belong to. */
function itemsOf(sentences: readonly string[], heading: string, workplace: Workplace): Intent | null {
  const place = heading === '' ? null : readItem(`- x ${heading}`, workplace)?.place;
  const items: ReadItem[] = [];
  let skipped = 0;
  let more = false;
  for (const sentence of sentences) {
    const item = sentence.length > SENTENCE_MAX ? null : readItem(sentence, workplace);
    if (item === null || (item.certainty === 'unlikely' && heading === '')) skipped += 1;
    else if (items.length >= ITEMS_MAX) more = true;
    else items.push(item.place.project === null && place?.project != null ? { ...item, place } : item);
  }
  return items.length === 0 ? null : { kind: 'items', items, skipped, more };
}

function one(item: ReadItem): Intent {
  return { kind: 'items', items: [item], skipped: 0, more: false };
}

/** "Call Rossi tomorrow; send the quote on Friday": parts, if each of them begins like a task. */
function sentencesOf(text: string): string[] {
  const parts = text.split(/;\s+|(?<=[\p{L}\p{N})][.!])\s+(?=\p{Lu})/u).filter((part) => part.trim() !== '');
  const [, ...others] = parts;
  return others.every(beginsWithVerb) ? parts : [text];
}

/** "suggest tasks for the launch: write copy, book the photographer and send invitations" */
function namedTasks(text: string): string[] {
  const colon = text.indexOf(': ');
  if (colon === -1) return [];
  const parts = text
    .slice(colon + 1)
    .split(/[,;]\s*(?:and\s+)?|\s+and\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  // "write copy and texts" is one task: a part that begins with no verb belongs to the one before it.
  return parts.reduce<string[]>((tasks, part) => {
    const last = tasks.at(-1);
    return last === undefined || beginsWithVerb(part)
      ? [...tasks, part]
      : [...tasks.slice(0, -1), `${last} and ${part}`];
  }, []);
}

function beginsWithVerb(text: string): boolean {
  const first = /^\s*(?:please )?([\p{L}-]+)/iu.exec(text)?.[1]?.toLowerCase() ?? '';
  return TASK_VERBS.has(first) && !QUESTION_WORDS.has(first);
}

function asksToAdd(text: string): boolean {
  return /^\s*(?:please )?(?:add|create|make|new|remind|schedule|set)\b/iu.test(text);
}

function search(text: string): Intent {
  const bare = text.trim();
  const first = /^[\p{L}'’]+/u.exec(bare)?.[0].toLowerCase() ?? '';
  const isQuestion = bare.endsWith('?') || QUESTION_WORDS.has(first) || SEARCH_VERB.test(bare);
  const words = bare
    .replace(SEARCH_LEAD, '')
    .replace(/[?!.]+$/u, '')
    .trim();
  return { kind: 'search', text: words === '' ? bare : words, isQuestion };
}
