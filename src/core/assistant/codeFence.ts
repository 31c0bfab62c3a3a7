/** The line that opens a fenced code block (CommonMark 0.31, section 4.5). */
export interface CodeFence {
  readonly mark: string;
  readonly length: number;
  readonly language: string;
}

// A fence may stand in a list or a quote; what is before it there is passed over.
const OPENING = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})[ \t]*([^\s`]*)([^\n]*)$/u;
const CLOSING = /^[ \t>]*(`{3,}|~{3,})\s*$/u;

/** @returns null where the line opens no code block */
export function readCodeFence(line: string): CodeFence | null {
  const [, marks = '', language = '', rest = ''] = OPENING.exec(line) ?? [];
  const [mark] = marks;
  // Backticks after backticks are code within the line.
  if (mark === undefined || (mark === '`' && rest.includes('`'))) return null;
  return { mark, length: marks.length, language };
}

/** Whether a line closes the code block: at least as many of the same marks, and nothing else. */
export function closesCode(line: string, fence: CodeFence): boolean {
  const marks = CLOSING.exec(line)?.[1] ?? '';
  return marks[0] === fence.mark && marks.length >= fence.length;
}
