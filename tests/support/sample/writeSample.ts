import type { Change, Workspace } from '../../../src/core/workspace.ts';
import type { FixedClock } from '../ports.ts';
import { createRandom, type Random } from '../random.ts';
import { applyAll } from '../writeRecords.ts';
import { createSampleText } from './sampleText.ts';
import { firms, labels, people, rules, undertakings } from './vocabulary.ts';

export interface SampleOptions {
  readonly tasks: number;
  readonly notes: number;
  /** Default: grows slowly with the tasks, 12 to 400. */
  readonly projects?: number;
  /** Default: one for three projects. */
  readonly clients?: number;
  /** The same seed makes the same records. */
  readonly seed?: number;
  /** The last day of the story, `YYYY-MM-DD`; it begins three years before. */
  readonly today: string;
  readonly onProgress?: (written: number, all: number) => void;
}

export interface SampleIds {
  readonly clients: readonly string[];
  readonly projects: readonly string[];
  readonly tasks: readonly string[];
  readonly notes: readonly string[];
}

const DAY = 86_400_000;
const STORY = 3 * 365;
/** How many tasks and notes lie in one day of work. */
const BATCH = 500;

/**
 * Fills a workspace as three years of a studio's work would: through the one way to write, day by day on `clock`, which ends at
 * noon of `today`. Old tasks are done but for a few, new ones are mostly open; some have labels, checklists,
 * comments, blockers and rules; notes are in English, Italian and German.
 */
export function writeSample(workspace: Workspace, clock: FixedClock, options: SampleOptions): SampleIds {
  const { tasks: taskCount, notes: noteCount, today, onProgress } = options;
  const random = createRandom(options.seed ?? 20_261_119);
  const text = createSampleText(random);
  const end = Date.parse(`${today}T12:00:00Z`);
  const projectCount = options.projects ?? Math.min(400, 12 + Math.floor(Math.sqrt(taskCount)));
  const clientCount = options.clients ?? Math.max(4, Math.ceil(projectCount / 3));
  const newId = (): string => idAt(clock.now(), random);
  const day = (offset: number): string => new Date(clock.now() + offset * DAY).toISOString().slice(0, 10);

  clock.set(end - STORY * DAY);
  const changes: Change[] = [];
  const add = (kind: Change['kind'], fields: object): string => {
    const id = newId();
    changes.push({ kind, operation: 'create', fields: { ...fields, id } });
    return id;
  };
  const flush = (): void => {
    if (changes.length > 0) applyAll(workspace, changes.splice(0));
  };

  const clients = Array.from({ length: clientCount }, (_, index) =>
    add('client', {
      name: numbered(firms, index),
      email: `studio${index}@example.org`,
      company: random.pick(people),
      color: 1 + random.below(7),
      isArchived: index > 4 && random.below(6) === 0,
    }),
  );
  const projects = Array.from({ length: projectCount }, (_, index) => {
    // Each client's projects are called after it; a few are the studio's own.
    const owner = index % (clientCount + 1);
    const round = Math.floor(index / (clientCount + 1));
    const undertaking = numbered(undertakings, round * 5 + (owner % undertakings.length));
    const firm = firms[owner % firms.length]?.split(' ')[0] ?? '';
    return add('project', {
      name: owner === clientCount ? `Studio ${undertaking}` : `${firm} ${undertaking}`,
      clientId: clients[owner] ?? null,
      color: 1 + random.below(7),
      isPinned: index < 3,
      status: index > 11 && random.below(3) === 0 ? 'archived' : 'active',
      description: text.comment(),
    });
  });
  for (const projectId of projects) {
    for (let count = random.below(5); count > 0; count -= 1) {
      const date = random.below(STORY + 90);
      add('checkpoint', { title: text.checkpointTitle(), projectId, date: day(date), isDone: date < STORY });
    }
  }
  flush();

  const tasks: string[] = [];
  const notes: string[] = [];
  const open: string[] = [];
  const all = taskCount + noteCount;
  for (let written = 0; written < all;) {
    // Work grows: the last days hold more than the first.
    clock.set(end - Math.floor(STORY * DAY * (1 - Math.sqrt(written / all))));
    const count = Math.min(BATCH, all - written);
    for (let index = 0; index < count; index += 1) {
      const isTask = notes.length >= noteCount || (tasks.length < taskCount && random.below(all) < taskCount);
      if (isTask) tasks.push(addTask());
      else notes.push(addNote());
    }
    written += count;
    flush();
    if (clock.now() < end - 20 * DAY) finishSome();
    onProgress?.(written, all);
  }
  clock.set(end);
  return { clients, projects, tasks, notes };

  function addTask(): string {
    // A few projects have most of the work.
    const projectId = random.below(15) === 0 ? null : projects[skewed(projects.length)];
    const dueIn = random.below(5) === 0 ? null : random.below(60) - 4;
    const isRecurring = dueIn !== null && clock.now() > end - 10 * DAY && random.below(60) === 0;
    const id = add('task', {
      title: text.taskTitle(),
      description: text.taskDescription(false),
      priority: random.pick(['high', 'medium', 'medium', 'medium', 'low']),
      status: random.below(8) === 0 ? 'in_progress' : 'todo',
      projectId,
      dueDate: dueIn === null ? null : day(dueIn),
      dueTime: dueIn !== null && random.below(10) === 0 ? `${9 + random.below(8)}:30`.padStart(5, '0') : null,
      labels: random.below(3) > 0 ? [] : [...new Set([labels[skewed(labels.length)], labels[skewed(labels.length)]])],
      assignees: random.below(12) === 0 ? [random.pick(people)] : [],
      ...(isRecurring ? { recurrence: random.pick(rules) } : {}),
    });
    if (random.below(12) === 0) add('comment', { taskId: id, body: text.comment() });
    open.push(id);
    return id;
  }

  function addNote(): string {
    return add('note', {
      title: text.noteTitle(),
      projectId: random.below(6) === 0 ? null : projects[skewed(projects.length)],
      content: text.noteContent(),
      isPinned: random.below(400) === 0,
    });
  }

  /** Nineteen of twenty old tasks are done, some days after they were written down. */
  function finishSome(): void {
    clock.advance(DAY);
    const left: string[] = [];
    for (const id of open.splice(0)) {
      if (random.below(20) === 0) left.push(id);
      else changes.push({ kind: 'task', operation: 'update', fields: { id, status: 'done' } });
    }
    flush();
    if (left.length < 50) open.push(...left);
  }

  /** An index below `limit`, small ones far more often. */
  function skewed(limit: number): number {
    return Math.floor((random.below(1_000) / 1_000) ** 2 * limit);
  }
}

/** A UUIDv7 (RFC 9562, section 5.7) for a time, its random bits from the seed. */
function idAt(time: number, random: Random): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  const stamp = hex(time, 12);
  const variant = hex(0x8000 + random.below(0x4000), 4);
  const tail = hex(random.below(0x1000000), 6) + hex(random.below(0x1000000), 6);
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(random.below(0x1000), 3)}-${variant}-${tail}`;
}

/** The names once around, then again with a number. */
function numbered(names: readonly string[], index: number): string {
  const round = Math.floor(index / names.length) + 1;
  const name = names[index % names.length] ?? '';
  return round === 1 ? name : `${name} ${round}`;
}
