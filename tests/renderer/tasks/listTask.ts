import { type TaskListItem, taskListItemSchema } from '../../../src/contracts/task.ts';

/** A task as lists have it; its number is in its id and title. */
export function listTask(number: number, fields: Partial<TaskListItem> = {}): TaskListItem {
  return taskListItemSchema.parse({
    id: `019aa000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    version: 1,
    createdAt: 0,
    updatedAt: 0,
    title: `Task ${number}`,
    status: 'todo',
    priority: 'medium',
    dueDate: null,
    dueTime: null,
    projectId: null,
    assignees: [],
    labels: [],
    sortOrder: 'a0',
    recurrence: null,
    blockedBy: [],
    completedAt: null,
    seriesId: null,
    occurrence: null,
    seriesStart: null,
    isAiSuggested: false,
    isApproved: true,
    hasDescription: false,
    commentCount: 0,
    checklistTotal: 0,
    checklistDone: 0,
    openBlockerCount: 0,
    ...fields,
  });
}
