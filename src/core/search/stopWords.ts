/** English words that say nothing about what is looked for. A query of nothing else keeps them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after all also am an and any are as at be been before being but by can could did do does doing done for from ' +
    'get got had has have having he her here hers him his how i if in into is it its just me more most my no not of off on ' +
    'once or our ours out over own she should so some such than that the their theirs them then there these they this those ' +
    'through to too under until up very was we were what when where which while who whom whose why will with would you your yours'
  ).split(' '),
);
