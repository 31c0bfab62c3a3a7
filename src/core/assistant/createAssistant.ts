import { AdiuvaError } from '../../contracts/errors.ts';
import type { WorkspaceEvent } from '../../contracts/event.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Ports } from '../ports.ts';
import type { AssistantService, BriefService, ConversationService, ProviderService, Workspace } from '../workspace.ts';
import { createConversations } from './conversations.ts';
import { createProviders } from './models/providers.ts';

/** What the assistant is made from: the rest of the workspace. */
export interface AssistantParts
  extends Pick<
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
  readonly ports: Ports;
  readonly events: { emit(event: WorkspaceEvent): void };
}

export interface Assistant {
  readonly assistant: AssistantService;
  readonly conversations: ConversationService;
  readonly providers: ProviderService;
  readonly brief: BriefService;
  /** Stops what runs in a state that the next start goes on from, and waits for it. */
  dispose(): Promise<void>;
}

/**
 * The assistant of one workspace. Opens nothing but statements: language-model packages load with the first question.
 */
export function createAssistant({ database, ports, events }: AssistantParts): Assistant {
  const emit = (event: WorkspaceEvent): void => events.emit(event);
  const providers = createProviders({
    database,
    ports,
    emit,
    ask: () => Promise.reject(new AdiuvaError('providerUnreachable', { host: '' })),
  });
  const conversations = createConversations({
    database,
    clock: ports.clock,
    emit,
    discardRuns: () => undefined,
    liveMessage: () => null,
  });
  const unready = (): never => {
    throw new AdiuvaError('internal');
  };
  return {
    assistant: { send: unready, events: unready, stop: () => undefined },
    conversations,
    providers,
    brief: { generate: () => Promise.reject(new AdiuvaError('internal')), latest: () => null },
    dispose: () => Promise.resolve(),
  };
}
