import { AdiuvaError } from '../../../contracts/errors.ts';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import type { ApplyResult, Change, ChangeService, Provenance } from '../../workspace.ts';
import type { ToolContext, ToolResult } from './tool.ts';

type Caller = Pick<ToolContext, 'run' | 'agent' | 'callId'>;
type Proposed = Exclude<ApplyResult, { outcome: 'applied' }>;

/** What is proposed: its changes, its name where there are several, and how the model is told of it. */
export interface Wanted {
  readonly changes: readonly Change[];
  readonly title?: string;
  /** `the task "Ask Paolo"` */
  readonly called: string;
  /** How many records it is about; shown with the step. */
  readonly count: number;
}

/**
 * Brings changes to the write boundary as an agent, where they become a suggestion, and tells the model what came of it.
 * Repeated by a run that goes on, it answers the suggestion of the first time.
 */
export function propose(changes: ChangeService, wanted: Wanted, caller: Caller): ToolResult {
  const { title } = wanted;
  const proposed = apply(changes, wanted.changes, caller, title === undefined ? {} : { title });
  const more = proposed.leftOut.map((suggestion) => `Left out: ${standing(suggestion)}`);
  if (proposed.outcome === 'declined') {
    const text = [
      `Not suggested: ${standing(proposed.suggestion)} Do not suggest it again or in other words. If the user wants it after all, they can undo the rejection under Activity.`,
      ...more,
    ].join('\n');
    return { text, count: 0 };
  }
  const { suggestion, isNew } = proposed;
  const text = isNew
    ? `Suggested ${wanted.called}. It waits for approval.`
    : `No second suggestion was made: ${standing(suggestion)}`;
  return { text: [text, ...more].join('\n'), count: wanted.count, suggestionId: suggestion.id };
}

/** Suggests what the user typed themselves: it is made whatever was rejected before. */
export function proposeOwn(changes: ChangeService, change: Change, caller: Caller): SuggestionId {
  const proposed = apply(changes, [change], caller, { isUsersOwn: true });
  if (proposed.outcome !== 'suggested') throw new AdiuvaError('internal');
  return proposed.suggestion.id;
}

function apply(
  changes: ChangeService,
  wanted: readonly Change[],
  { run, agent, callId }: Caller,
  provenance: Provenance,
): Proposed {
  const result = changes.apply(
    wanted,
    { kind: 'agent', name: agent, conversationId: run.conversationId, runId: run.id, toolCallId: callId },
    { ...provenanceOf(run.scope), ...provenance },
  );
  if (result.outcome === 'applied') throw new AdiuvaError('internal');
  return result;
}

/** A question asked in a note or on a task led to the suggestion: it says so. */
function provenanceOf(scope: ToolContext['run']['scope']): Provenance {
  return scope.kind === 'note' || scope.kind === 'task' ? { source: { kind: scope.kind, id: scope.id } } : {};
}

/** What became of a suggestion, in a sentence for the model. */
function standing({ title, state, resolvedAt, reason }: Suggestion): string {
  const name = JSON.stringify(title);
  if (state === 'pending') return `${name} is suggested already and waits for the user.`;
  const day = resolvedAt === null ? '' : ` on ${new Date(resolvedAt).toISOString().slice(0, 10)}`;
  const why =
    reason === null || reason.trim() === '' ? ', without a reason.' : `. Their reason: ${JSON.stringify(reason)}.`;
  return `the user rejected ${name}${day}${why}`;
}
