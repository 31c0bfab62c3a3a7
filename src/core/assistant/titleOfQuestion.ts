const LENGTH_MAX = 60;

/** What a conversation is called: its first question, on one line, cut between words. */
export function titleOfQuestion(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LENGTH_MAX) return line;
  const cut = line.slice(0, LENGTH_MAX);
  const space = cut.lastIndexOf(' ');
  // A cut inside a pair of surrogates would leave half a character.
  return `${(space > LENGTH_MAX / 2 ? cut.slice(0, space) : cut).toWellFormed().replace(/�$/u, '').trimEnd()}…`;
}
