import type { Priority } from '../contracts/task.ts';
import type { Span } from './compile.ts';

export interface FoundTag<Value> extends Span {
  readonly value: Value;
}

const PRIORITIES: Readonly<Record<string, Priority>> = {
  high: 'high',
  alta: 'high',
  hoch: 'high',
  '1': 'high',
  medium: 'medium',
  media: 'medium',
  mittel: 'medium',
  '2': 'medium',
  low: 'low',
  bassa: 'low',
  niedrig: 'low',
  '3': 'low',
};

/** "!high", "!alta", "!1"; ", high" between commas or at the end; "high priority", "priorità alta", "Priorität hoch". */
const PRIORITY_PATTERNS: readonly RegExp[] = [
  /(?<=^|[\s,])!(?:priority:?\s*)?(high|medium|low|alta|media|bassa|hoch|mittel|niedrig|[1-3])(?![\p{L}\p{N}])/giu,
  /,\s*(?:priority:?\s*|priorit[aà]:?\s*|priorit[aä]t:?\s*)?(high|medium|low|alta|bassa|hoch|niedrig)(?:\s+(?:priority|priorit[aà]|priorit[aä]t))?(?=\s*(?:,|$|!|#|@))/giu,
  /(?<=^|\s)(high|medium|low)\s+priority(?=\s*(?:,|$))/giu,
  /(?<=^|[\s,])priorit(?:[aà]|[aä]t)\s+(alta|media|bassa|hoch|mittel|niedrig)(?=\s*(?:,|$|!|#|@))/giu,
];

/** The priorities a sentence names. A bare "high" is a word like any other. */
export function findPriorities(text: string): FoundTag<Priority>[] {
  return PRIORITY_PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => {
      const value = PRIORITIES[(match[1] ?? '').toLowerCase()];
      return value === undefined ? [] : [{ value, start: match.index, end: match.index + match[0].length }];
    })
    .toSorted((one, other) => one.start - other.start);
}

/** "#label" with at least one letter ("#12" is a number), "#\"two words\"". */
const LABEL = /(?<=^|[\s,])#(?:"([^"]+)"|“([^”]+)”|((?=[\p{N}_-]*\p{L})[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_/-]*))/gu;

/** Whether a label can be written without quotes. */
export const isSimpleLabel = (name: string): boolean => new RegExp(`^(?:${LABEL.source})$`, 'u').test(`#${name}`);

/** The labels a sentence names, spelt as the one there is that differs in capitals alone. */
export function findLabels(text: string, known: readonly string[]): FoundTag<string>[] {
  return [...text.matchAll(LABEL)].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3] ?? '').trim();
    return {
      value: known.find((label) => isSame(label, name)) ?? name,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The projects a sentence names: by "@" and the beginning of a name that only one has; by a whole name after a comma, "in",
 * "for", "per", "für"; and by "#" and a whole name, unless that is a label. The longest name wins.
 */
export function findProjects(text: string, projects: readonly Named[], labels: readonly string[]): FoundTag<string>[] {
  const found: FoundTag<string>[] = [];
  const taken = (span: Span): boolean => found.some((other) => span.start < other.end && other.start < span.end);
  const add = (tag: FoundTag<string>): void => {
    if (!taken(tag)) found.push(tag);
  };
  for (const { id, name } of projects.toSorted((one, other) => other.name.length - one.name.length)) {
    const escaped = name.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replaceAll(/\s+/gu, '\\s+');
    const sign = labels.some((label) => isSame(label, name)) ? '@' : '[@#]';
    const pattern = new RegExp(
      `(?:,\\s*|(?<=^|\\s)(?:in|for|per|für)\\s+|(?<=^|[\\s,])${sign}["“]?)${escaped}["”]?(?![\\p{L}\\p{N}])`,
      'giu',
    );
    for (const match of text.matchAll(pattern)) {
      add({ value: id, start: match.index, end: match.index + match[0].length });
    }
  }
  for (const match of text.matchAll(/(?<=^|[\s,])@(?:"([^"]+)"|“([^”]+)”|([\p{L}\p{N}][^\s,;@#!]*))/gu)) {
    const typed = (match[1] ?? match[2] ?? match[3] ?? '').replace(/[.:?]+$/u, '');
    const beginning = projects.filter(({ name }) => startsWith(name, typed));
    const [only] = beginning;
    if (only === undefined || beginning.length > 1) continue;
    add({ value: only.id, start: match.index, end: match.index + match[0].length });
  }
  return found.toSorted((one, other) => one.start - other.start);
}

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase();
const isSame = (one: string, other: string): boolean => fold(one) === fold(other);
const startsWith = (name: string, beginning: string): boolean => fold(name).startsWith(fold(beginning));
