/** A line that begins a paragraph or a heading and nothing that could belong to what stands before it. */
const BEGINS = /^(?:#{1,6}[ \t]|[\p{L}\p{N}"'“‘(*_`])/u;
/** Digits may number an item, a star may mark one, three backticks open code: these go on with a list, or are no paragraph. */
const MAY_GO_ON =
  /^(?:\d{1,9}[.)](?:[ \t]|$)|[*+-](?:[ \t]|$)|`{3,}|\*(?:[ \t]*\*){2,}[ \t]*$|_(?:[ \t]*_){2,}[ \t]*$)/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

/**
 * Markdown that is still being written, in parts that can be drawn each on its own: a paragraph or heading after an empty line
 * ends every list, quote and table before it (https://spec.commonmark.org/0.31.2/#container-blocks). All parts but the last stay as
 * they are while more comes.
 */
export function splitBlocks(text: string): string[] {
  const blocks: string[] = [];
  let from = 0;
  let at = 0;
  let fence: string | null = null;
  let isAfterEmptyLine = false;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    // The last line may become anything yet.
    if (end === -1) break;
    const line = text.slice(at, end);
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = null;
    } else {
      if (isAfterEmptyLine && BEGINS.test(line) && !MAY_GO_ON.test(line)) {
        blocks.push(text.slice(from, at));
        from = at;
      }
      fence = mark ?? null;
    }
    isAfterEmptyLine = line.trim() === '';
    at = end + 1;
  }
  return [...blocks, text.slice(from)];
}
