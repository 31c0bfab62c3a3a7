import {
  activityCsvInputSchema,
  activityFilterSchema,
  activityGetSchema,
  activityListInputSchema,
} from '../contracts/activity.ts';
import { procedure, router } from './trpc.ts';

export const activityRouter = router({
  list: procedure.input(activityListInputSchema).query(({ ctx, input }) => ctx.workspace.activity.list(input)),
  get: procedure.input(activityGetSchema).query(({ ctx, input }) => ctx.workspace.activity.get(input.sequence)),
  count: procedure
    .input(activityFilterSchema.prefault({}))
    .query(({ ctx, input }) => ctx.workspace.activity.count(input)),
  csv: procedure
    .input(activityCsvInputSchema.prefault({}))
    .query(({ ctx, input }) => ctx.workspace.activity.csv(input)),
});
