import type { ToolEffect } from './tool.ts';

/** What each tool may do. A tool that is not in this table is denied, whatever a prompt or a model says. */
export const toolPolicy: Readonly<Record<string, ToolEffect>> = {
  search: 'read',
  readProject: 'read',
  listTasks: 'read',
  proposeTask: 'propose',
  proposeCheckpoint: 'propose',
  proposeChanges: 'propose',
  proposePlan: 'propose',
};
