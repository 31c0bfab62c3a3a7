import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { ActivityWriter } from '../activity/activityWriter.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Ports } from '../ports.ts';
import type { AssistantService, ConversationService, ProviderService, Workspace } from '../workspace.ts';
import { listPrompts } from './agents/prompts/listPrompts.ts';
import { answer } from './answer.ts';
import type { BriefService } from './brief/briefService.ts';
import { createBrief } from './brief/createBrief.ts';
import { settleBlocks } from './blocks.ts';
import { settleCitations } from './citations.ts';
import { createConversations } from './conversations.ts';
import type { UsualPlace } from './models/findServers.ts';
import { OFFLINE_ID } from './models/providerRows.ts';
import { createProviders } from './models/providers.ts';
import { createNaming } from './nameConversation.ts';
import { createRecordReader } from './records.ts';
import { createRuns, type Runs } from './runs/runs.ts';
import { type AssistantTimings, DEFAULT_TIMINGS } from './timings.ts';
import { createProposeChanges } from './tools/proposeChanges.ts';
import { createProposePlan } from './tools/proposePlan.ts';
import { createProposeTools } from './tools/proposeTools.ts';
import { createReadTools } from './tools/readTools.ts';
import { createToolExecutor } from './tools/toolExecutor.ts';
import { toolPolicy } from './tools/toolPolicy.ts';
import { waitAtMost } from './waitAtMost.ts';

/** What the assistant is made from: the rest of the workspace. */
export interface AssistantParts extends Pick<
  Workspace,
  | 'changes'
  | 'suggestions'
  | 'tasks'
  | 'projects'
  | 'clients'
  | 'checkpoints'
  | 'notes'
  | 'comments'
  | 'history'
  | 'search'
  | 'settings'
> {
  readonly database: Database;
  readonly activity: Pick<ActivityWriter, 'addTool' | 'addBrief'>;
  readonly ports: Ports;
  readonly events: { emit(event: WorkspaceEvent): void };
  /** How long things may take; tests shorten it. */
  readonly timings?: AssistantTimings | undefined;
  /** Where model servers are looked for on this computer; tests have theirs elsewhere. */
  readonly modelPlaces?: readonly UsualPlace[] | undefined;
}

export interface Assistant {
  readonly assistant: AssistantService;
  readonly conversations: ConversationService;
  readonly providers: ProviderService;
  readonly brief: BriefService;
  /** Stops what runs in a state that the next start goes on from, and waits for it, though not for ever. */
  dispose(): Promise<void>;
}

/**
 * The assistant of one workspace. Opens nothing but statements: language-model packages load with the first question that
 * a model is to answer.
 */
export function createAssistant(parts: AssistantParts): Assistant {
  const { database, activity, ports, changes, settings, timings = DEFAULT_TIMINGS } = parts;
  const { clock, logger } = ports;
  const emit = (event: WorkspaceEvent): void => parts.events.emit(event);
  const closing = new AbortController();
  const reader = createRecordReader(parts);

  const providers = createProviders({
    database,
    ports,
    emit,
    async ask(provider) {
      const { testProvider } = await import('./models/testProvider.ts');
      return testProvider(provider, timings, closing.signal);
    },
    async listModels(listing) {
      const { listModels } = await import('./models/listModels.ts');
      return listModels({ ...listing, signal: closing.signal, within: timings.test });
    },
    async findServers() {
      const { findServers, USUAL_PLACES } = await import('./models/findServers.ts');
      return findServers(parts.modelPlaces ?? USUAL_PLACES, closing.signal);
    },
  });
  const executor = createToolExecutor(
    [
      ...createReadTools(parts, reader),
      ...createProposeTools(changes, reader),
      createProposeChanges({ ...parts, reader }),
      createProposePlan(changes, reader),
    ],
    toolPolicy,
  );
  const naming = createNaming({ database, logger, providers, timings, signal: closing.signal, emit });
  const runs: Runs = createRuns({
    database,
    activity,
    clock,
    logger,
    timings,
    emit,
    checkScope(scope) {
      if (scope.kind === 'workspace') return;
      const readers = { client: parts.clients, project: parts.projects, note: parts.notes, task: parts.tasks } as const;
      readers[scope.kind].get(scope.id);
    },
    checkConversation: (id) => void conversations.get(id),
    chooseProvider(id) {
      if (id === undefined) return providers.defaultId();
      return id === OFFLINE_ID ? null : providers.get(id).id;
    },
    answer: (task) =>
      answer(task, {
        database,
        clock,
        logger,
        providers,
        settings,
        executor,
        timings,
        changes,
        reader,
        services: parts,
      }),
    ended: (run, message) => naming.answered(run, message),
    settle: (text, sources) => settleCitations(settleBlocks(text, reader.exists), sources, reader.exists),
  });
  const conversations = createConversations({
    database,
    emit,
    discardRuns: (id) => runs.discard(id),
    liveMessage: (id) => runs.liveMessage(id),
    isRunning: (id) => runs.isRunning(id),
    export: { reader, suggestion: (id) => parts.suggestions.get(id) },
  });
  const brief = createBrief({
    database,
    activity,
    clock,
    logger,
    services: parts,
    reader,
    providers,
    settings,
    timings,
    signal: closing.signal,
    emit,
  });

  runs.resume();
  return {
    assistant: { send: runs.send, retry: runs.retry, events: runs.events, stop: runs.stop, prompts: listPrompts },
    conversations,
    providers,
    brief,
    async dispose() {
      closing.abort();
      await waitAtMost(Promise.all([runs.dispose(), brief.settled(), naming.settled()]), timings.letGo);
      runs.keepEnds();
    },
  };
}
