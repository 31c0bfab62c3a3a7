import { type ActivityItem, activityListInputSchema } from '../../../src/contracts/activity.ts';
import type { Workspace } from '../../../src/core/workspace.ts';

/** All rows that pass a filter, newest first, read page by page. */
export function readActivity(workspace: Workspace, filter: object = {}, limit = 50): ActivityItem[] {
  const items: ActivityItem[] = [];
  let cursor: string | null = null;
  do {
    const input = activityListInputSchema.parse({ ...filter, limit, cursor });
    const page: { items: ActivityItem[]; nextCursor: string | null } = workspace.activity.list(input);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** What rows say, for comparing. */
export function told({ operation, recordKind, title, fields, recordCount }: ActivityItem): unknown[] {
  return [operation, recordKind, title, fields, recordCount];
}
