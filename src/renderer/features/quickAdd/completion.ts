import { isSimpleLabel } from '../../../language/readTags.ts';

export interface CompletionOption {
  readonly id: string;
  readonly name: string;
}

/** What "@" or "#" before the caret may come to be. */
export interface Completion {
  readonly sign: '@' | '#';
  /** Where the sign and what was typed after it stand. */
  readonly start: number;
  readonly end: number;
  readonly options: readonly CompletionOption[];
  /** What was typed is the first option already, so that Enter adds the task. */
  readonly isWhole: boolean;
}

interface Names {
  readonly projects: readonly CompletionOption[];
  readonly labels: readonly string[];
}

const SHOWN = 6;
const TAG = /(?:^|[\s,])([@#])(["“]?)([^"“”@#]*)$/u;

/** The names that go on from what stands before the caret; null where none is being written. */
export function completionAt(text: string, caret: number, { projects, labels }: Names): Completion | null {
  const match = TAG.exec(text.slice(0, caret));
  if (match === null) return null;
  const [, sign, quote = '', typed = ''] = match;
  // A name without quotes goes on over a space only while it is one; a label never does.
  if (sign === '#' && quote === '' && /\s/u.test(typed)) return null;
  const all = sign === '@' ? projects : labels.map((name) => ({ id: name, name }));
  const options = rank(all, fold(typed)).slice(0, SHOWN);
  if (options.length === 0) return null;
  return {
    sign: sign === '@' ? '@' : '#',
    start: caret - typed.length - quote.length - 1,
    end: caret,
    options,
    isWhole: fold(options[0]?.name ?? '') === fold(typed),
  };
}

/** Names that begin so, then those of which a further word does. */
function rank(all: readonly CompletionOption[], typed: string): CompletionOption[] {
  const begins = all.filter(({ name }) => fold(name).startsWith(typed));
  const hasWord = all.filter(
    ({ name }) => !begins.some((other) => other.name === name) && fold(name).includes(` ${typed}`),
  );
  return typed === '' || typed.endsWith(' ') ? begins : [...begins, ...hasWord];
}

/** The text with an option in place of what was typed, and where the caret goes. */
export function complete(
  text: string,
  completion: Completion,
  { name }: CompletionOption,
): { text: string; caret: number } {
  const isBare = completion.sign === '#' ? isSimpleLabel(name) : !/[\s,;@#!"]/u.test(name);
  const before = `${text.slice(0, completion.start)}${completion.sign}${isBare ? name : `"${name}"`} `;
  return { text: before + text.slice(completion.end).replace(/^["”]?\s*/u, ''), caret: before.length };
}

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase();
