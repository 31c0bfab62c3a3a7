import { z } from 'zod';
import { searchQuerySchema, SEARCH_TEXT_MAX, SNIPPET_MARK_END, SNIPPET_MARK_START } from '../../../contracts/search.ts';
import { daySchema } from '../../../contracts/text.ts';
import { prioritySchema, taskListInputSchema } from '../../../contracts/task.ts';
import { checkpointListInputSchema } from '../../../contracts/checkpoint.ts';
import type { Workspace } from '../../workspace.ts';
import { createFence } from '../fence.ts';
import type { RecordReader } from '../records.ts';
import { projectByName } from './projectByName.ts';
import { defineTool, type Tool } from './tool.ts';

const FOUND_MAX = 8;
const LIST_MAX = 50;
/** UTF-16 code units that one result may hold. A record that does not fit is left out whole and named. */
export const RESULT_MAX = 24_000;

/** Tools that look and change nothing. */
export function createReadTools(
  services: Pick<Workspace, 'search' | 'tasks' | 'checkpoints' | 'projects'>,
  reader: RecordReader,
): Tool[] {
  const { search, tasks, checkpoints } = services;
  return [
    defineTool({
      name: 'search',
      description:
        'Searches clients, projects, tasks, checkpoints, notes and comments. Answers the records found, numbered.',
      schema: z.object({ text: z.string().min(1).describe('What to look for: a few words') }),
      async run({ text }, { run, sources }) {
        const { items } = await search.query(
          searchQuerySchema.parse({ text: text.slice(0, SEARCH_TEXT_MAX), limit: FOUND_MAX }),
        );
        const fence = createFence(run.id);
        let room = RESULT_MAX;
        const found = items.flatMap((item) => {
          const record = reader.read(item.kind, item.id);
          if (record === null) return [];
          const source = sources.add(record);
          const whole = fence(source, record.text);
          const shown = whole.length <= room ? whole : fence(source, plainSnippet(item.snippet));
          room -= shown.length;
          return [shown];
        });
        return { text: found.length === 0 ? 'Nothing was found.' : found.join('\n'), count: found.length };
      },
    }),
    defineTool({
      name: 'readProject',
      description: 'Reads one project: its description, open tasks and checkpoints, numbered.',
      schema: z.object({ project: z.string().min(1).describe('The name or id of the project') }),
      run({ project: name }, { run, sources }) {
        const project = projectByName(reader, name);
        const fence = createFence(run.id);
        const record = reader.read('project', project.id);
        const open = tasks.list(taskListInputSchema.parse({ projectId: project.id, limit: LIST_MAX })).items;
        const dates = checkpoints.list(
          checkpointListInputSchema.parse({ projectId: project.id, limit: LIST_MAX }),
        ).items;
        // A description too long for the model is left out, not cut.
        const text = record === null || record.text.length > RESULT_MAX / 2 ? `Project: ${project.name}` : record.text;
        const parts = [
          fence(sources.add({ kind: 'project', id: project.id, title: project.name }), text),
          ...open.map((task) => fence(sources.add({ kind: 'task', id: task.id, title: task.title }), taskLine(task))),
          ...dates.map((checkpoint) =>
            fence(
              sources.add({ kind: 'checkpoint', id: checkpoint.id, title: checkpoint.title }),
              `Checkpoint: ${checkpoint.title}, ${checkpoint.date}, ${checkpoint.isDone ? 'done' : 'open'}`,
            ),
          ),
        ];
        return { text: parts.join('\n'), count: parts.length };
      },
    }),
    defineTool({
      name: 'listTasks',
      description: 'Lists tasks by status, project and due date, numbered, the earliest due first.',
      schema: z.object({
        status: z.enum(['open', 'todo', 'in_progress', 'done', 'all']).default('open'),
        project: z.string().min(1).optional().describe('The name or id of a project'),
        priority: prioritySchema.optional(),
        dueFrom: daySchema.optional().describe('YYYY-MM-DD, included'),
        dueTo: daySchema.optional().describe('YYYY-MM-DD, included'),
      }),
      run({ project, ...filters }, { run, sources }) {
        const projectId = project === undefined ? undefined : projectByName(reader, project).id;
        const fence = createFence(run.id);
        const page = tasks.list(taskListInputSchema.parse({ ...filters, projectId, limit: LIST_MAX }));
        const found = page.items.map((task) =>
          fence(sources.add({ kind: 'task', id: task.id, title: task.title }), taskLine(task)),
        );
        const more = page.nextCursor === null ? [] : [`There are more; these are the first ${LIST_MAX}.`];
        return { text: found.length === 0 ? 'There are none.' : [...found, ...more].join('\n'), count: found.length };
      },
    }),
  ];
}

function taskLine(task: {
  title: string;
  status: string;
  priority: string;
  dueDate: string | null;
  dueTime: string | null;
}): string {
  const due =
    task.dueDate === null ? 'no date' : `due ${[task.dueDate, task.dueTime].filter((part) => part !== null).join(' ')}`;
  return `Task: ${task.title}, ${task.status}, ${task.priority}, ${due}`;
}

/** A snippet without the marks of what matched. */
export function plainSnippet(snippet: string): string {
  return snippet.replaceAll(SNIPPET_MARK_START, '').replaceAll(SNIPPET_MARK_END, '');
}
