import { z } from 'zod';
import type { ProjectId } from '../../../contracts/ids.ts';
import { prioritySchema } from '../../../contracts/task.ts';
import { daySchema, markdownSchema, timeOfDaySchema, titleSchema } from '../../../contracts/text.ts';
import type { ChangeService } from '../../workspace.ts';
import type { RecordReader } from '../records.ts';
import { projectByName } from './projectByName.ts';
import { propose } from './propose.ts';
import { defineTool, type Tool, type ToolContext } from './tool.ts';

/** Tools that make suggestions. Nothing is written until the user approves. */
export function createProposeTools(changes: ChangeService, reader: RecordReader): Tool[] {
  const projectIdOf = (name: string | null | undefined, { run }: ToolContext): ProjectId | null => {
    if (name != null) return projectByName(reader, name).id;
    return run.scope.kind === 'project' ? projectByName(reader, run.scope.id).id : null;
  };
  return [
    defineTool({
      name: 'proposeTask',
      description: 'Suggests one new task. It waits for the approval of the user; nothing is created by this call.',
      schema: z.object({
        title: titleSchema,
        description: markdownSchema.optional(),
        priority: prioritySchema.optional(),
        dueDate: daySchema.nullish().describe('YYYY-MM-DD'),
        dueTime: timeOfDaySchema.nullish().describe('HH:mm, only with a due date'),
        project: z
          .string()
          .min(1)
          .nullish()
          .describe('The name or id of the project; left out for the one that is talked about'),
      }),
      run({ project, ...given }, context) {
        const fields = { ...given, projectId: projectIdOf(project, context) };
        const called = `the task "${given.title}"`;
        return propose(
          changes,
          { changes: [{ kind: 'task', operation: 'create', fields }], called, count: 1 },
          context,
        );
      },
    }),
    defineTool({
      name: 'proposeCheckpoint',
      description: 'Suggests one new checkpoint (milestone) of a project. It waits for the approval of the user.',
      schema: z.object({
        title: titleSchema,
        date: daySchema.describe('YYYY-MM-DD'),
        project: z
          .string()
          .min(1)
          .nullish()
          .describe('The name or id of the project; left out for the one that is talked about'),
      }),
      run({ project, ...given }, context) {
        const projectId = projectIdOf(project, context);
        if (projectId === null) return { text: 'A checkpoint belongs to a project: say which.', count: null };
        const fields = { ...given, projectId };
        const called = `the checkpoint "${given.title}"`;
        const wanted = {
          changes: [{ kind: 'checkpoint' as const, operation: 'create' as const, fields }],
          called,
          count: 1,
        };
        return propose(changes, wanted, context);
      },
    }),
  ];
}
