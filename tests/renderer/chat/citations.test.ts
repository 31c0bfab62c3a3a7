import { describe, expect, test } from 'vitest';
import { remarkCitations } from '../../../src/renderer/features/chat/citations.ts';

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: { hName: string; hProperties: { number: number } };
}

const cite = (text: string, numbers: number[], type = 'paragraph'): string[] => {
  const tree: Node = { type: 'root', children: [{ type, children: [{ type: 'text', value: text }] }] };
  remarkCitations({ numbers: new Set(numbers) })(tree);
  return (tree.children?.[0]?.children ?? []).map((node) =>
    node.data === undefined ? (node.value ?? '').replace('\u2060', '|') : `#${node.data.hProperties.number}`,
  );
};

describe('remarkCitations', () => {
  test('numbers of known sources become citations that stay on the line of their words', () => {
    expect(cite('Rates,[1] duty. [2] End', [1, 2])).toEqual(['Rates,|', '#1', ' duty.|', '#2', ' End']);
  });

  test('several numbers in one bracket are several citations', () => {
    expect(cite('Both. [1, 3]', [1, 3])).toEqual(['Both.|', '#1', '#3']);
  });

  test('a number without a source, and all other brackets, stay text', () => {
    expect(cite('See [4], [x] and a[0].', [1])).toEqual(['See [4], [x] and a[0].']);
  });

  test('the words of a link are not touched', () => {
    expect(cite('[1]', [1], 'link')).toEqual(['[1]']);
  });
});
