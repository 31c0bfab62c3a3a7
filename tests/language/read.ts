import { parseQuickTask } from '../../src/language/parseQuickTask.ts';

/** A Saturday. */
export const now = new Date(2026, 10, 21, 12, 40);

export const projects = [
  { id: 'shop', name: 'Wine shop relaunch' },
  { id: 'wine', name: 'Wine' },
  { id: 'studio', name: 'Studio Ferri' },
  { id: 'odd', name: 'C++ (part 2)' },
];

/**
 * What a sentence is read as, on one line: the title, then day, time, rule, priority, labels and project where there are
 * some: `Call Rossi | 2026-11-22 10:00 !high #calls @shop`.
 */
export function read(sentence: string, labels: readonly string[] = []): string {
  const task = parseQuickTask(sentence, { now, projects, labels, ignored: [] });
  const parts = [
    task.dueDate,
    task.dueTime,
    task.recurrence,
    task.priority === null ? null : `!${task.priority}`,
    ...task.labels.map((label) => `#${label}`),
    task.projectId === null ? null : `@${task.projectId}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? task.title : `${task.title} | ${parts.join(' ')}`;
}

/** `sentence => what it is read as`, one on each line; without an arrow it stays as it is. */
export function table(lines: string): [string, string][] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [sentence = '', expected = sentence] = line.split(' => ');
      return [sentence, expected];
    });
}
