import { alignLines, type LineRun } from './alignLines.ts';

/** Turns what the editor wrote into what should be saved. */
export type KeepSource = (edited: string) => string;

/**
 * An editor that parses Markdown and writes it anew says the same in other marks (`*` for `-`, padded tables), and drops
 * what it has no place for (unused link definitions). So that opening and changing a word does not rewrite a note, what
 * the editor wrote is taken only where the user changed it; everywhere else the note's own lines stay as they were.
 * @param source the note's own text
 * @param written what the editor writes for it untouched
 */
export function keepSource(source: string, written: string): KeepSource {
  if (source === written) return (edited) => edited;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const sourceLines = splitLines(source);
  const writtenLines = splitLines(written);
  const runs = alignLines(sourceLines.map(markless), writtenLines.map(markless));

  const sourceOf = ({ fromA, toA }: LineRun): string[] => sourceLines.slice(fromA, toA);

  return (edited) => {
    if (edited === written) return source;
    const editedLines = splitLines(edited);
    const changes = alignLines(writtenLines, editedLines).filter((run) => !run.isSame);
    const merged: string[] = [];
    let place: Place = { run: 0, change: 0 };
    for (let change = changes[0]; change !== undefined; change = changes[place.change]) {
      const first = runs.findIndex((run, index) => index >= place.run && !endsBefore(run, change.fromA));
      const next = first < 0 ? runs.length : first;
      merged.push(...runs.slice(place.run, next).flatMap(sourceOf));
      const stretch = wholeRuns(runs, changes, { run: next, change: place.change });
      merged.push(...editedLines.slice(stretch.from, stretch.to));
      place = stretch.next;
    }
    merged.push(...runs.slice(place.run).flatMap(sourceOf));
    return merged.join(eol);
  };
}

interface Place {
  /** Of the runs between the source and what the editor wrote. */
  readonly run: number;
  /** Of the changes between what the editor wrote and what is edited. */
  readonly change: number;
}

/**
 * The edited lines that stand for a change. A run that the change reaches into goes as a whole, and so do further changes
 * that reach into the same run.
 */
function wholeRuns(
  runs: readonly LineRun[],
  changes: readonly LineRun[],
  place: Place,
): { from: number; to: number; next: Place } {
  let { run, change } = place;
  const begin = changes[change];
  if (begin === undefined) return { from: 0, to: 0, next: place };
  // Lines before the change are the same on both sides, so that both sides move by as many.
  const early = Math.max(0, begin.fromA - (runs[run]?.fromB ?? begin.fromA));
  let written = begin.toA;
  let edited = begin.toB;
  change += 1;
  for (;;) {
    for (let reached = runs[run]; reached !== undefined && reached.fromB < written; reached = runs[run]) {
      edited += Math.max(0, reached.toB - written);
      written = Math.max(written, reached.toB);
      run += 1;
    }
    const further = changes[change];
    if (further === undefined || further.fromA >= written) break;
    edited = further.toB + Math.max(0, written - further.toA);
    written = Math.max(written, further.toA);
    change += 1;
  }
  return { from: begin.fromB - early, to: edited, next: { run, change } };
}

const splitLines = (text: string): string[] => text.split(/\r\n|\n/u);
/** What a line says without the marks that have several spellings. Nothing is left of a rule, a fence, a blank line. */
const markless = (line: string): string => line.replace(/[\s*_+\-#|\\`~:=<>]/gu, '');

/** An insertion exactly behind a run does not touch it. */
const endsBefore = (run: LineRun, line: number): boolean => run.toB <= line;
