import type { Message, Scope } from '../../../src/contracts/conversation.ts';
import type { ConversationId, RunId } from '../../../src/contracts/ids.ts';
import { type Provider, providerCreateSchema } from '../../../src/contracts/provider.ts';
import type { RunEvent } from '../../../src/contracts/run.ts';
import { suggestionListInputSchema } from '../../../src/contracts/suggestion.ts';
import type { Suggestion } from '../../../src/contracts/suggestion.ts';
import { type AssistantTimings, DEFAULT_TIMINGS } from '../../../src/core/assistant/timings.ts';
import type { Workspace } from '../../../src/core/workspace.ts';

/** For tests in which the model answers: nothing is given up because the machine is busy. */
export const patientTimings: AssistantTimings = { ...DEFAULT_TIMINGS, keepText: 50 };

/** For tests in which a model keeps silent: short enough for a test, long enough for a busy machine. */
export const shortTimings: AssistantTimings = {
  ...DEFAULT_TIMINGS,
  firstPiece: 1_500,
  betweenPieces: 1_500,
  wholeRun: 15_000,
  test: 1_500,
  keepText: 50,
};

export interface Asked {
  readonly runId: RunId;
  readonly conversationId: ConversationId;
  readonly message: Message;
  readonly events: readonly RunEvent[];
}

/** Sends a message and waits for its answer. */
export async function ask(
  workspace: Workspace,
  text: string,
  given: { scope?: Scope; conversationId?: ConversationId } = {},
): Promise<Asked> {
  const { runId, conversationId } = workspace.assistant.send({
    text,
    scope: given.scope ?? { kind: 'workspace' },
    conversationId: given.conversationId,
  });
  return { runId, conversationId, ...(await follow(workspace, runId)) };
}

/** Reads a run to its end. */
export async function follow(
  workspace: Workspace,
  runId: RunId,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ message: Message; events: RunEvent[] }> {
  const events = await collect(workspace, runId, signal);
  const last = events.at(-1);
  if (last?.type !== 'ended') throw new Error(`the run said no end: ${JSON.stringify(events)}`);
  return { message: last.message, events };
}

/** All that a run says, to its end or until the reader leaves. */
export async function collect(workspace: Workspace, runId: RunId, signal: AbortSignal): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of workspace.assistant.events(runId, signal)) events.push(event);
  return events;
}

/** Reads a run until it says something, and leaves it to itself. */
export async function waitFor(
  workspace: Workspace,
  runId: RunId,
  isIt: (event: RunEvent) => boolean,
): Promise<RunEvent> {
  const enough = new AbortController();
  for await (const event of workspace.assistant.events(runId, enough.signal)) {
    if (!isIt(event)) continue;
    enough.abort();
    return event;
  }
  throw new Error('the run ended before');
}

export function addProvider(workspace: Workspace, baseUrl: string, key: string | null = 'sk-test'): Promise<Provider> {
  return workspace.providers.create(
    providerCreateSchema.parse({ kind: 'openai-compatible', name: 'Test server', baseUrl, model: 'test-model', key }),
  );
}

/** Pending suggestions, oldest first. */
export function pendingSuggestions(workspace: Workspace): Suggestion[] {
  return workspace.suggestions.list(suggestionListInputSchema.parse({ limit: 200 })).items.toReversed();
}

/** Every text that the chat's events carry, folded as a reader would. */
export function textOf(events: readonly RunEvent[]): string {
  return events.reduce(
    (text, event) => (event.type === 'textAdded' ? text + event.text : event.type === 'textReset' ? '' : text),
    '',
  );
}
