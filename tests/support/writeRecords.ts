import type { Actor } from '../../src/contracts/change.ts';
import { AdiuvaError, type ErrorCode, type ErrorFields } from '../../src/contracts/errors.ts';
import { type ChangeSetId, conversationIdSchema, runIdSchema } from '../../src/contracts/ids.ts';
import type { RecordKind } from '../../src/contracts/record.ts';
import type { Suggestion } from '../../src/contracts/suggestion.ts';
import type { Change, RecordInputs, Workspace } from '../../src/core/workspace.ts';

export const user: Actor = { kind: 'user' };
export const runId = runIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-0000000000a1');
export const conversationId = conversationIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-0000000000c1');

/** An id that no record has. */
export const unknownId = '0192f0c1-2f7e-7c3a-9a51-ffffffffffff';

export function agent(toolCallId: string, name = 'project'): Actor {
  return { kind: 'agent', name, conversationId, runId, toolCallId };
}

type Written<Kind extends RecordKind> = RecordInputs[Kind]['record'] & { changeSetId: ChangeSetId };

/** Applies changes as the user and answers the change set. */
export function applyAll(workspace: Workspace, changes: readonly Change[], actor: Actor = user): ChangeSetId {
  const result = workspace.changes.apply(changes, actor);
  if (result.outcome !== 'applied') throw new Error('the changes became a suggestion');
  return result.changeSetId;
}

function one<Kind extends RecordKind>(
  workspace: Workspace,
  change: Change & { kind: Kind },
  actor: Actor,
): Written<Kind> {
  const result = workspace.changes.apply([change], actor);
  if (result.outcome !== 'applied') throw new Error('the change became a suggestion');
  const record = result.records[0];
  if (!record) throw new Error('no record came back');
  // Tests name the kind that they asked for; the record of that kind is what comes back.
  return { ...(record as RecordInputs[Kind]['record']), changeSetId: result.changeSetId };
}

export function create<Kind extends RecordKind>(
  workspace: Workspace,
  kind: Kind,
  fields: object,
  actor: Actor = user,
): Written<Kind> {
  return one<Kind>(workspace, { kind, operation: 'create', fields } as Change & { kind: Kind }, actor);
}

export function update<Kind extends RecordKind>(
  workspace: Workspace,
  kind: Kind,
  fields: object,
  actor: Actor = user,
): Written<Kind> {
  return one<Kind>(workspace, { kind, operation: 'update', fields } as Change & { kind: Kind }, actor);
}

export function remove(workspace: Workspace, kind: RecordKind, id: string, actor: Actor = user): ChangeSetId {
  return applyAll(workspace, [{ kind, operation: 'delete', id }], actor);
}

export function propose(
  workspace: Workspace,
  changes: readonly Change[],
  toolCallId: string,
  provenance = {},
): Suggestion {
  const result = workspace.changes.apply(changes, agent(toolCallId), provenance);
  if (result.outcome !== 'suggested') throw new Error('the changes were applied');
  return result.suggestion;
}

/** What a call that must fail throws, as code and fields. */
export function failureOf(call: () => unknown): { code: ErrorCode; fields: ErrorFields } {
  try {
    call();
  } catch (error) {
    if (error instanceof AdiuvaError) return { code: error.code, fields: error.fields };
    throw error;
  }
  throw new Error('the call did not fail');
}

/** Every note as `title: content`, in order of that. */
export function textsOf({ notes }: Workspace): string[] {
  const { items } = notes.list({ limit: 1_000 });
  return items
    .map(({ id }) => notes.get(id))
    .map(({ title, content }) => `${title}: ${content}`)
    .sort();
}

/** Everything that screens and search can see, for comparing a workspace before and after. */
export function readEverything(workspace: Workspace, today = '2026-11-21') {
  const limit = 1_000;
  const tasks = workspace.tasks.list({ limit, status: 'all', due: 'any', pending: 'include', sort: 'manual' }).items;
  return {
    clients: workspace.clients.list({ limit, archived: 'include' }).items,
    projects: workspace.projects.list({ limit, status: 'all' }).items,
    tasks: tasks.map((task) => workspace.tasks.get(task.id)),
    counts: workspace.tasks.counts(today),
    comments: tasks.flatMap((task) => workspace.comments.list({ limit, taskId: task.id }).items),
    commentCounts: tasks.map((task) => task.commentCount),
    checkpoints: workspace.checkpoints.list({ limit, pending: 'include' }).items,
    notes: workspace.notes.list({ limit }).items.map((note) => workspace.notes.get(note.id)),
    noteCount: workspace.notes.count(),
    suggestions: workspace.suggestions.list({ limit, state: 'pending' }).items,
    suggestionCount: workspace.suggestions.count(),
  };
}
type Everything = ReturnType<typeof readEverything>;

const MOVES_ON = new Set(['version', 'updatedAt', 'baseVersion', 'stale']);

/** The same without what every write moves on: versions and times of change, and what is ordered by them. */
export function withoutVersions(everything: Everything): unknown {
  const notes = everything.notes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.parse(
    JSON.stringify({ ...everything, notes }, (key, value: unknown) => (MOVES_ON.has(key) ? undefined : value)),
  );
}
