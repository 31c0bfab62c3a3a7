import type { BriefSection } from '../../../contracts/brief.ts';
import { historyListInputSchema } from '../../../contracts/change.ts';
import { type Checkpoint, checkpointListInputSchema } from '../../../contracts/checkpoint.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import {
  type TaskListInput,
  type TaskListItem,
  taskGroupsInputSchema,
  taskListInputSchema,
} from '../../../contracts/task.ts';
import { addDays, weekdayOf } from '../../../language/calendar.ts';
import type { Sentences } from '../catalogue.ts';
import { dayOfTime } from '../days.ts';
import { orNull, type RecordReader, type RecordServices } from '../records.ts';
import { type BriefFact, type Dismissed, nameWith, nothingDismissed, type Piece, plain } from './briefFact.ts';

/** Monday and Sunday. */
export interface Week {
  readonly from: string;
  readonly to: string;
}

export interface GatheredWeek {
  readonly facts: BriefFact[];
  /** Of all there were, also of those that no fact tells. */
  readonly counts: Partial<Record<BriefSection, number>>;
}

/** 0 is Monday: from Thursday on the week that ends is looked back on, before that the one that ended. */
const THURSDAY = 3;

const FINISHED_LINES_MAX = 8;
/** Tasks that the line of a project names. */
const NAMED_MAX = 3;
const SLIPPED_MAX = 8;
const SLIPPED_EARLIER_MAX = 4;
const CHECKPOINTS_MAX = 5;
const NEXT_MAX = 8;
const QUIET_MAX = 4;
/** Finished tasks that are read, a page at a time, and projects that are asked for what was done last. */
const PAGE = 200;
const FINISHED_PAGES_MAX = 10;
const QUIET_ASKED_MAX = 300;
const COUNTED_MAX = 1_000;

/** The week that a review made on a day is of. */
export function weekOfReview(day: string): Week {
  const monday = addDays(day, -weekdayOf(day));
  const from = weekdayOf(day) >= THURSDAY ? monday : addDays(monday, -7);
  return { from, to: addDays(from, 6) };
}

/**
 * The facts of a week, from the records alone: what was finished, by project and client; which of its checkpoints were reached
 * and missed; what was due and is still open; what comes in the week after; active projects in which nothing happened.
 * Days are said as seen from `today`.
 */
export function gatherWeek(
  services: RecordServices,
  reader: RecordReader,
  { week, today, sentences }: { week: Week; today: string; sentences: Sentences },
  dismissed: Dismissed = nothingDismissed,
): GatheredWeek {
  const { tasks, checkpoints, history } = services;
  const { brief: day, review: words } = sentences;
  const linked = nameWith(sentences.untitled);
  const yesterday = addDays(today, -1);
  const lastPast = week.to < today ? week.to : yesterday;
  const nextFrom = week.to < today ? addDays(week.to, 1) : today;
  const nextTo = addDays(week.to, 7);

  const fact = (section: BriefSection, kind: RecordKind, id: string, pieces: Piece[]): BriefFact => ({
    section,
    pieces,
    about: [{ section, kind, id }],
  });
  const isLeftOut = (section: BriefSection, kind: RecordKind, id: string): boolean =>
    dismissed.has({ section, kind, id });
  const place = (projectId: string | null): Piece[] => {
    const project = projectId === null ? null : reader.read('project', projectId);
    return project === null ? [] : [plain(day.inProject), linked('project', project.id, project.title)];
  };
  const clientOf = (projectId: string): Piece[] => {
    const clientId = orNull(() => services.projects.get(projectId))?.clientId ?? null;
    const client = clientId === null ? null : reader.read('client', clientId);
    return client === null ? [] : [plain(words.forClient), linked('client', client.id, client.title)];
  };
  const listOpen = (section: BriefSection, filters: TaskListInput, max: number): TaskListItem[] =>
    tasks
      .list(taskListInputSchema.parse({ ...filters, limit: max + dismissed.countOf(section) }))
      .items.filter(({ id }) => !isLeftOut(section, 'task', id))
      .slice(0, max);
  const countOpen = (filters: object): number =>
    tasks.groups(taskGroupsInputSchema.parse({ ...filters, groupBy: 'none' })).total;
  const listCheckpoints = (filters: object): Checkpoint[] =>
    checkpoints.list(checkpointListInputSchema.parse({ ...filters, limit: COUNTED_MAX })).items;
  const checkpointFacts = (
    section: BriefSection,
    found: readonly Checkpoint[],
    say: (day: string, today: string) => string,
  ): BriefFact[] =>
    found
      .filter(({ id }) => !isLeftOut(section, 'checkpoint', id))
      .slice(0, CHECKPOINTS_MAX)
      .map((checkpoint) =>
        fact(section, 'checkpoint', checkpoint.id, [
          linked('checkpoint', checkpoint.id, checkpoint.title),
          plain(say(checkpoint.date, today)),
          ...place(checkpoint.projectId),
        ]),
      );
  const taskFact = (section: BriefSection, task: TaskListItem): BriefFact => {
    const dueDate = task.dueDate ?? today;
    const text = dueDate < today ? day.overdueSince(dueDate, today) : words.nextDue(dueDate, task.dueTime, today);
    return fact(section, 'task', task.id, [
      linked('task', task.id, task.title),
      plain(text),
      ...place(task.projectId),
      ...(task.priority === 'high' ? [plain(day.highPriority)] : []),
    ]);
  };

  const finished = readFinished();
  const reached = listCheckpoints({ isDone: true, from: week.from, to: week.to });
  const missed = lastPast < week.from ? [] : listCheckpoints({ isDone: false, from: week.from, to: lastPast });
  const slipped = [
    ...(lastPast < week.from ? [] : listOpen('slipped', { dueFrom: week.from, dueTo: lastPast }, SLIPPED_MAX)),
    ...listOpen('slipped', { dueTo: addDays(week.from, -1) }, SLIPPED_EARLIER_MAX),
  ];
  const next = listOpen('next', { dueFrom: nextFrom, dueTo: nextTo }, NEXT_MAX);
  const nextCheckpoints = listCheckpoints({ isDone: false, from: nextFrom, to: nextTo });
  const quiet = readQuiet();

  return {
    facts: [
      ...finishedFacts().slice(0, FINISHED_LINES_MAX),
      ...checkpointFacts('reached', reached, words.reached),
      ...slipped.map((task) => taskFact('slipped', task)),
      ...checkpointFacts('missed', missed, day.checkpointOverdue),
      ...next.map((task) => taskFact('next', task)),
      ...checkpointFacts('next', nextCheckpoints, (date, now) =>
        (date < now ? day.checkpointOverdue : day.checkpointOn)(date, now),
      ),
      ...quiet
        .filter(({ id }) => !isLeftOut('quiet', 'project', id))
        .slice(0, QUIET_MAX)
        .map(({ id, name, since }) =>
          fact('quiet', 'project', id, [
            linked('project', id, name),
            ...clientOf(id),
            plain(words.quietSince(since, today)),
          ]),
        ),
    ],
    counts: {
      finished: finished.length,
      reached: reached.length,
      slipped: countOpen({ dueTo: lastPast }),
      missed: missed.length,
      next: countOpen({ dueFrom: nextFrom, dueTo: nextTo }) + nextCheckpoints.length,
      quiet: quiet.length,
    },
  };

  /** Newest first. */
  function readFinished(): TaskListItem[] {
    const found: TaskListItem[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < FINISHED_PAGES_MAX; page += 1) {
      const input: TaskListInput = { status: 'done', sort: 'completed', limit: PAGE, cursor };
      const answer = tasks.list(taskListInputSchema.parse(input));
      for (const task of answer.items) {
        const on = task.completedAt === null ? '' : dayOfTime(task.completedAt);
        if (on < week.from) return found;
        if (on <= week.to) found.push(task);
      }
      cursor = answer.nextCursor;
      if (cursor === null) break;
    }
    return found;
  }

  /** One line for a project, the one with the most first; those without a project are last. */
  function finishedFacts(): BriefFact[] {
    const projects = new Map<string | null, TaskListItem[]>();
    for (const task of finished) projects.set(task.projectId, [...(projects.get(task.projectId) ?? []), task]);
    const elsewhere = projects.get(null) ?? [];
    projects.delete(null);
    const ordered = [...projects].toSorted(([, one], [, other]) => other.length - one.length);
    return [
      ...ordered.flatMap(([projectId, done]) => (projectId === null ? [] : finishedIn(projectId, done))),
      ...finishedElsewhere(elsewhere),
    ];
  }

  function finishedIn(projectId: string, done: readonly TaskListItem[]): BriefFact[] {
    const project = reader.read('project', projectId);
    const [only] = done;
    if (project === null || only === undefined || isLeftOut('finished', 'project', projectId)) return [];
    const name = linked('project', projectId, project.title);
    if (done.length === 1)
      return [
        fact('finished', 'project', projectId, [
          linked('task', only.id, only.title),
          plain(day.changed.done),
          plain(day.inProject),
          name,
          ...clientOf(projectId),
        ]),
      ];
    const all = done.length <= NAMED_MAX;
    return [
      fact('finished', 'project', projectId, [
        name,
        ...clientOf(projectId),
        plain(words.finishedTasks(done.length, all)),
        ...named(done.slice(0, NAMED_MAX)),
      ]),
    ];
  }

  function finishedElsewhere(done: readonly TaskListItem[]): BriefFact[] {
    const left = done.filter(({ id }) => !isLeftOut('finished', 'task', id));
    const [only] = left;
    if (only === undefined) return [];
    if (left.length === 1)
      return [fact('finished', 'task', only.id, [linked('task', only.id, only.title), plain(day.changed.done)])];
    const shown = left.slice(0, NAMED_MAX);
    return [
      {
        section: 'finished',
        pieces: [plain(words.finishedElsewhere(left.length, left.length <= NAMED_MAX)), ...named(shown)],
        about: shown.map(({ id }) => ({ section: 'finished', kind: 'task', id })),
      },
    ];
  }

  /** "one, two and three", each a link. */
  function named(items: readonly TaskListItem[]): Piece[] {
    return items.flatMap((task, index) => {
      const link = linked('task', task.id, task.title);
      if (index === 0) return [link];
      return [plain(index === items.length - 1 ? words.lastSeparator : words.separator), link];
    });
  }

  /** Active projects in which nothing has happened since the week began, those that rest longest first. */
  function readQuiet(): { id: string; name: string; since: string }[] {
    return reader
      .projects('active')
      .slice(0, QUIET_ASKED_MAX)
      .flatMap(({ id, name }) => {
        const [last] = history.list(historyListInputSchema.parse({ projectId: id, limit: 1 })).items;
        const since = last === undefined ? null : dayOfTime(last.at);
        return since === null || since >= week.from ? [] : [{ id, name, since }];
      })
      .toSorted((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
  }
}
