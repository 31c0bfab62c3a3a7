import { defaultFilter } from 'cmdk';
import { fold } from '../commands/fold.ts';

/** From here on a command is what was meant, and stands before what the search finds. */
export const SURE = 0.8;
/** Below this it is a coincidence of letters. */
const LEAST = 0.05;

interface Named {
  readonly label: string;
  /** Found by this instead of its label. */
  readonly name?: string;
  /** Further words it is found by. */
  readonly keywords?: string;
}

/** How well a text fits a name, from 0 to 1: beginnings of its words in any order, or its letters with others between. */
export function scoreOf({ label, name: called = label, keywords = '' }: Named, text: string): number {
  const wanted = fold(text).trim();
  if (wanted === '') return 1;
  const name = fold(called);
  const words = `${name} ${fold(keywords)}`.split(/[^\p{L}\p{N}]+/u);
  const areBeginnings = wanted
    .split(/\s+/u)
    .every((part) => words.some((word) => word.startsWith(part.replace(/[^\p{L}\p{N}]+$/u, ''))));
  const score = Math.max(defaultFilter(name, wanted), areBeginnings ? SURE : 0);
  // One letter is in everything.
  return score >= (wanted.length === 1 ? SURE : LEAST) ? score : 0;
}

/** Those that fit, the best first; equal ones stay in their order. */
export function rankCommands<Command extends Named>(
  commands: readonly Command[],
  text: string,
): readonly { readonly command: Command; readonly score: number }[] {
  return commands
    .map((command) => ({ command, score: scoreOf(command, text) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}
