import type { Source } from '../../contracts/conversation.ts';
import { type CodeFence, closesCode, readCodeFence } from './codeFence.ts';

/** So much of a line tells whether it opens or closes a code block. */
const FENCE_LINE_MAX = 200;
/** A citation may name several: `[1, 2]`. Longer than this it is none. */
const CITATION_MAX = 24;

/**
 * Takes the citations that point nowhere out of a text that arrives in pieces. What may still become a citation is held
 * back until it is decided; in Markdown code nothing is touched.
 */
export class CitationFilter {
  readonly #isKnown: (number: number) => boolean;
  readonly #cited = new Set<number>();
  /** Undecided: a space, and what follows it of a citation. */
  #held = '';
  /** The code block we are in. */
  #block: CodeFence | null = null;
  #line = '';
  /** Backticks that opened the code within a line that we are in; 0 outside. */
  #fence = 0;
  #backticks = 0;

  constructor(isKnown: (number: number) => boolean) {
    this.#isKnown = isKnown;
  }

  /** The numbers that were let through. */
  get cited(): ReadonlySet<number> {
    return this.#cited;
  }

  /** The part of the text so far that is decided and was not answered before. */
  push(piece: string): string {
    let out = '';
    for (const character of piece) {
      this.#followCode(character);
      out += this.#take(character);
    }
    return out;
  }

  /** What was held back, when nothing more comes. */
  end(): string {
    const rest = this.#held.endsWith(']') ? this.#decide() : this.#held;
    this.#held = '';
    return rest;
  }

  #take(character: string): string {
    if (this.#held.endsWith(']')) {
      // `[1](address)` is a link.
      if (character === '(') return this.#release() + character;
      return this.#decide() + this.#take(character);
    }
    if (this.#held.includes('[')) {
      const isPart = /^[\d, \]]$/u.test(character) && this.#held.length < CITATION_MAX;
      if (!isPart) return this.#release() + this.#take(character);
      this.#held += character;
      return '';
    }
    const isCode = this.#block !== null || this.#fence > 0;
    if (!isCode && character === '[') {
      this.#held += character;
      return '';
    }
    if (!isCode && character === ' ') {
      const before = this.#release();
      this.#held = character;
      return before;
    }
    return this.#release() + character;
  }

  #release(): string {
    const held = this.#held;
    this.#held = '';
    return held;
  }

  /** Follows where code begins and ends: a block by its lines, code in a line by as many backticks as opened it. */
  #followCode(character: string): void {
    if (this.#block === null) this.#followBackticks(character);
    if (character !== '\n') {
      if (this.#line.length < FENCE_LINE_MAX) this.#line += character;
      return;
    }
    const line = this.#line;
    this.#line = '';
    const isOpen = this.#block !== null;
    if (this.#block === null) this.#block = readCodeFence(line);
    else if (closesCode(line, this.#block)) this.#block = null;
    // Backticks of a fence open nothing in the lines after it, and those that nothing closes end with their paragraph.
    if (isOpen || this.#block !== null || line.trim() === '') this.#fence = 0;
  }

  #followBackticks(character: string): void {
    if (character === '`') {
      this.#backticks += 1;
    } else if (this.#backticks > 0) {
      if (this.#fence === 0) this.#fence = this.#backticks;
      else if (this.#backticks >= this.#fence) this.#fence = 0;
      this.#backticks = 0;
    }
  }

  /** A whole citation is held: keeps the numbers that are known. */
  #decide(): string {
    const held = this.#release();
    const numbers = [...held.matchAll(/\d+/gu)].map(([digits]) => Number(digits));
    if (numbers.length === 0) return held;
    const known = numbers.filter((number) => this.#isKnown(number));
    for (const number of known) this.#cited.add(number);
    if (known.length === numbers.length) return held;
    return known.length === 0 ? '' : `${held.startsWith(' ') ? ' ' : ''}[${known.join(', ')}]`;
  }
}

/** The text and the sources that go with it: what is not cited, or does not exist, is in neither. */
export function settleCitations(
  text: string,
  sources: readonly Source[],
  exists: (source: Source) => boolean,
): { content: string; sources: Source[] } {
  const existing = new Map(sources.filter(exists).map((source) => [source.number, source]));
  const filter = new CitationFilter((number) => existing.has(number));
  const content = filter.push(text) + filter.end();
  return { content, sources: [...existing.values()].filter((source) => filter.cited.has(source.number)) };
}
