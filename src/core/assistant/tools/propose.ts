import { AdiuvaError } from '../../../contracts/errors.ts';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { Change, ChangeService, Provenance } from '../../workspace.ts';
import type { ToolContext } from './tool.ts';

/**
 * Brings a change to the write boundary as an agent, where it becomes a suggestion. Repeated by a run that goes on, it
 * answers the suggestion of the first time.
 */
export function propose(
  changes: ChangeService,
  change: Change,
  { run, agent, callId }: Pick<ToolContext, 'run' | 'agent' | 'callId'>,
): SuggestionId {
  const result = changes.apply(
    [change],
    { kind: 'agent', name: agent, conversationId: run.conversationId, runId: run.id, toolCallId: callId },
    provenanceOf(run.scope),
  );
  if (result.outcome !== 'suggested') throw new AdiuvaError('internal');
  return result.suggestion.id;
}

/** A question asked in a note or on a task led to the suggestion: it says so. */
function provenanceOf(scope: ToolContext['run']['scope']): Provenance {
  return scope.kind === 'note' || scope.kind === 'task' ? { source: { kind: scope.kind, id: scope.id } } : {};
}
