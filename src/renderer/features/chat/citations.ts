/** The part of a Markdown tree (mdast) that is needed here. */
interface MarkdownNode {
  type: string;
  value?: string;
  children?: MarkdownNode[];
  data?: { hName: string; hProperties: { number: number } };
}

/** One or several numbers, with the space before them: a citation follows its words closely. */
const CITATION = /[ \t]*\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/gu;

const WORD_JOINER = '\u2060';

/** A remark plugin: `[1]` of a known source becomes a `cite` element; all other brackets stay text. */
export function remarkCitations({ numbers }: { numbers: ReadonlySet<number> }): (tree: MarkdownNode) => void {
  return (tree) => {
    replaceCitations(tree, numbers);
  };
}

function replaceCitations(parent: MarkdownNode, numbers: ReadonlySet<number>): void {
  if (parent.children === undefined) return;
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'text') return splitText(child.value ?? '', numbers);
    // A link's words are the link's.
    if (child.type !== 'link') replaceCitations(child, numbers);
    return [child];
  });
}

function splitText(text: string, numbers: ReadonlySet<number>): MarkdownNode[] {
  const parts: MarkdownNode[] = [];
  let end = 0;
  for (const match of text.matchAll(CITATION)) {
    const cited = (match[1] ?? '').split(',').map(Number);
    if (!cited.every((number) => numbers.has(number))) continue;
    // It never begins a line of its own.
    parts.push({ type: 'text', value: `${text.slice(end, match.index)}${WORD_JOINER}` });
    for (const number of cited) parts.push({ type: 'citation', data: { hName: 'cite', hProperties: { number } } });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
