/** Line ends outside of quotes. A doubled quote leaves and enters again, which comes to the same. */
export function countRows(text: string): number {
  let rows = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 34) isQuoted = !isQuoted;
    else if (character === 10 && !isQuoted) rows++;
  }
  return rows;
}
