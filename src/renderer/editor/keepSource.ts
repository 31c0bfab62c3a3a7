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

  return (edited) => {
    if (edited === written) return source;
    const editedLines = splitLines(edited);
    const merged: string[] = [];
    let lastChange = 0;
    const changes = alignLines(writtenLines, editedLines).filter((run) => !run.isSame);
    let run = 0;
    for (let change = nextChange(); change; change = nextChange()) {
      while (run < runs.length && endsBefore(runs[run], change.fromA)) merged.push(...sourceOf(runs[run++]));
      // A run that the change reaches into goes as a whole, and further changes that reach into the same run go with it.
      const first = runs[run];
      let fromA = first === undefined ? change.fromA : Math.min(first.fromB, change.fromA);
      let fromB = change.fromB - (change.fromA - fromA);
      let { toA, toB } = change;
      for (;;) {
        while (run < runs.length && startsBefore(runs[run], toA)) {
          const end = runs[run]?.toB ?? toA;
          if (end > toA) {
            toB += end - toA;
            toA = end;
          }
          run += 1;
        }
        const next = changes[lastChange];
        if (next === undefined || next.fromA >= toA) break;
        // The lines between the two changes were counted as unchanged; from here the next one's end holds.
        toB = next.toB + Math.max(0, toA - next.toA);
        toA = Math.max(toA, next.toA);
        lastChange += 1;
      }
      fromA = Math.max(0, fromA);
      fromB = Math.max(0, fromB);
      merged.push(...editedLines.slice(fromB, toB));
    }
    while (run < runs.length) merged.push(...sourceOf(runs[run++]));
    return merged.join(eol);

    function nextChange(): LineRun | undefined {
      return changes[lastChange++];
    }
  };

  function sourceOf(run: LineRun | undefined): string[] {
    return run === undefined ? [] : sourceLines.slice(run.fromA, run.toA);
  }
}

const splitLines = (text: string): string[] => text.split(/\r\n|\n/u);
/** What a line says without the marks that have several spellings. Nothing is left of a rule, a fence, a blank line. */
const markless = (line: string): string => line.replace(/[\s*_+\-#|\\`~:=<>]/gu, '');

function endsBefore(run: LineRun | undefined, line: number): boolean {
  return run !== undefined && (run.toB <= line || (run.fromB === run.toB && run.fromB <= line));
}

/** An insertion exactly between two runs touches neither. */
function startsBefore(run: LineRun | undefined, line: number): boolean {
  return run !== undefined && run.fromB < line;
}
