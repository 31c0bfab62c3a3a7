import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { taskIdSchema } from '../../src/contracts/ids.ts';
import type { TaskListItem } from '../../src/contracts/task.ts';

const WORDS =
  'checkout invoice shipping tariff portrait proof catalogue staging label quote photography vineyard'.split(' ');

/** Task rows as `tasks.list` answers them, alike for everybody who asks for the same number. */
export function makeTaskRows(count: number): TaskListItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: taskIdSchema.parse(`0192f0c1-2f7e-7c3a-9a51-${index.toString(16).padStart(12, '0')}`),
    title: `${WORDS[index % WORDS.length] ?? ''} ${WORDS[(index * 7) % WORDS.length] ?? ''} for client ${index % 40}`,
    status: index % 3 === 0 ? 'in_progress' : 'todo',
    priority: index % 5 === 0 ? 'high' : 'medium',
    dueDate: `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    dueTime: index % 4 === 0 ? '15:00' : null,
    projectId: null,
    assignees: [],
    labels: index % 6 === 0 ? ['checkout', 'tax'] : [],
    sortOrder: `a${index.toString(36)}`,
    recurrence: null,
    blockedBy: [],
    seriesId: null,
    occurrence: null,
    seriesStart: null,
    version: 1,
    createdAt: 1_790_000_000_000 + index,
    updatedAt: 1_790_000_000_000 + index,
    completedAt: null,
    isAiSuggested: false,
    isApproved: true,
    hasDescription: index % 2 === 0,
    commentCount: 0,
    checklistTotal: 0,
    checklistDone: 0,
    openBlockerCount: 0,
  }));
}

const t = initTRPC.create();

/** A router that answers prepared rows, so that nothing but the carrier is measured. */
export const transportRouter = t.router({
  tasks: t.router({
    list: t.procedure
      .input(z.object({ limit: z.int() }))
      .query(({ input }) => ({ items: rows(input.limit), nextCursor: null })),
  }),
});
export type TransportRouter = typeof transportRouter;

const prepared = new Map<number, TaskListItem[]>();
function rows(count: number): TaskListItem[] {
  let items = prepared.get(count);
  if (!items) prepared.set(count, (items = makeTaskRows(count)));
  return items;
}
