import { z } from 'zod';
import type { ProjectId } from '../../../contracts/ids.ts';
import { titleSchema } from '../../../contracts/text.ts';
import type { Change, ChangeService } from '../../workspace.ts';
import type { RecordReader } from '../records.ts';
import { givenOf, newCheckpointFields, newTaskFields, projectText } from './askedFields.ts';
import { projectByName } from './projectByName.ts';
import { propose } from './propose.ts';
import { defineTool, type Tool, type ToolContext, type ToolResult } from './tool.ts';

/** Tasks and checkpoints of one plan. */
const PLAN_MAX = 60;

const schema = z.strictObject({
  goal: titleSchema.describe('What the plan reaches, a few words: "Wine shop opens on 1 December"'),
  project: projectText.describe(
    'The name or id of the project; left out for the one that is talked about, or for none',
  ),
  checkpoints: z
    .array(z.strictObject(newCheckpointFields))
    .optional()
    .describe('What has to be reached, with dates; only in a project'),
  tasks: z
    .array(
      z.strictObject({
        ...newTaskFields,
        checkpoint: z.string().min(1).optional().describe('The title of the checkpoint in this plan that it leads to'),
      }),
    )
    .min(1)
    .describe('The work, in the order it is done'),
});
type Asked = z.output<typeof schema>;
type PlannedTask = Asked['tasks'][number];

/** The tool of the planner: a goal's checkpoints and tasks as one set. */
export function createProposePlan(changes: ChangeService, reader: RecordReader): Tool {
  return defineTool({
    name: 'proposePlan',
    description:
      'Suggests a whole plan as one set that the user approves, edits or rejects: checkpoints with dates and the tasks that lead to each. Nothing is created by this call.',
    schema,
    ignoresNulls: true,
    run(asked, context) {
      const projectId = projectOf(asked.project, context);
      const problem = problemOf(asked, projectId);
      if (problem !== null) return refused(problem);
      const wanted = changesOf(asked, projectId);
      const count = wanted.length;
      return propose(
        changes,
        { changes: wanted, title: asked.goal, called: `the plan "${asked.goal}"`, count },
        context,
      );
    },
  });

  function projectOf(name: string | undefined, { run }: ToolContext): ProjectId | null {
    if (name !== undefined) return projectByName(reader, name).id;
    return run.scope.kind === 'project' ? projectByName(reader, run.scope.id).id : null;
  }
}

const refused = (text: string): ToolResult => ({ text, count: null });
const fold = (title: string): string => title.trim().toLowerCase();

/** What is wrong with a plan as a plan, in words for the model; null where nothing is. */
function problemOf({ checkpoints = [], tasks }: Asked, projectId: ProjectId | null): string | null {
  if (checkpoints.length + tasks.length > PLAN_MAX) return `A plan has at most ${PLAN_MAX} tasks and checkpoints.`;
  if (checkpoints.length > 0 && projectId === null)
    return 'Checkpoints belong to a project: name it, or plan with tasks alone.';
  const dates = new Map(checkpoints.map(({ title, date }) => [fold(title), date]));
  if (dates.size < checkpoints.length) return 'Two checkpoints of the plan have the same title.';
  for (const { title, checkpoint, dueDate } of tasks) {
    if (checkpoint === undefined) continue;
    const date = dates.get(fold(checkpoint));
    if (date === undefined) return `The task "${title}" leads to "${checkpoint}", which is no checkpoint of the plan.`;
    if (dueDate !== undefined && dueDate > date)
      return `The task "${title}" is due on ${dueDate}, after the checkpoint it leads to (${date}).`;
  }
  return null;
}

/** Stage by stage: each checkpoint, the earliest first, with the tasks that lead to it, then the tasks that lead to none. */
function changesOf({ checkpoints = [], tasks }: Asked, projectId: ProjectId | null): Change[] {
  const taskOf = ({ checkpoint: _checkpoint, ...fields }: PlannedTask): Change => ({
    kind: 'task',
    operation: 'create',
    fields: { ...givenOf(fields), projectId },
  });
  const stages = checkpoints
    .toSorted((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0))
    .flatMap(({ title, date }): Change[] => [
      { kind: 'checkpoint', operation: 'create', fields: { title, date, projectId } },
      ...tasks.filter(({ checkpoint }) => checkpoint !== undefined && fold(checkpoint) === fold(title)).map(taskOf),
    ]);
  return [...stages, ...tasks.filter(({ checkpoint }) => checkpoint === undefined).map(taskOf)];
}
