import { z } from 'zod';
import type { Note } from '../../../contracts/note.ts';
import { markdownSchema, titleSchema } from '../../../contracts/text.ts';
import type { Change, Workspace } from '../../workspace.ts';
import type { RecordReader } from '../records.ts';
import {
  checkpointEditSchema,
  givenOf,
  newCheckpointFields,
  newTaskFields,
  noteEditSchema,
  projectEditSchema,
  projectText,
  recordText,
  taskEditSchema,
  wordsAfter,
} from './askedFields.ts';
import { projectByName } from './projectByName.ts';
import { propose } from './propose.ts';
import { createRecordByName, type NamedKind } from './recordByName.ts';
import { defineTool, type Tool, type ToolContext } from './tool.ts';

/** Changes that one set may hold. */
export const CHANGES_MAX = 60;
/** UTF-16 code units of a note that a model may change: it has not read more than that of any. */
const NOTE_TEXT_MAX = 200_000;

const schema = z.strictObject({
  title: titleSchema.describe('What the changes are called together, a few words: "Move shipping, add test orders"'),
  tasks: z.array(taskEditSchema).optional().describe('Edits of tasks: only the fields that change'),
  checkpoints: z.array(checkpointEditSchema).optional().describe('Edits of checkpoints: only the fields that change'),
  projects: z.array(projectEditSchema).optional().describe('Edits of projects: only the fields that change'),
  notes: z.array(noteEditSchema).optional().describe('Edits of notes: only what changes'),
  newTasks: z
    .array(z.strictObject({ ...newTaskFields, project: projectText }))
    .optional()
    .describe('Tasks to add'),
  newCheckpoints: z
    .array(z.strictObject({ ...newCheckpointFields, project: projectText }))
    .optional()
    .describe('Checkpoints to add'),
  newNotes: z
    .array(z.strictObject({ title: titleSchema, content: markdownSchema.describe('Markdown'), project: projectText }))
    .optional()
    .describe('Notes to add'),
  comments: z
    .array(z.strictObject({ task: recordText, text: markdownSchema.describe('Markdown') }))
    .optional()
    .describe('Comments to put on tasks'),
  deletions: z
    .array(z.strictObject({ kind: z.enum(['task', 'checkpoint', 'note']), record: recordText }))
    .optional()
    .describe('Records to delete'),
});
type Asked = z.output<typeof schema>;

export interface ProposeChangesParts extends Pick<Workspace, 'changes' | 'search' | 'tasks' | 'notes'> {
  readonly reader: RecordReader;
}

/** Why a call cannot be carried out, in words for the model. */
class Refusal extends Error {}

/** The tool for edits, moves, completions, deletions, notes and comments: one call, one set, nothing written. */
export function createProposeChanges({ changes, search, tasks, notes, reader }: ProposeChangesParts): Tool {
  const recordByName = createRecordByName(reader, search);

  return defineTool({
    name: 'proposeChanges',
    description:
      'Suggests changes of what exists, as one set that the user approves or rejects: edits, moves, completions and deletions of tasks, checkpoints and notes, edits of projects, comments on tasks, and new records that belong with them. Nothing is changed by this call.',
    schema,
    ignoresNulls: true,
    async run(asked, context) {
      try {
        const wanted = await changesOf(asked, context);
        if (wanted.length === 0) return { text: 'No change was named.', count: null };
        if (wanted.length > CHANGES_MAX) throw new Refusal(`At most ${CHANGES_MAX} changes go into one set.`);
        const called = `${wanted.length === 1 ? 'one change' : `${wanted.length} changes`}, "${asked.title}"`;
        return propose(changes, { changes: wanted, title: asked.title, called, count: wanted.length }, context);
      } catch (error) {
        if (error instanceof Refusal) return { text: error.message, count: null };
        throw error;
      }
    },
  });

  async function changesOf(asked: Asked, context: ToolContext): Promise<Change[]> {
    const idOf = createNamer(context);
    const wanted: Change[] = [];
    for (const edit of asked.tasks ?? []) {
      const id = await idOf('task', edit.task, 'edit');
      wanted.push({ kind: 'task', operation: 'update', fields: { id, ...taskFields(id, edit) } });
    }
    for (const { checkpoint, project, ...edit } of asked.checkpoints ?? []) {
      const id = await idOf('checkpoint', checkpoint, 'edit');
      const fields = { id, ...givenOf(edit), ...placeOf(project) };
      wanted.push({ kind: 'checkpoint', operation: 'update', fields });
    }
    for (const { project, ...edit } of asked.projects ?? []) {
      const id = await idOf('project', project, 'edit');
      wanted.push({ kind: 'project', operation: 'update', fields: { id, ...givenOf(edit) } });
    }
    for (const { note, project, ...edit } of asked.notes ?? []) {
      const id = await idOf('note', note, 'edit');
      const fields = { id, ...noteFields(notes.get(id), edit), ...placeOf(project) };
      wanted.push({ kind: 'note', operation: 'update', fields });
    }
    for (const { project, ...fields } of asked.newTasks ?? []) {
      wanted.push({ kind: 'task', operation: 'create', fields: { ...givenOf(fields), ...placeOf(project, context) } });
    }
    for (const { project, ...fields } of asked.newCheckpoints ?? []) {
      const place = placeOf(project, context);
      if (!('projectId' in place))
        throw new Refusal(`A checkpoint belongs to a project: say which for "${fields.title}".`);
      wanted.push({ kind: 'checkpoint', operation: 'create', fields: { ...fields, ...place } });
    }
    for (const { project, ...fields } of asked.newNotes ?? []) {
      wanted.push({ kind: 'note', operation: 'create', fields: { ...fields, ...placeOf(project, context) } });
    }
    for (const { task, text } of asked.comments ?? []) {
      const taskId = await idOf('task', task, 'comment');
      wanted.push({ kind: 'comment', operation: 'create', fields: { taskId, body: text } });
    }
    for (const { kind, record } of asked.deletions ?? []) {
      wanted.push({ kind, operation: 'delete', id: await idOf(kind, record, 'edit') });
    }
    return wanted;
  }

  /** Names records, each at most once for an edit or a deletion: a later one would rest on what nobody has approved. */
  function createNamer({ sources }: ToolContext) {
    const seen = new Set<string>();
    return async (kind: NamedKind, text: string, use: 'edit' | 'comment'): Promise<string> => {
      const { id, title } = await recordByName(kind, text, sources);
      if (use === 'edit' && seen.has(id))
        throw new Refusal(`The ${kind} "${title}" is named twice. Put everything about it into one entry.`);
      if (use === 'edit') seen.add(id);
      return id;
    };
  }

  function taskFields(id: string, edit: z.output<typeof taskEditSchema>): object {
    const { task: _task, project, clear, addLabels, removeLabels, addAssignees, removeAssignees, ...plain } = edit;
    const before = tasks.get(id);
    const labels = wordsAfter(before.labels, addLabels, removeLabels);
    const assignees = wordsAfter(before.assignees, addAssignees, removeAssignees);
    const isCleared = (name: 'dueDate' | 'dueTime' | 'project'): boolean => clear?.includes(name) === true;
    return {
      ...givenOf(plain),
      ...placeOf(project),
      ...givenOf({ labels, assignees }),
      ...(isCleared('dueDate') ? { dueDate: null } : {}),
      ...(isCleared('dueTime') ? { dueTime: null } : {}),
      ...(isCleared('project') ? { projectId: null } : {}),
    };
  }

  /** Without a name, what is new belongs to the project that is talked about; what exists stays where it is. */
  function placeOf(project: string | undefined, context?: ToolContext): { projectId?: string } {
    if (project !== undefined) return { projectId: projectByName(reader, project).id };
    const scope = context?.run.scope;
    return scope?.kind === 'project' ? { projectId: scope.id } : {};
  }
}

function noteFields(note: Note, edit: Omit<z.output<typeof noteEditSchema>, 'note' | 'project'>): object {
  const { title, append, passage, replacement, content } = edit;
  const name = JSON.stringify(note.title);
  const isText = append !== undefined || passage !== undefined || content !== undefined;
  if (isText && note.content.length > NOTE_TEXT_MAX)
    throw new Refusal(`The note ${name} is too long to be changed here.`);
  let text = content ?? note.content;
  if (passage !== undefined) {
    const [before, after, ...more] = text.split(passage);
    if (passage === '' || before === undefined || after === undefined || more.length > 0)
      throw new Refusal(
        `The passage is ${more.length > 0 ? 'more than once' : 'not'} in the note ${name}. Give it word by word, long enough to be there once.`,
      );
    text = before + (replacement ?? '') + after;
  }
  if (append !== undefined) text = text.trim() === '' ? append : `${text.trimEnd()}\n\n${append}`;
  return { ...givenOf({ title }), ...(isText ? { content: text } : {}) };
}
