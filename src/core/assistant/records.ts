import type { Source } from '../../contracts/conversation.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { Project } from '../../contracts/project.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { Workspace } from '../workspace.ts';

/** The services that the assistant reads with. */
export type RecordServices = Pick<
  Workspace,
  'clients' | 'projects' | 'tasks' | 'checkpoints' | 'notes' | 'comments' | 'search' | 'suggestions' | 'history'
>;

/** What the facts of records are called in `ReadRecord.text`, which models read. */
export type FactLabel =
  | 'Client'
  | 'Company'
  | 'E-mail'
  | 'Projects'
  | 'Project'
  | 'Status'
  | 'Tasks'
  | 'Next checkpoint'
  | 'Task'
  | 'Priority'
  | 'Due'
  | 'Assignees'
  | 'Labels'
  | 'Comment by'
  | 'Checkpoint'
  | 'Date'
  | 'Done'
  | 'Note'
  | 'Comment on'
  | 'By';

/** A fact by its label, or without one what somebody wrote. `by`: who, of a comment. */
export interface RecordLine {
  readonly label: FactLabel | null;
  readonly value: string;
  readonly by?: string;
}

/** A record as the assistant sees it. */
export interface ReadRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  /** Everything in it that an answer could rest on, as lines. */
  readonly text: string;
  /** The same in pieces. */
  readonly lines: readonly RecordLine[];
  readonly projectId: string | null;
}

const COMMENTS_MAX = 30;
const CHILDREN_MAX = 100;

export interface RecordReader {
  /** @returns null where there is none, or where it still waits for approval */
  read(kind: RecordKind, id: string): ReadRecord | null;
  exists(source: Pick<Source, 'kind' | 'id'>): boolean;
  /** Every project that is not archived, and with `all` the archived ones too. */
  projects(status: 'active' | 'all'): Project[];
}

export function createRecordReader(services: RecordServices): RecordReader {
  const { clients, projects, tasks, checkpoints, notes, comments } = services;

  const nameOfProject = (id: string | null): string | null =>
    id === null ? null : (orNull(() => projects.get(id))?.name ?? null);

  const readAny = (kind: RecordKind, id: string): ReadRecord | null => {
    switch (kind) {
      case 'client': {
        const client = clients.get(id);
        const theirs = listAll(
          (cursor) => projects.list({ limit: CHILDREN_MAX, cursor, status: 'all', clientId: client.id }),
          1,
        );
        return {
          kind,
          id,
          title: client.name,
          projectId: null,
          ...said([
            ['Client', client.name],
            ['Company', client.company],
            ['E-mail', client.email],
            ['Projects', theirs.map((project) => project.name).join('; ')],
            [null, client.notes],
          ]),
        };
      }
      case 'project': {
        const project = projects.get(id);
        const { nextCheckpoint, clientId } = project;
        return {
          kind,
          id,
          title: project.name,
          projectId: project.id,
          ...said([
            ['Project', project.name],
            ['Client', clientId === null ? null : (orNull(() => clients.get(clientId))?.name ?? null)],
            ['Status', project.status],
            ['Tasks', `${project.taskCount}, ${project.doneTaskCount} done`],
            ['Next checkpoint', nextCheckpoint === null ? null : `${nextCheckpoint.title}, ${nextCheckpoint.date}`],
            [null, project.description],
          ]),
        };
      }
      case 'task': {
        const task = tasks.get(id);
        if (task.isAiSuggested && !task.isApproved) return null;
        const remarks = comments.list({ limit: COMMENTS_MAX, taskId: task.id }).items;
        return {
          kind,
          id,
          title: task.title,
          projectId: task.projectId,
          ...said([
            ['Task', task.title],
            ['Project', nameOfProject(task.projectId)],
            ['Status', task.status],
            ['Priority', task.priority],
            ['Due', task.dueDate === null ? null : [task.dueDate, task.dueTime].filter(Boolean).join(' ')],
            ['Assignees', task.assignees.join(', ')],
            ['Labels', task.labels.join(', ')],
            [null, task.description],
            ...remarks.map((remark): Line => ['Comment by', remark.body, remark.author]),
          ]),
        };
      }
      case 'checkpoint': {
        const checkpoint = checkpoints.get(id);
        if (checkpoint.isAiSuggested && !checkpoint.isApproved) return null;
        return {
          kind,
          id,
          title: checkpoint.title,
          projectId: checkpoint.projectId,
          ...said([
            ['Checkpoint', checkpoint.title],
            ['Project', nameOfProject(checkpoint.projectId)],
            ['Date', checkpoint.date],
            ['Done', checkpoint.isDone ? 'yes' : 'no'],
          ]),
        };
      }
      case 'note': {
        const note = notes.get(id);
        return {
          kind,
          id,
          title: note.title,
          projectId: note.projectId,
          ...said([
            ['Note', note.title],
            ['Project', nameOfProject(note.projectId)],
            [null, note.content],
          ]),
        };
      }
      case 'comment': {
        const comment = comments.get(id);
        const task = tasks.get(comment.taskId);
        if (task.isAiSuggested && !task.isApproved) return null;
        return {
          kind,
          id,
          title: task.title,
          projectId: task.projectId,
          ...said([
            ['Comment on', task.title],
            ['By', comment.author],
            [null, comment.body],
          ]),
        };
      }
      // How tasks are looked at: nothing that an answer could rest on.
      case 'view':
        return null;
    }
  };

  const read = (kind: RecordKind, id: string): ReadRecord | null => orNull(() => readAny(kind, id));
  return {
    read,
    exists: ({ kind, id }) => read(kind, id) !== null,
    projects: (status) => listAll((cursor) => projects.list({ limit: 1_000, cursor, status, isPinned: undefined }), 20),
  };
}

type Line = readonly [label: FactLabel | null, value: string | null, by?: string];

function said(entries: readonly Line[]): Pick<ReadRecord, 'text' | 'lines'> {
  const lines = entries.flatMap(([label, value, by]): RecordLine[] =>
    value === null || value.trim() === '' ? [] : [{ label, value, ...(by === undefined ? {} : { by }) }],
  );
  const text = lines.map(({ label, value, by }) =>
    label === null ? `\n${value}` : `${by === undefined ? label : `${label} ${by}`}: ${value}`,
  );
  return { text: text.join('\n'), lines };
}

/** What `work` answers, or null where the record is gone. */
export function orNull<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof AdiuvaError && (error.code === 'notFound' || error.code === 'deleted')) return null;
    throw error;
  }
}

/** All items of a paged list, at most so many pages. */
export function listAll<Item>(
  page: (cursor: string | null) => { items: Item[]; nextCursor: string | null },
  pagesMax: number,
): Item[] {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let count = 0; count < pagesMax; count += 1) {
    const answer: { items: Item[]; nextCursor: string | null } = page(cursor);
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
