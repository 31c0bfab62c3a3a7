import type { ParsedResult } from 'chrono-node';
import type { Priority } from '../../../contracts/task.ts';
import { readDates } from './readDates.ts';
import { dayOf } from '../../i18n/format.ts';

/** Finds dates in words; chrono-node's parser, loaded when the field gets the focus first. */
export type DateReader = (text: string, reference: Date) => ParsedResult[];

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
  now: Date;
  projects: readonly { id: string; name: string }[];
  /** The labels there are. */
  labels: readonly string[];
  ignored: readonly IgnoredPiece[];
}

interface Found<Value> {
  value: Value;
  start: number;
  end: number;
}

/**
 * A task from one sentence: "call Rossi tomorrow at 10, high". What is understood goes out of the title, if something of a
 * title is left; everything else stays as it was typed.
 */
export function parseQuickTask(text: string, { now, projects, ignored }: Options): QuickTask {
  const isIgnored = (kind: PieceKind): boolean => ignored.some((piece) => piece.kind === kind);
  const priority = isIgnored('priority') ? null : findPriority(text);
  const project = isIgnored('project') ? null : findProject(text, projects);
  const date = isIgnored('date') ? null : findDate(text, now, readDates, [priority, project]);
  const title = without(text, [priority, project, date]);
  const isTitleLeft = /[\p{L}\p{N}]/u.test(title);
  const piece = (kind: PieceKind, found: Found<unknown> | null): Piece[] =>
    found === null ? [] : [{ kind, words: text.slice(found.start, found.end).trim() }];
  return {
    title: isTitleLeft ? title : text.trim(),
    dueDate: date?.value.day ?? null,
    dueTime: date?.value.time ?? null,
    priority: priority?.value ?? null,
    projectId: project?.value ?? null,
    labels: [],
    recurrence: null,
    pieces: [...piece('priority', priority), ...piece('project', project), ...piece('date', date)],
  };
}

/** ", high" anywhere between commas, "!high", "high priority". A bare "high" is a word like any other. */
function findPriority(text: string): Found<Priority> | null {
  const pattern =
    /(?:,\s*|(?<=^|\s)!)(?:priority:?\s*)?(high|medium|low)(?:\s+priority)?(?=\s*(?:,|$|!))|(?<=^|\s)(high|medium|low)\s+priority(?=\s*(?:,|$))/giu;
  const match = [...text.matchAll(pattern)].at(-1);
  const word = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (match === undefined || (word !== 'high' && word !== 'medium' && word !== 'low')) return null;
  return { value: word, start: match.index, end: match.index + match[0].length };
}

/** A project's whole name after a comma, "in", "for" or #; the longest name wins. */
function findProject(text: string, projects: Options['projects']): Found<string> | null {
  const byLength = projects.toSorted((one, other) => other.name.length - one.name.length);
  for (const { id, name } of byLength) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const match = new RegExp(`(?:,\\s*|(?<=^|\\s)(?:in|for)\\s+|(?<=^|\\s)#)${escaped}(?![\\p{L}\\p{N}])`, 'iu').exec(
      text,
    );
    if (match) return { value: id, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function findDate(
  text: string,
  now: Date,
  readDates: DateReader,
  taken: readonly (Found<unknown> | null)[],
): Found<{ day: string; time: string | null }> | null {
  const results = readDates(text, now)
    .map(({ index, text: words, start }) => ({ index, end: index + words.replace(/[\s,.;]+$/u, '').length, start }))
    .filter(({ index, end, start }) => {
      const words = text.slice(index, end);
      const isTaken = taken.some((piece) => piece !== null && index < piece.end && piece.start < end);
      const saysDay = start.isCertain('day') || start.isCertain('weekday');
      // "at 10" and "15:00" are times, a bare "10" is none.
      const saysTime = start.isCertain('hour') && /\p{L}|:/u.test(words);
      // "Sun dried tomatoes" and "sat with Ingrid" begin like days.
      const isWord = /^(?:sat|sun)$/iu.test(words) && /^\s+\p{L}/u.test(text.slice(end));
      return !isTaken && (saysDay || saysTime) && !isWord && !/[\p{L}\p{N}/]/u.test(text[end] ?? '');
    });
  const result = results.at(-1);
  if (result === undefined) return null;
  const date = result.start.date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  const time = result.start.isCertain('hour') ? `${pad(date.getHours())}:${pad(date.getMinutes())}` : null;
  const before = /(?:^|[\s,])(?:on|by|due|until|at|for)\s*$/iu.exec(text.slice(0, result.index));
  return { value: { day: dayOf(date), time }, start: before?.index ?? result.index, end: result.end };
}

/** The text without the pieces, and without the commas and spaces that stood around them. */
function without(text: string, pieces: readonly (Found<unknown> | null)[]): string {
  let left = '';
  let position = 0;
  for (const piece of pieces.filter((found) => found !== null).toSorted((one, other) => one.start - other.start)) {
    left += `${text.slice(position, Math.max(position, piece.start))} `;
    position = Math.max(position, piece.end);
  }
  left += text.slice(position);
  return left
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,.;:])/gu, '$1')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '');
}
