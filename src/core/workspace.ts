import type {
  ActivityCount,
  ActivityDetail,
  ActivityFilter,
  ActivityItem,
  activityListInputSchema,
} from '../contracts/activity.ts';
import type { Actor, HistoryEntry, historyListInputSchema } from '../contracts/change.ts';
import type {
  Checkpoint,
  checkpointCreateSchema,
  checkpointListInputSchema,
  checkpointUpdateSchema,
} from '../contracts/checkpoint.ts';
import type { Client, clientCreateSchema, clientListInputSchema, clientUpdateSchema } from '../contracts/client.ts';
import type {
  Comment,
  commentCreateSchema,
  commentListInputSchema,
  commentUpdateSchema,
} from '../contracts/comment.ts';
import type {
  assistantRetrySchema,
  assistantSendSchema,
  Conversation,
  conversationFileSchema,
  ConversationItem,
  conversationListInputSchema,
  conversationUpdateSchema,
  Message,
  messageListInputSchema,
} from '../contracts/conversation.ts';
import type { WorkspaceEvent } from '../contracts/event.ts';
import type { Health, Notice } from '../contracts/health.ts';
import type { ChangeSetId, ConversationId, NoteId, ProviderId, RunId, SuggestionId } from '../contracts/ids.ts';
import type {
  Note,
  noteCreateSchema,
  noteDraftInputSchema,
  noteDraftKeySchema,
  NoteListItem,
  noteListInputSchema,
  noteUpdateSchema,
  NoteWritingEvent,
  noteWritingInputSchema,
} from '../contracts/note.ts';
import type { Page } from '../contracts/page.ts';
import type { PromptText } from '../contracts/prompt.ts';
import type {
  Project,
  projectCreateSchema,
  projectListInputSchema,
  ProjectSummary,
  projectUpdateSchema,
} from '../contracts/project.ts';
import type {
  FoundServer,
  ListedModel,
  Provider,
  providerCreateSchema,
  providerModelsInputSchema,
  providerOrderSchema,
  ProviderTestResult,
  providerUpdateSchema,
} from '../contracts/provider.ts';
import type { RecordKind } from '../contracts/record.ts';
import type { RunEvent } from '../contracts/run.ts';
import type { SearchItem, searchQuerySchema, SearchStatus } from '../contracts/search.ts';
import type { Settings, settingsUpdateSchema } from '../contracts/settings.ts';
import type {
  Suggestion,
  suggestionApproveManySchema,
  suggestionApproveSchema,
  suggestionListInputSchema,
  suggestionRefreshSchema,
  suggestionRejectSchema,
} from '../contracts/suggestion.ts';
import type {
  Task,
  TaskCounts,
  taskCreateSchema,
  taskDeleteManySchema,
  TaskGroups,
  taskGroupsInputSchema,
  TaskListItem,
  taskListInputSchema,
  taskOccurrencesInputSchema,
  taskMoveSchema,
  taskUpdateManySchema,
  taskUpdateSchema,
  WordCount,
} from '../contracts/task.ts';
import type { View, viewCreateSchema, viewListInputSchema, viewUpdateSchema } from '../contracts/view.ts';
import type { trashItemsInputSchema, TrashItem, trashListInputSchema, TrashRestored } from '../contracts/trash.ts';
import type { z } from 'zod';
import type { BriefService } from './assistant/brief/briefService.ts';

/** What `createWorkspace` opens: every service that a host may offer, and the one way to close it. */
export interface Workspace {
  readonly changes: ChangeService;
  readonly clients: Reader<Client, Client, typeof clientListInputSchema>;
  readonly projects: Reader<ProjectSummary, ProjectSummary, typeof projectListInputSchema>;
  readonly tasks: TaskService;
  readonly checkpoints: Reader<Checkpoint, Checkpoint, typeof checkpointListInputSchema>;
  readonly notes: NoteService;
  readonly comments: Reader<Comment, Comment, typeof commentListInputSchema>;
  readonly views: Reader<View, View, typeof viewListInputSchema>;
  readonly suggestions: SuggestionService;
  readonly history: HistoryService;
  readonly activity: ActivityService;
  readonly trash: TrashService;
  readonly search: SearchService;
  readonly assistant: AssistantService;
  readonly conversations: ConversationService;
  readonly providers: ProviderService;
  readonly brief: BriefService;
  readonly settings: SettingsService;
  readonly events: EventSource;
  health(): Health;
  /** Closes in reverse order of opening and waits for writes under way. Calling it twice does no harm. */
  dispose(): Promise<void>;
}

/** @throws AdiuvaError `notFound` from `get`; `validation` from `list` where the cursor is not one of ours. */
export interface Reader<Item, ListItem, ListInput extends z.ZodType> {
  get(id: string): Item;
  list(input: z.output<ListInput>): Page<ListItem>;
}

export interface TaskReader extends Reader<Task, TaskListItem, typeof taskListInputSchema> {
  /** Counts as of the day `today`, `YYYY-MM-DD`. */
  counts(today: string): TaskCounts;
  /** How many tasks a filter finds, group by group. @throws AdiuvaError `validation` */
  groups(input: z.output<typeof taskGroupsInputSchema>): TaskGroups;
  /** The words in use, those of most tasks first, with the kept counts of approved tasks. */
  labels(): WordCount[];
  assignees(): WordCount[];
  /** The tasks that wait for one, in the order they are due: the other end of `blockedBy`. */
  waiting(id: string): Pick<Task, 'id' | 'title' | 'status'>[];
}

/** Lists and counts as a screen asks for them: a search does not hold up what else is asked meanwhile. */
export interface TaskFinder {
  /** As `list`. @throws AdiuvaError `cancelled` where `signal` said so in time */
  find(input: z.output<typeof taskListInputSchema>, signal?: AbortSignal): Promise<Page<TaskListItem>>;
  /** As `groups`. @throws AdiuvaError `validation`; `cancelled` where `signal` said so in time */
  findGroups(input: z.output<typeof taskGroupsInputSchema>, signal?: AbortSignal): Promise<TaskGroups>;
}

/** Edits of many tasks, each one change set and so one step to undo. All of it happens or none. */
export interface TaskBatches {
  /** @throws AdiuvaError `validation`, `notFound` or `deleted` for a task that is gone; neighbours may be gone */
  move(input: z.output<typeof taskMoveSchema>, actor: Actor): { changeSetId: ChangeSetId };
  /** `count`: how many tasks came out different. @throws AdiuvaError `validation`, `notFound`, `deleted` */
  updateMany(input: z.output<typeof taskUpdateManySchema>, actor: Actor): { changeSetId: ChangeSetId; count: number };
  /** @throws AdiuvaError `notFound`, `deleted` */
  deleteMany(input: z.output<typeof taskDeleteManySchema>, actor: Actor): { changeSetId: ChangeSetId; count: number };
}

export interface TaskService extends TaskReader, TaskFinder, TaskBatches {
  /** @throws AdiuvaError `validation` for what is no rule of whole days */
  occurrences(input: z.output<typeof taskOccurrencesInputSchema>): { days: string[] };
}

export interface NoteService extends Reader<Note, NoteListItem, typeof noteListInputSchema> {
  count(): number;
  /** Keeps what is being typed, durably, outside history. @throws AdiuvaError `deleted`, `notFound` */
  keepDraft(draft: z.output<typeof noteDraftInputSchema>): void;
  /** Forgets a draft that its writer gave up. */
  dropDraft(draft: z.output<typeof noteDraftKeySchema>): void;
  /**
   * Takes over the drafts of a note whose writers are gone, for a window that opens it: each becomes an update of the note,
   * or a note of its own where the note changed since. Answers what became of them.
   */
  recoverDrafts(id: NoteId): Notice[];
  /** From now until `end`, the writer is there, and its draft is its own business. */
  startWriting(input: z.output<typeof noteWritingInputSchema>): Writing;
}

export interface Writing extends NoteWritingEvent {
  /** Twice does no harm. */
  end(): void;
}

/** What each kind of record is made from and changed with. */
export interface RecordInputs {
  client: { record: Client; create: z.output<typeof clientCreateSchema>; update: z.output<typeof clientUpdateSchema> };
  project: {
    record: Project;
    create: z.output<typeof projectCreateSchema>;
    update: z.output<typeof projectUpdateSchema>;
  };
  task: { record: Task; create: z.output<typeof taskCreateSchema>; update: z.output<typeof taskUpdateSchema> };
  checkpoint: {
    record: Checkpoint;
    create: z.output<typeof checkpointCreateSchema>;
    update: z.output<typeof checkpointUpdateSchema>;
  };
  note: { record: Note; create: z.output<typeof noteCreateSchema>; update: z.output<typeof noteUpdateSchema> };
  comment: {
    record: Comment;
    create: z.output<typeof commentCreateSchema>;
    update: z.output<typeof commentUpdateSchema>;
  };
  view: { record: View; create: z.output<typeof viewCreateSchema>; update: z.output<typeof viewUpdateSchema> };
}

/** One change of one record, as it is asked for. Its fields are validated inside `apply`, whoever sends it. */
export type Change = {
  [Kind in RecordKind]:
    | { kind: Kind; operation: 'create'; fields: unknown }
    /**
     * `fields` carries `id` and, where the caller has one, `expectedVersion`. `writer`: whose draft of the note this ends; without one it is the
     * draft that callers without one share.
     */
    | { kind: Kind; operation: 'update'; fields: unknown; writer?: string | undefined }
    | { kind: Kind; operation: 'delete'; id: string; expectedVersion?: number | undefined };
}[RecordKind];

/** Where a suggestion comes from, beside its actor. */
export interface Provenance {
  /** What the suggestion is called where it holds several changes. */
  title?: string;
  source?: { kind: RecordKind; id: string };
  /** The user typed it and wants it, whatever was rejected before or waits already. */
  isUsersOwn?: true;
}

export type ApplyResult =
  /** `records`: whole, in the order of the changes; null where one was deleted. */
  | { outcome: 'applied'; changeSetId: ChangeSetId; records: (RecordInputs[RecordKind]['record'] | null)[] }
  /**
   * The actor may only propose. The same proposal of a repeated run answers the suggestion it made before; one that waits
   * already is answered instead of a second one, `isNew` false. `leftOut`: single changes of the set that wait in, or were
   * rejected with, suggestions of their own.
   */
  | { outcome: 'suggested'; suggestion: Suggestion; isNew: boolean; leftOut: Suggestion[] }
  /** The user rejected just this before: `suggestion` says when and why. Nothing was made. */
  | { outcome: 'declined'; suggestion: Suggestion; leftOut: Suggestion[] };

/**
 * The one way to write. All of `changes` happen, or none: validation, records, versions, history, full text, the indexing
 * outbox, kept counts, in one transaction; the event after it.
 * @throws AdiuvaError `validation`, `notFound`, `deleted`, `conflict`, `diskFull`, `workspaceReadOnly`, `databaseBusy`
 */
export interface ChangeService {
  apply(changes: readonly Change[], actor: Actor, provenance?: Provenance): ApplyResult;
}

/** Approving and rejecting are calls of the user; an agent as actor is refused with `unauthorized`. */
export interface SuggestionService {
  get(id: SuggestionId): Suggestion;
  list(input: z.output<typeof suggestionListInputSchema>): Page<Suggestion>;
  count(): number;
  /** @throws AdiuvaError `suggestionStale`, `suggestionResolved`, `validation`, `notFound` */
  approve(
    input: z.output<typeof suggestionApproveSchema>,
    actor: Actor,
  ): { suggestion: Suggestion; changeSetId: ChangeSetId };
  /**
   * Approves those that can be, as one change set, in the order of `ids`. `leftOut`: stale ones, also those that an earlier
   * one of the same call overtook, and those that are settled or gone. `changeSetId` is null where none was approved.
   */
  approveMany(
    input: z.output<typeof suggestionApproveManySchema>,
    actor: Actor,
  ): { approved: SuggestionId[]; leftOut: SuggestionId[]; changeSetId: ChangeSetId | null };
  /**
   * Makes a stale one anew on its records as they are now. One that has nothing left to ask for is rejected: then
   * `changeSetId` undoes that. @throws AdiuvaError `suggestionResolved`, `notFound`
   */
  refresh(
    input: z.output<typeof suggestionRefreshSchema>,
    actor: Actor,
  ): { suggestion: Suggestion; changeSetId: ChangeSetId | null };
  /** @throws AdiuvaError `suggestionResolved`, `notFound` */
  reject(
    input: z.output<typeof suggestionRejectSchema>,
    actor: Actor,
  ): { suggestion: Suggestion; changeSetId: ChangeSetId };
}

export interface HistoryService {
  list(input: z.output<typeof historyListInputSchema>): Page<HistoryEntry>;
  /**
   * Takes back all changes of one change set, as a change set of its own (so undoing that is redo).
   * @throws AdiuvaError `undoConflict` where a record changed since, `alreadyUndone`, `expired`, `notFound`
   */
  undo(changeSetId: ChangeSetId, actor: Actor): { changeSetId: ChangeSetId };
}

/** What happened: change sets, tool runs, briefs. */
export interface ActivityService {
  list(input: z.output<typeof activityListInputSchema>): Page<ActivityItem>;
  /** One row with its changes; `canUndo` has been tried. @throws AdiuvaError `notFound` */
  get(sequence: number): ActivityDetail;
  count(filter: ActivityFilter): ActivityCount;
  /** A page of CSV text, the header on the first. */
  csv(
    input: ActivityFilter & { cursor?: string | null | undefined },
  ): Promise<{ text: string; nextCursor: string | null }>;
}

type TrashItems = z.output<typeof trashItemsInputSchema>['items'];

/** What was deleted, for 30 days. An agent as actor is refused with `unauthorized`. */
export interface TrashService {
  list(input: z.output<typeof trashListInputSchema>): Page<TrashItem>;
  count(): number;
  /**
   * Brings items back whole, with what hung on them, as one change set. What is not in the trash any more is passed over.
   * @throws AdiuvaError `restoreBlocked` where one cannot exist without what is gone: then none comes back; `notInTrash`
   * where none of them is there
   */
  restore(items: TrashItems, actor: Actor): TrashRestored;
  /** Takes items out for good: their texts leave history too. Answers how many. */
  delete(items: TrashItems, actor: Actor): Promise<{ count: number }>;
  /** The same with all that lies there now. */
  empty(actor: Actor): Promise<{ count: number }>;
}

export interface SearchService {
  /** @throws AdiuvaError `cancelled` where `signal` said so in time */
  query(input: z.output<typeof searchQuerySchema>, signal?: AbortSignal): Promise<{ items: SearchItem[] }>;
  status(): SearchStatus;
  /** Throws the vectors away and makes them anew from the database; search goes on by full text meanwhile. */
  rebuild(): void;
}

export interface AssistantService {
  /**
   * Starts a run and answers at once. The same `messageId` again answers the same run. What `replaces` names goes with
   * everything after it, in the same step.
   */
  send(input: z.output<typeof assistantSendSchema>): { runId: RunId; conversationId: ConversationId };
  /**
   * Asks the question of the last answer once more and puts the new answer in its place. The same `answerId` again answers the
   * same run. @throws AdiuvaError `notFound`; `validation` where it is not the last answer
   */
  retry(input: z.output<typeof assistantRetrySchema>): { runId: RunId; conversationId: ConversationId };
  /** From the run's beginning, whether it goes on or is over. Leaving stops nothing. @throws AdiuvaError `notFound` */
  events(runId: RunId, signal: AbortSignal): AsyncIterable<RunEvent>;
  /** Ends a run; what it has said is kept. Of a run that is over: nothing. */
  stop(runId: RunId): void;
  /** What models are told before each question, word by word. */
  prompts(): PromptText[];
}

export interface ConversationService {
  get(id: ConversationId): Conversation;
  list(input: z.output<typeof conversationListInputSchema>): Page<ConversationItem>;
  messages(input: z.output<typeof messageListInputSchema>): Page<Message>;
  update(input: z.output<typeof conversationUpdateSchema>): Conversation;
  /** A file that lies beside a message. @throws AdiuvaError `notFound` */
  file(input: z.output<typeof conversationFileSchema>): { name: string; text: string };
  /** The whole conversation as one Markdown document, and a name for its file. */
  export(id: ConversationId): { fileName: string; markdown: string };
  delete(id: ConversationId): void;
}

/** The `offline` provider is always there, last, and cannot be changed. */
export interface ProviderService {
  list(): Provider[];
  get(id: ProviderId): Provider;
  create(input: z.output<typeof providerCreateSchema>): Promise<Provider>;
  update(input: z.output<typeof providerUpdateSchema>): Promise<Provider>;
  delete(id: ProviderId): Promise<void>;
  /** The one that was default before is asked after it, where there is an order to be asked in. @throws AdiuvaError `notFound` */
  setDefault(id: ProviderId): Provider;
  /** Who is asked, the default one first; all others only when they are chosen. @throws AdiuvaError `notFound` */
  setOrder(input: z.output<typeof providerOrderSchema>): Provider[];
  /** The models that a provider offers. @throws AdiuvaError `validation`, `notFound` or one of the provider codes */
  models(input: z.output<typeof providerModelsInputSchema>): Promise<ListedModel[]>;
  /** The model servers that answer on this computer and are not among the providers. */
  findLocal(): Promise<FoundServer[]>;
  test(id: ProviderId): Promise<ProviderTestResult>;
  /** Where a key would go now; null where only a file is left, which wants the user's word. */
  keyStore(): Promise<Provider['keyBackend']>;
}

export interface SettingsService {
  get(): Settings;
  update(input: z.output<typeof settingsUpdateSchema>): Settings;
}

export interface EventSource {
  /** Calls back for each event, after its transaction; the answer ends it. */
  subscribe(listener: (event: WorkspaceEvent) => void): () => void;
}
