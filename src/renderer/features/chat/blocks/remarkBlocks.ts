import { BLOCK_LANGUAGE, blockKindOf } from '../../../../contracts/block.ts';

/** The part of a Markdown tree (mdast) that is needed here. */
interface MarkdownNode {
  type: string;
  lang?: string | null;
  value?: string;
  children?: MarkdownNode[];
  data?: { hName: string; hProperties: BlockProperties };
}

/** What a `figure` of an answer carries; there is no other, since HTML in an answer stays text. */
interface BlockProperties {
  kind: string;
  body: string;
  /** Its end may not be there yet. */
  isComing: boolean;
  /** Which question of the answer it is, from 0. */
  turn: number;
}

/**
 * A remark plugin: a code block whose language begins with `adiuva-` becomes a `figure`, at the outermost level or in a
 * list. In a quote it stays code: that is somebody else's text.
 */
export function remarkBlocks({ isStreaming }: { isStreaming: boolean }): (tree: MarkdownNode) => void {
  return (tree) => {
    let questions = 0;
    const draw = (parent: MarkdownNode, isAtEnd: boolean): void => {
      if (parent.children === undefined) return;
      parent.children = parent.children.map((child, index, all) => {
        const isComing = isAtEnd && index === all.length - 1;
        if (child.type === 'list' || child.type === 'listItem') draw(child, isComing);
        if (child.type !== 'code') return child;
        const { lang, value = '' } = child;
        const kind = blockKindOf(lang ?? '') ?? (isComing && isBeginning(lang, value) ? '' : null);
        if (kind === null) return child;
        const turn = kind === 'question' ? questions++ : 0;
        return { type: 'block', data: { hName: 'figure', hProperties: { kind, body: value, isComing, turn } } };
      });
    };
    draw(tree, isStreaming);
  };
}

/** A language that is half written may become one of ours. */
function isBeginning(lang: string | null | undefined, value: string): boolean {
  return lang != null && lang !== '' && value === '' && BLOCK_LANGUAGE.startsWith(lang);
}
