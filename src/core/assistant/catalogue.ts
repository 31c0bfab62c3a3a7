import type { RecordKind } from '../../contracts/record.ts';
import type { Priority } from '../../contracts/task.ts';
import type { FactLabel } from './records.ts';

/** Labels of what a record is called. */
export type NameLabel = 'Task' | 'Checkpoint' | 'Note' | 'Comment on';

/** What was read of a task, with the name of its project as it is shown. */
export interface SuggestedTask {
  readonly day: string | null;
  readonly time: string | null;
  readonly recurrence: string | null;
  readonly priority: Priority | null;
  readonly project: string | null;
}

/**
 * What the assistant says by itself, without a model, in one language. Markdown, except where only a name goes. `where` is empty
 * or what `inPlace` or `forPlace` gave, with the space before it; `when` is what `when` and its siblings gave.
 */
export interface Sentences {
  /** A day as one says it: "today", "Friday", "Monday 7 December", with the year where it is another one. */
  readonly dayInWords: (day: string, today: string) => string;
  readonly untitled: string;

  /** After a model that proposed and said nothing, or failed after it had proposed. */
  readonly waiting: (count: number) => string;
  readonly suggested: (count: number) => string;
  readonly suggestedTask: (title: string, given: SuggestedTask, today: string) => string;
  readonly suggestedCheckpoint: (title: string, day: string, project: string, today: string) => string;
  readonly onlyFirst: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly checkpointWantsProject: (title: string) => string;
  readonly checkpointWantsDate: (title: string) => string;
  readonly wantsTitle: string;

  readonly overdue: (count: number, where: string) => string;
  readonly noneOverdue: (where: string) => string;
  readonly due: (count: number, when: string, where: string) => string;
  readonly noneDue: (when: string, where: string) => string;
  readonly open: (count: number, where: string) => string;
  readonly noneOpen: (where: string) => string;
  readonly done: (count: number, when: string, where: string) => string;
  readonly noneDone: (when: string, where: string) => string;
  readonly checkpoints: (count: number, where: string) => string;
  readonly noCheckpoints: (where: string) => string;
  readonly more: (count: number) => string;
  readonly whenToday: string;
  readonly whenUntilToday: string;
  readonly whenThisWeek: string;
  readonly whenNextWeek: string;
  readonly whenLastWeek: string;
  readonly when: (day: string, today: string) => string;
  readonly whenRange: (from: string, to: string, today: string) => string;
  readonly inPlace: (name: string) => string;
  readonly forPlace: (name: string) => string;
  readonly taskLine: (
    title: string,
    day: string | null,
    time: string | null,
    priority: Priority,
    today: string,
  ) => string;
  readonly checkpointLine: (title: string, day: string, project: string | null, today: string) => string;

  readonly found: (count: number) => string;
  readonly foundNothing: string;
  readonly foundNothingElse: string;
  readonly saysAbout: (title: string) => string;
  readonly saysNothing: (title: string) => string;
  /** What the facts of a record are called; the record's own name is not said again. */
  readonly facts: Readonly<Record<Exclude<FactLabel, NameLabel>, string>>;
  /** Facts that are words of the app: states, priorities, the user. Others are said as they are. */
  readonly values: Readonly<Record<string, string>>;
  readonly tasksDone: (count: number, done: number) => string;
  readonly noTasksWithin: string;
  readonly noneChanged: string;
  readonly kinds: Readonly<Record<RecordKind, string>>;
  /** After an answer without a model, for files put beside the question. */
  readonly filesNeedModel: (names: string) => string;
  readonly quote: (title: string, kind: string, text: string) => string;
  /** Around what is quoted. */
  readonly quotes: readonly [string, string];

  readonly pendingSuggestions: (count: number) => string;
  readonly noPendingSuggestions: string;

  readonly ideasNeedModel: string;
  readonly canDo: string;
  readonly hello: string;
  readonly thanks: string;
  readonly help: string;

  /** The brief. Pieces of plain text; a link stands between them. */
  readonly brief: {
    readonly overdueSince: (day: string, today: string) => string;
    readonly dueToday: (time: string | null) => string;
    readonly highPriority: string;
    readonly checkpointOn: (day: string, today: string) => string;
    readonly checkpointOverdue: (day: string, today: string) => string;
    readonly suggestionWaits: string;
    readonly inProject: string;
    readonly changed: Readonly<Record<'create' | 'update' | 'approve' | 'done', string>>;
  };

  /** The weekly review, in pieces as the brief. */
  readonly review: {
    /** After a project and its client, before the tasks: all of them, or some. */
    readonly finishedTasks: (count: number, isAll: boolean) => string;
    readonly finishedElsewhere: (count: number, isAll: boolean) => string;
    /** Between a project and its client. */
    readonly forClient: string;
    readonly separator: string;
    readonly lastSeparator: string;
    readonly reached: (day: string, today: string) => string;
    readonly nextDue: (day: string, time: string | null, today: string) => string;
    readonly quietSince: (day: string, today: string) => string;
  };
  /** What a notification of the system says. Counts alone: others may see the screen. */
  readonly notices: {
    readonly briefReady: string;
    readonly reviewReady: string;
    readonly briefCounts: (overdue: number, due: number) => string;
    readonly reviewCounts: (finished: number, slipped: number) => string;
  };
}
