import { Fragment, type Node } from '@milkdown/kit/prose/model';

/**
 * Writes a document block by block and remembers what each block came to: while one paragraph is typed in, the
 * thousand others are not written anew.
 */
export function createBlockSerializer(serialize: (doc: Node) => string): (doc: Node) => string {
  const written = new WeakMap<Node, string>();

  const write = (doc: Node, blocks: readonly Node[]): string => {
    const [first] = blocks;
    if (first === undefined) return '';
    // Lists that follow each other tell themselves apart by their bullets: those are written together.
    const isAlone = blocks.length === 1;
    const known = isAlone ? written.get(first) : undefined;
    if (known !== undefined) return known;
    const text = serialize(doc.type.create(doc.attrs, Fragment.from([...blocks]))).replace(/^\n+|\n+$/gu, '');
    if (isAlone) written.set(first, text);
    return text;
  };

  return (doc) => {
    const parts: string[] = [];
    let lists: Node[] = [];
    const flush = (): void => {
      if (lists.length > 0) parts.push(write(doc, lists));
      lists = [];
    };
    doc.forEach((block) => {
      if (isList(block)) {
        lists.push(block);
        return;
      }
      flush();
      parts.push(write(doc, [block]));
    });
    flush();
    const text = parts.filter((part) => part !== '').join('\n\n');
    return text === '' ? '' : `${text}\n`;
  };
}

const isList = (node: Node): boolean => node.type.name === 'bullet_list' || node.type.name === 'ordered_list';
