/** English words that say nothing about what is looked for. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are as at be been before being but by can could did do does doing done for from ' +
    'get got had has have having he her here hers him his how i if in into is it its just me more most my no not of off on ' +
    'once or our ours out over own she should so some such than that the their theirs them then there these they this those ' +
    'through to too under until up very was we were what when where which while who whom whose why will with would you your yours'
  ).split(' '),
);

/** The words without those that say nothing; all of them where there are no others ("the who"). */
export function withoutStopWords(words: readonly string[]): readonly string[] {
  const meaningful = words.filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  return meaningful.length > 0 ? meaningful : words;
}
