import { expect, test } from 'vitest';
import { countBoxes } from '../../../src/core/records/checklist.ts';

test.each([
  ['', 0, 0],
  ['- [ ] one\n- [x] two\n- [X] three', 3, 2],
  ['* [ ] star\n+ [x] plus\n1. [ ] first\n2) [x] second', 4, 2],
  ['- [ ] outer\n    - [x] inner\n\t- [ ] by tab', 3, 1],
  ['> - [x] quoted', 1, 1],
  ['- [ ]\n- [x]', 2, 1],
  ['- [ ] one\r\n- [x] two\r\n', 2, 1],
  ['- [ ]no space\n- [y] other\n-[ ] none\n[ ] none\ntext - [ ] none', 0, 0],
  ['```\n- [ ] in code\n```\n- [x] after\n~~~~\n- [ ] in code\n~~~\n- [ ] still\n~~~~\n- [ ] out', 2, 1],
  ['- [x] [link](https://example.org)', 1, 1],
])('%j has %i boxes, %i of them ticked', (markdown, total, done) => {
  expect(countBoxes(markdown)).toEqual({ total, done });
});

test('the longest description takes no time, whatever is in it', () => {
  const start = performance.now();
  for (const text of [
    '- [ ] x\n'.repeat(25_000),
    '>'.repeat(200_000) + '[ ]',
    ' \t'.repeat(100_000) + '[ ]',
    '`'.repeat(200_000) + '[x]',
  ])
    countBoxes(text);
  expect(performance.now() - start).toBeLessThan(1_000);
});
