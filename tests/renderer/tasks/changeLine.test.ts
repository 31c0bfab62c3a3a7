import { describe, expect, it } from 'vitest';
import { changeLine, countBoxes } from '../../../src/renderer/features/tasks/panel/changeLine.ts';

const before = '# Plan\n\n- [ ] Zones\n- [ ] Duty line\n- [ ] Tests';
const ticked = '# Plan\n\n- [ ] Zones\n- [x] Duty line\n- [ ] Tests';

describe('a box that was ticked while somebody else wrote', () => {
  it('is ticked in the text as it is', () => {
    expect(changeLine(before, ticked, before)).toBe(ticked);
  });

  it('keeps a tick of another window', () => {
    const theirs = before.replace('[ ] Zones', '[x] Zones');
    expect(changeLine(before, ticked, theirs)).toBe('# Plan\n\n- [x] Zones\n- [x] Duty line\n- [ ] Tests');
  });

  it('finds its line where lines came before it', () => {
    const theirs = `Read this first.\n\n${before}\n- [ ] One more`;
    expect(changeLine(before, ticked, theirs)).toBe(`Read this first.\n\n${ticked}\n- [ ] One more`);
  });

  it('is not ticked where its line was rewritten, taken away, or is there twice elsewhere', () => {
    expect(changeLine(before, ticked, before.replace('Duty line', 'Duty line for CH'))).toBeNull();
    expect(changeLine(before, ticked, '')).toBeNull();
    expect(changeLine(before, ticked, '- [ ] Duty line\n- [ ] Duty line')).toBeNull();
  });

  it('stays ticked where the other window ticked it too', () => {
    expect(changeLine(before, ticked, ticked)).toBe(ticked);
  });
});

describe('the progress of a checklist', () => {
  it.each([
    ['', 0, 0],
    ['No boxes [x] in text', 0, 0],
    [before, 0, 3],
    ['- [x] one\n* [X] two\n1. [ ] three\n> - [ ] quoted', 2, 4],
    ['```\n- [ ] code\n```\n- [x] real', 1, 1],
  ])('counts the boxes of lists: %j', (markdown, done, total) => {
    expect(countBoxes(markdown)).toEqual({ total, done });
  });
});
