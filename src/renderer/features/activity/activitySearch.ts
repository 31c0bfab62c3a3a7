import { z } from 'zod';
import type { ActivityFilter } from '../../../contracts/activity.ts';
import { activityActorSchema } from '../../../contracts/activity.ts';
import { conversationIdSchema, projectIdSchema } from '../../../contracts/ids.ts';
import { recordKindSchema } from '../../../contracts/record.ts';
import { daySchema } from '../../../contracts/text.ts';

/** One of what a filter takes; anything else is as if it was not there. */
const left = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the address of Activity says: filters and the open row. Nonsense is left out. */
export const activitySearchSchema = z.object({
  who: left(activityActorSchema),
  /** With `who=agent`: which one. */
  agent: left(z.string().min(1).max(200)),
  what: left(z.enum(['changes', 'tools'])),
  kind: left(recordKindSchema),
  project: left(projectIdSchema),
  conversation: left(conversationIdSchema),
  from: left(daySchema),
  to: left(daySchema),
  /** The row that is open. */
  row: left(z.int().min(1)),
});
export type ActivitySearch = z.output<typeof activitySearchSchema>;

/** The filters of an address, as the API takes them. */
export function filterOf(search: ActivitySearch): ActivityFilter {
  return {
    what: search.what ?? 'all',
    ...(search.who === undefined ? {} : { who: search.who }),
    ...(search.who === 'agent' && search.agent !== undefined ? { agent: search.agent } : {}),
    ...(search.kind === undefined ? {} : { recordKind: search.kind }),
    ...(search.project === undefined ? {} : { projectId: search.project }),
    ...(search.conversation === undefined ? {} : { conversationId: search.conversation }),
    ...(search.from === undefined ? {} : { from: search.from }),
    ...(search.to === undefined ? {} : { to: search.to }),
  };
}

export const NO_FILTERS = {
  who: undefined,
  agent: undefined,
  what: undefined,
  kind: undefined,
  project: undefined,
  conversation: undefined,
  from: undefined,
  to: undefined,
} satisfies Partial<ActivitySearch>;

/** Whether anything narrows the list. */
export function isFiltered(search: ActivitySearch): boolean {
  const { row: _row, ...filters } = search;
  return Object.values(filters).some((value) => value !== undefined);
}
