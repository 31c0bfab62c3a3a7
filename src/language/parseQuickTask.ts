import type { Priority } from '../contracts/task.ts';
import { TITLE_MAX } from '../contracts/text.ts';
import { dayOf } from './calendar.ts';
import { blank, foldText, type Span } from './compile.ts';
import type { Language } from './language.ts';
import { findLabels, findPriorities, findProjects } from './readTags.ts';
import { LANGUAGES, readWhen } from './readWhen.ts';
import { settleRule, writeRule } from './rule.ts';

export type PieceKind = 'date' | 'priority' | 'project' | 'repeat' | 'label';

/** Words that are not meant as what they look like; they stay in the title. Without words: what the screen filled in. */
export interface IgnoredPiece {
  readonly kind: PieceKind;
  readonly words: string;
}

/** Words of the sentence that were understood. `label`: which one they name. */
export interface Piece {
  readonly kind: PieceKind;
  readonly words: string;
  readonly label?: string;
}

export interface QuickTask {
  readonly title: string;
  readonly dueDate: string | null;
  readonly dueTime: string | null;
  readonly priority: Priority | null;
  readonly projectId: string | null;
  readonly labels: readonly string[];
  /** An RFC 5545 rule, or null. */
  readonly recurrence: string | null;
  readonly pieces: readonly Piece[];
}

interface Options {
  /** The day it is, and the time, for "at 10". */
  readonly now: Date;
  readonly projects: readonly { id: string; name: string }[];
  /** The labels there are. */
  readonly labels: readonly string[];
  readonly ignored: readonly IgnoredPiece[];
  /** 12/3 is the third of December. */
  readonly isMonthFirst?: boolean;
  /** Only these. */
  readonly languages?: readonly Language[];
}

/**
 * A task from one sentence, in English, Italian or German: "call Rossi tomorrow at 10, high", "fattura ogni mese il 15
 * @Studio", "jeden Montag Bericht #intern". What is understood goes out of the title, if something of a title is left;
 * everything else stays as it was typed. In doubt a word is a word: what is read wrongly costs more than what is missed.
 */
export function parseQuickTask(typed: string, options: Options): QuickTask {
  const text = typed.normalize('NFC');
  if (text.trim() === '') return nothing;
  // Twice a title, and nobody's sentence: a page that was pasted is not searched with every key.
  if (text.length > 2 * TITLE_MAX) return { ...nothing, title: text.trim() };
  const { now, ignored, languages = LANGUAGES } = options;
  const isMeant = (kind: PieceKind) => (span: Span) => {
    const words = wordsOf(text, span).toLowerCase();
    return !ignored.some(
      (piece) => piece.kind === kind && piece.words !== '' && isOneBeginning(piece.words.toLowerCase(), words),
    );
  };

  let rest = foldText(text);
  const take = (span: Span | undefined): void => {
    if (span !== undefined) rest = blank(rest, span);
  };
  const project = findProjects(text, options.projects, options.labels).filter(isMeant('project')).at(-1);
  const labels = findLabels(text, options.labels)
    .filter(isMeant('label'))
    .filter((label) => project === undefined || label.end <= project.start || label.start >= project.end);
  const priority = findPriorities(text).filter(isMeant('priority')).at(-1);
  for (const span of [project, priority, ...labels]) take(span);

  const { isMonthFirst = false } = options;
  const when = readWhen(rest, { now, isMonthFirst, languages, isMeant: (kind, span) => isMeant(kind)(span) });
  const { day, time, repeat } = when.found;
  const tags = [project, priority, ...labels].filter((span) => span !== undefined);
  const title = without(text, [...tags, ...when.spans]);
  return {
    title: /[\p{L}\p{N}]/u.test(title) ? title : text.trim(),
    dueDate: when.day,
    dueTime: when.time,
    priority: priority?.value ?? null,
    projectId: project?.value ?? null,
    labels: [...new Set(labels.map((label) => label.value))],
    recurrence: when.rule === null ? null : writeRule(settleRule(when.rule, when.day ?? dayOf(now))),
    pieces: [
      ...pieceOf(text, 'priority', priority),
      ...pieceOf(text, 'project', project),
      ...pieceOf(text, 'date', day ?? time),
      ...pieceOf(text, 'repeat', repeat),
      ...labels.flatMap((label) => pieceOf(text, 'label', label).map((piece) => ({ ...piece, label: label.value }))),
    ],
  };
}

const nothing: QuickTask = {
  title: '',
  dueDate: null,
  dueTime: null,
  priority: null,
  projectId: null,
  labels: [],
  recurrence: null,
  pieces: [],
};

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end).trim();

/** What was said not to be meant stays so while more is typed after it. */
const isOneBeginning = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

function pieceOf(text: string, kind: PieceKind, span: Span | undefined): Piece[] {
  return span === undefined ? [] : [{ kind, words: wordsOf(text, span) }];
}

/** The text without the pieces, and without the commas and spaces that stood around them. */
function without(text: string, spans: readonly Span[]): string {
  let left = '';
  let position = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    left += `${text.slice(position, Math.max(position, start))} `;
    position = Math.max(position, end);
  }
  left += text.slice(position);
  return left
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\s+([,.;:])/gu, '$1')
    .replaceAll(/,(?:\s*,)+/gu, ',')
    .replaceAll(/^[\s,;:–-]+(?=\S)|[\s,;]+$/gu, '');
}
