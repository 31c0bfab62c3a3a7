import type { Embedder } from './embedder.ts';
import { withoutStopWords } from './stopWords.ts';
import { toWords } from './words.ts';

/** Characters of a body that are read. What a longer one is about stands at its beginning; full text knows the rest. */
export const EMBEDDED_BODY_MAX = 20_000;

const DIMENSION = 384;
/** Shares of a word's weight: the word itself, and its pieces, by which misspelt and related words meet. */
const WORD_SHARE = 0.6;
const PIECES_SHARE = 0.8;
const PIECE_LENGTHS = [2, 3, 4];
/** A title says what a record is about in few words, so it weighs more than its whole body. */
const TITLE_WEIGHT = 1.5;
/** Letters of a word that counts fully. */
const FULL_LENGTH = 4;

/**
 * The embedder that is always there: hashed words and character n-grams (signed feature hashing, Weinberger et al. 2009,
 * https://arxiv.org/abs/0902.2206). It knows spelling, not meaning: it finds typos, endings and parts of words in any
 * script. The same text gives the same vector on every machine.
 */
export const lexicalEmbedder: Embedder = {
  name: 'lexical-1',
  dimension: DIMENSION,
  minimumSimilarity: 0.15,
  embedDocument({ title, body }) {
    const titleVector = embedWords(toWords(title));
    const bodyVector = embedWords(toWords(body.slice(0, EMBEDDED_BODY_MAX)));
    if (titleVector === null || bodyVector === null) return titleVector ?? bodyVector;
    return normalize(bodyVector.map((value, index) => value + TITLE_WEIGHT * (titleVector[index] ?? 0)));
  },
  embedQuery(text) {
    return embedWords(toWords(text));
  },
};

function embedWords(words: readonly string[]): Float32Array | null {
  const counts = new Map<string, number>();
  for (const word of withoutStopWords(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size === 0) return null;

  const vector = new Float32Array(DIMENSION);
  for (const [word, count] of counts) {
    const weight = (1 + Math.log(count)) * Math.min(1, word.length / FULL_LENGTH);
    addFeature(vector, `=${word}`, weight * WORD_SHARE);
    const pieces = piecesOf(word);
    for (const piece of pieces) addFeature(vector, piece, (weight * PIECES_SHARE) / Math.sqrt(pieces.length));
  }
  return normalize(vector);
}

/** Runs of characters of a word, with `<` and `>` for its ends. */
function piecesOf(word: string): string[] {
  const bounded = `<${word}>`;
  const pieces: string[] = [];
  for (const length of PIECE_LENGTHS) {
    for (let start = 0; start + length <= bounded.length; start++) pieces.push(bounded.slice(start, start + length));
  }
  return pieces;
}

function addFeature(vector: Float32Array, feature: string, weight: number): void {
  const hash = hashText(feature);
  const index = (hash >>> 1) % DIMENSION;
  vector[index] = (vector[index] ?? 0) + ((hash & 1) === 0 ? weight : -weight);
}

/** FNV-1a over UTF-16 code units, mixed at the end as in MurmurHash3, so that every bit depends on every character. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** @returns null where features cancelled each other out to nothing. */
function normalize(vector: Float32Array): Float32Array | null {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return null;
  const length = Math.sqrt(sum);
  return vector.map((value) => value / length);
}
