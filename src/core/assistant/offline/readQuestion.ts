import { addDays, mondayOf } from '../days.ts';
import { type Moment, readDate } from './readDate.ts';
import { QUESTION_WORDS } from './words.ts';

/** Days, both ends included. null: open on that side. */
export interface Span {
  readonly kind: 'day' | 'thisWeek' | 'nextWeek' | 'lastWeek' | 'range' | 'untilToday';
  readonly from: string | null;
  readonly to: string | null;
}

/** A list that a question asks for. */
export type Question =
  | { readonly kind: 'overdue' | 'open' | 'checkpoints' | 'suggestions' | 'changes' | 'brief' }
  | { readonly kind: 'due' | 'done'; readonly span: Span };

/** Words that a list may begin with when it is asked for without a question: "overdue tasks", "today's agenda". */
const LIST_START =
  /^(?:(?:please )?(?:list|show|tell|give)\b|(?:my |the |all |any |today['’]s |tomorrow['’]s |this week['’]s )*(?:overdue|late|due|open|upcoming|next|pending|agenda|to-?dos?|tasks?|checkpoints?|milestones?|suggestions|deadlines?|schedule|daily brief|brief)\b)/iu;
const OVERDUE = /\b(?:overdue|past due|late|behind|missed|at risk)\b/iu;
const NEXT = /\b(?:and|then)\b.*\b(?:next|coming|ahead|due)\b/iu;
const CHANGES = /\b(?:what|anything)(?: has|['’]s| is)? (?:changed|new)\b|\bchanges since\b/iu;
const MY_PLAN = /^(?:please )?(?:help me )?(?:to )?plan (?:my|the|this) (?:day|week|today)\b/iu;
const DONE =
  /\b(?:(?:did|have) (?:i|we) (?:do|done|finish|finished|complete|completed|get done|achieve)|(?:was|were|got|been) (?:done|finished|completed)|(?:finished|completed|done) (?:tasks?|last|this|yesterday|today))\b/iu;
const CHECKPOINTS = /\b(?:checkpoints?|milestones?)\b/iu;
const SUGGESTIONS = /\b(?:pending|suggestions?|wait(?:s|ing)? for (?:my )?approval|to approve)\b/iu;
const BRIEF =
  /^(?:(?:show|give|read|make|write)(?: me)? )?(?:my |the |a |today['’]s )*(?:daily )?brief(?:ing)?\b|\bsum(?:mary|marise|marize)(?: of)? (?:my |the )?(?:day|today)\b/iu;
const DUE =
  /\b(?:due|deadlines?|agenda|schedule(?:d)?|to-?dos?|on my plate|planned|coming up|up next|(?:have|need|got|should|must) (?:i |we )?(?:to )?(?:do|on)\b|(?:do|should|must|can) (?:i|we) (?:have|need|do|start|work)|what['’]?s (?:next|on|up)|what is (?:next|on|up))/iu;
const OPEN =
  /\b(?:is|are) (?:still )?(?:left|open|unfinished|outstanding)\b|\b(?:open|unfinished|remaining|left|all|outstanding) (?:tasks?|to-?dos?|work)\b|\btasks?\b(?! (?:about|that|mention))/iu;

/** The lists that a sentence asks for, in the order they are told; none where it asks for nothing of that kind. */
export function readQuestions(sentence: string, moment: Moment): Question[] {
  const text = sentence.trim();
  const { today } = moment;
  const first = /^[\p{L}'’]+/u.exec(text)?.[0].toLowerCase().replace('’', "'") ?? '';
  const isQuestion = QUESTION_WORDS.has(first) || text.endsWith('?');
  if (BRIEF.test(text)) return [{ kind: 'brief' }];
  if (MY_PLAN.test(text)) {
    const span = /\bweek\b/iu.test(text) ? { ...spanOfWeek('thisWeek', today), from: today } : onDay(today);
    return [{ kind: 'overdue' }, { kind: 'due', span }];
  }
  if (!isQuestion && !LIST_START.test(text)) return [];
  if (CHANGES.test(text)) return [{ kind: 'changes' }];
  if (OVERDUE.test(text)) {
    const next: Question = { kind: 'due', span: { kind: 'range', from: today, to: addDays(today, 7) } };
    return NEXT.test(text) ? [{ kind: 'overdue' }, next] : [{ kind: 'overdue' }];
  }
  if (DONE.test(text)) return [{ kind: 'done', span: readSpan(text, moment) ?? spanOfWeek('thisWeek', today) }];
  if (CHECKPOINTS.test(text)) return [{ kind: 'checkpoints' }];
  if (/\bsuggest(?:ion|ions|ed)\b|\bapprov/iu.test(text) && SUGGESTIONS.test(text)) return [{ kind: 'suggestions' }];
  const span = readSpan(text, moment);
  if (OPEN.test(text) && span === null && asksForTasks(text)) return [{ kind: 'open' }];
  if (DUE.test(text)) return [{ kind: 'due', span: span ?? { kind: 'untilToday', from: null, to: today } }];
  if (span !== null && (span.to ?? '9999') >= today && asksForTasks(text)) return [{ kind: 'due', span }];
  return [];
}

/** "when is the photo shoot on Friday?" asks for a record; "what about tomorrow?" and "tasks for Rossi" for a list. */
function asksForTasks(text: string): boolean {
  return (
    /\b(?:tasks?|to-?dos?|work)\b/iu.test(text) ||
    /^(?:and )?(?:what|anything|how)(?:['’]s)? (?:about|is|are|there|do|on|for|left|open)\b/iu.test(text)
  );
}

function readSpan(text: string, moment: Moment): Span | null {
  const { today } = moment;
  if (/\bthis week\b/iu.test(text)) return spanOfWeek('thisWeek', today);
  if (/\bnext week\b/iu.test(text)) return spanOfWeek('nextWeek', today);
  if (/\blast week\b/iu.test(text)) return spanOfWeek('lastWeek', today);
  const month = /\b(this|next|last) month\b/iu.exec(text)?.[1]?.toLowerCase();
  if (month !== undefined) return spanOfMonth(month, today);
  const date = readDate(text, moment);
  if (date === null) return null;
  const isUntil = /^(?:by|until|till|before)\b/iu.test(text.slice(date.start, date.end));
  return isUntil ? { kind: 'range', from: today, to: date.day } : onDay(date.day);
}

function onDay(day: string): Span {
  return { kind: 'day', from: day, to: day };
}

function spanOfWeek(kind: 'thisWeek' | 'nextWeek' | 'lastWeek', today: string): Span {
  const from = addDays(mondayOf(today), { thisWeek: 0, nextWeek: 7, lastWeek: -7 }[kind]);
  return { kind, from, to: addDays(from, 6) };
}

function spanOfMonth(which: string, today: string): Span {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + (which === 'next' ? 1 : which === 'last' ? -1 : 0), 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  return { kind: 'range', from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}
