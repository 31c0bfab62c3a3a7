import { PROTOCOL_VERSION } from '../contracts/health.ts';
import { createActivityWriter } from './activity/activityWriter.ts';
import { createActivity } from './activity/createActivity.ts';
import { createBriefSchedule } from './assistant/brief/briefSchedule.ts';
import { createConversationTitles } from './assistant/conversations.ts';
import { createAssistant } from './assistant/createAssistant.ts';
import type { UsualPlace } from './assistant/models/findServers.ts';
import type { AssistantTimings } from './assistant/timings.ts';
import { createChangeSets } from './changes/changeSet.ts';
import { createChangeSetReader } from './changes/changeSetReader.ts';
import { createCounts } from './changes/counts.ts';
import { createChanges } from './changes/createChanges.ts';
import { createHistory } from './changes/createHistory.ts';
import { createSuggestions } from './changes/createSuggestions.ts';
import { createHistoryWriter } from './changes/historyWriter.ts';
import { createNoteDrafts } from './changes/noteDrafts.ts';
import { createNoteWriters } from './changes/noteWriters.ts';
import { createProposals } from './changes/proposals.ts';
import { createDraftRecovery } from './changes/recoverDrafts.ts';
import { createScrubber } from './changes/scrubber.ts';
import { createSuggestionReader } from './changes/suggestionReader.ts';
import { createUndo } from './changes/undo.ts';
import { createWriteChanges } from './changes/writeChanges.ts';
import { guardService } from './db/guardService.ts';
import { type Database, databaseFile, openDatabase } from './db/openDatabase.ts';
import { createEvents } from './events.ts';
import type { Ports } from './ports.ts';
import { createReader } from './reader/createReader.ts';
import { createTaskFinder } from './reader/taskFinder.ts';
import { createCheckpointReader } from './records/checkpoint.ts';
import { createClientReader } from './records/client.ts';
import { createCommentReader } from './records/comment.ts';
import { createRecords } from './records/createRecords.ts';
import { createNoteReader } from './records/note.ts';
import { createProjectReader } from './records/project.ts';
import { createTaskBatches } from './records/taskBatches.ts';
import { createTaskReader } from './records/taskReader.ts';
import { createViewReader } from './records/view.ts';
import { createRecurrence } from './recurrence/createRecurrence.ts';
import { previewRule } from './recurrence/previewRule.ts';
import { createSeries } from './recurrence/series.ts';
import { createSearch } from './search/createSearch.ts';
import { createFullText } from './search/fullText.ts';
import { createOutbox } from './search/outbox.ts';
import { createTextFilter } from './search/textFilter.ts';
import { createSettings } from './settings.ts';
import { createTrash } from './trash/createTrash.ts';
import { createRestoreRecords } from './trash/restoreRecords.ts';
import { createScrubRecords } from './trash/scrubRecords.ts';
import { createTrashRows } from './trash/trashRows.ts';
import type { NoteService, TaskService, Workspace } from './workspace.ts';

export interface WorkspaceOptions {
  /** How long models may take; tests shorten it. */
  readonly assistantTimings?: AssistantTimings;
  /** Where model servers are looked for on this computer; for tests. */
  readonly modelPlaces?: readonly UsualPlace[];
}

/**
 * Opens the workspace in `ports.paths.workspace`, making it where there is none, as its only owner.
 * @throws AdiuvaError `workspaceLocked`, `workspaceNewer`, `workspaceReadOnly`, `diskFull`, `databaseBusy`
 */
export async function createWorkspace(ports: Ports, options: WorkspaceOptions = {}): Promise<Workspace> {
  const database = openDatabase(ports);
  try {
    return compose(ports, database, options);
  } catch (error) {
    database.close();
    throw database.translateError(error);
  }
}

function compose(ports: Ports, database: Database, options: WorkspaceOptions): Workspace {
  const { clock, logger, paths } = ports;
  const events = createEvents(logger);
  const guard = <Service extends object>(service: Service): Service => guardService(service, database);

  const { stores, readDocument, listDocuments } = createRecords(database);
  const fullText = createFullText(database);
  const outbox = createOutbox(database);
  const index = {
    put: fullText.put.bind(fullText),
    remove: fullText.remove.bind(fullText),
    enqueue: outbox.add.bind(outbox),
  };

  const historyWriter = createHistoryWriter(database);
  const drafts = createNoteDrafts(database, historyWriter, clock);
  const counts = createCounts(database);
  const activityWriter = createActivityWriter({ database, stores, clock, events });
  const openChangeSet = createChangeSets({
    database,
    stores,
    history: historyWriter,
    activity: activityWriter,
    trash: createTrashRows(database, counts),
    counts,
    index,
    clock,
    events,
  });
  const series = createSeries({ stores, history: historyWriter, clock });
  const writeChanges = createWriteChanges(stores, historyWriter, drafts, series);
  const suggestionReader = createSuggestionReader(database, stores);
  const proposals = createProposals({ database, stores, openChangeSet, writeChanges, reader: suggestionReader });

  const changes = guard(createChanges({ database, openChangeSet, writeChanges, proposals }));
  const suggestions = guard(createSuggestions({ database, stores, openChangeSet, reader: suggestionReader, series }));
  const { undo, wouldUndo } = createUndo({ database, stores, openChangeSet });
  const history = guard(createHistory(database, undo));
  const titlesOf = createConversationTitles(database);
  const activity = guard(createActivity({ database, stores, history, titlesOf, wouldUndo }));
  const changeSets = createChangeSetReader(database);
  const trash = createTrash({
    database,
    counts,
    clock,
    logger,
    events,
    restoreRecords: createRestoreRecords({ database, stores, openChangeSet, changeSets }),
    scrubRecords: createScrubRecords({
      stores,
      changeSets,
      scrubber: createScrubber(database),
      activity: activityWriter,
    }),
  });
  const clients = guard(createClientReader(database));
  const projects = guard(createProjectReader(database));
  const reader = createReader({ path: paths.readerWorker, file: databaseFile(paths.workspace), logger });
  const textFilter = createTextFilter(database);
  const taskReader = createTaskReader(database, textFilter);
  const tasks = guard<TaskService>({
    ...taskReader,
    ...createTaskFinder({ tasks: taskReader, reader, isCommon: textFilter.isCommon }),
    ...createTaskBatches(database, stores, changes),
    occurrences: previewRule,
  });
  const views = guard(createViewReader(database));
  const checkpoints = guard(createCheckpointReader(database));
  const comments = guard(createCommentReader(database));
  const recovery = createDraftRecovery({ database, stores, changes, clock, logger });
  const writers = createNoteWriters(recovery);
  const notes = guard<NoteService>({
    ...createNoteReader(database),
    keepDraft: (draft) => drafts.keep(draft),
    dropDraft: ({ id, writer }) => drafts.clear(id, writer),
    recoverDrafts: (id) => writers.recover(id),
    startWriting: (input) => writers.start(input),
  });
  const settings = guard(createSettings(database, events));

  const notices = [...database.notices, ...recovery.recoverAll()];

  const search = createSearch({ database, reader, ports, events, readDocument, listDocuments });
  const assistant = createAssistant({
    database,
    activity: activityWriter,
    ports,
    events,
    changes,
    suggestions,
    tasks,
    projects,
    clients,
    checkpoints,
    notes,
    comments,
    history,
    search: guard(search),
    settings,
    timings: options.assistantTimings,
    modelPlaces: options.modelPlaces,
  });
  const recurrence = createRecurrence({ database, stores, openChangeSet, series, clock, logger });
  const briefSchedule = createBriefSchedule({
    database,
    clock,
    logger,
    settings,
    brief: assistant.brief,
    notify: (notification) => ports.notify(notification),
    events,
  });
  search.start();
  trash.start();
  recurrence.start();
  briefSchedule.start();

  let disposed: Promise<void> | null = null;
  async function close(): Promise<void> {
    // Reverse order of opening. Whatever fails to close must not keep the database open: its lock names a live process.
    for (const part of [briefSchedule, recurrence, trash, assistant, search, reader]) {
      try {
        await part.dispose();
      } catch (error) {
        logger.error('a part of the workspace did not close well', { error });
      }
    }
    events.dispose();
    database.close();
  }

  return {
    changes,
    clients,
    projects,
    tasks,
    checkpoints,
    notes,
    comments,
    views,
    suggestions,
    history,
    activity,
    trash: guard(trash.service),
    settings,
    events,
    search: guard(search),
    assistant: guard(assistant.assistant),
    conversations: guard(assistant.conversations),
    providers: guard(assistant.providers),
    brief: guard(assistant.brief),
    health: () => ({
      version: ports.host.version,
      protocol: PROTOCOL_VERSION,
      host: ports.host.kind,
      folder: paths.workspace,
      notices,
    }),
    dispose: () => (disposed ??= close()),
  };
}
