import { expect, test } from 'vitest';
import { countRows } from '../../../src/renderer/features/activity/countRows.ts';

test('rows are counted by line ends outside of quotes', () => {
  expect(countRows('')).toBe(0);
  expect(countRows('time,who\r\n1,Marta\r\n')).toBe(2);
  expect(countRows('1,"two\r\nlines"\r\n')).toBe(1);
  expect(countRows('1,"a ""quoted"" word, and\r\nmore"\r\n2,x\r\n')).toBe(2);
});
