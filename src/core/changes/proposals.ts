import type { Actor } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import { type ProjectId, projectIdSchema, type SuggestionId, suggestionIdSchema } from '../../contracts/ids.ts';
import type { RecordLink } from '../../contracts/record.ts';
import type { ProposedChange, Suggestion } from '../../contracts/suggestion.ts';
import { TITLE_MAX } from '../../contracts/text.ts';
import type { Database } from '../db/openDatabase.ts';
import { derivedId } from '../derivedId.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import type { ApplyResult, Change, Provenance } from '../workspace.ts';
import type { ChangeSet, OpenChangeSet } from './changeSet.ts';
import { fillFingerprints, fingerprintOf } from './fingerprint.ts';
import { differingFields, toJson } from './images.ts';
import type { SuggestionReader } from './suggestionReader.ts';
import type { WriteChanges, WrittenChange } from './writeChanges.ts';

type Agent = Extract<Actor, { kind: 'agent' }>;
type Proposed = Exclude<ApplyResult, { outcome: 'applied' }>;

export interface Proposals {
  /**
   * Makes a suggestion of what an agent wants, in the caller's transaction. The same call of the same run gets the one it
   * made; what waits already is not made twice; what the user rejected once is not made again.
   */
  propose(changes: readonly Change[], agent: Agent, provenance: Provenance): Proposed;
}

export interface ProposalParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly openChangeSet: OpenChangeSet;
  readonly writeChanges: WriteChanges;
  readonly reader: SuggestionReader;
}

/** Kinds of record that can stand in the workspace before they are approved. */
const PENDING_KINDS = new Set<Change['kind']>(['task', 'checkpoint']);

export function createProposals({ database, stores, openChangeSet, writeChanges, reader }: ProposalParts): Proposals {
  const insert = database.sqlite.prepare(
    `insert into suggestions
       (id, state, kind, title, changes, record_kind, record_id, project_id, agent, conversation_id, run_id, source, created_at,
        fingerprint)
     values (?, 'pending', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const selectSame = database.sqlite.prepare<[string], { id: SuggestionId }>(
    `select id from suggestions where fingerprint = ? and state in ('pending', 'rejected')
     order by state = 'pending' desc, sequence desc limit 1`,
  );

  /** Once, with the first proposal after a start: it costs next to nothing, and a start should cost less. */
  let isFilled = false;

  /** Writes the changes to learn what they come to, and takes all of it back. */
  function tryOut(changes: readonly Change[], agent: Agent): WrittenChange[] {
    let written: WrittenChange[] = [];
    const takeBack = new Error('only tried out');
    try {
      database.transaction(() => {
        written = writeChanges(changes, openChangeSet(agent), { author: agent.name, hidesPending: true });
        throw takeBack;
      });
    } catch (error) {
      if (error !== takeBack) throw error;
    }
    return written;
  }

  function describe({ kind, operation, id, before, after }: WrittenChange): ProposedChange {
    const store = stores[kind];
    const shown = after ?? before;
    const fields = before !== null && after !== null ? differingFields(before, after) : null;
    return {
      operation,
      recordKind: kind,
      recordId: id,
      baseVersion: before?.version ?? null,
      title: shown === null ? '' : store.titleOf(shown),
      before: operation === 'update' ? (fields?.before ?? {}) : before === null ? null : toJson(before),
      after: operation === 'update' ? (fields?.after ?? {}) : after === null ? null : toJson(after),
    };
  }

  function projectIdOf({ kind, before, after }: WrittenChange): ProjectId | null {
    const record = after ?? before;
    const id = record === null ? null : stores[kind].projectIdOf(record);
    return id === null ? null : projectIdSchema.parse(id);
  }

  function sourceOf({ source }: Provenance): RecordLink | null {
    if (source === undefined) return null;
    const record = stores[source.kind].read(source.id);
    return record === null ? null : { kind: source.kind, id: source.id, title: stores[source.kind].titleOf(record) };
  }

  /** A suggestion that asks for the same and waits, or was rejected last. */
  function findSame(changes: readonly ProposedChange[]): Suggestion | null {
    const same = selectSame.get(fingerprintOf(changes, stores));
    return same === undefined ? null : reader.find(same.id);
  }

  const describeAsked = (written: readonly WrittenChange[]): ProposedChange[] => written.map(describe);

  /** Writes the suggestion and, for a new record of a kind that can wait, the record. */
  function make(written: readonly WrittenChange[], id: SuggestionId, agent: Agent, provenance: Provenance): Suggestion {
    const [first] = written;
    if (first === undefined) throw new AdiuvaError('validation', { changes: { problem: 'required' } });
    const pending = written.length === 1 ? asPending(first) : null;
    const proposed = pending === null ? describeAsked(written) : [describe(pending)];
    const projects = new Set(written.map(projectIdOf));
    const projectId = projects.size === 1 ? projectIdOf(first) : null;
    const changeSet = openChangeSet(agent, { suggestionId: id });
    insert.run(
      id,
      pending === null ? 'changes' : 'create',
      titleOf(proposed, provenance),
      JSON.stringify(proposed),
      pending?.kind ?? null,
      pending?.id ?? null,
      projectId,
      agent.name,
      agent.conversationId,
      agent.runId,
      JSON.stringify(sourceOf(provenance)),
      changeSet.now,
      fingerprintOf(proposed, stores),
    );
    if (pending === null) noteProposal(changeSet, proposed, 'suggest', projectId);
    else changeSet.create(pending.kind, pending.after, 'suggest');
    changeSet.moveSuggestion(id, null, 'pending');
    changeSet.finish();
    return reader.get(id);
  }

  return {
    propose(changes, agent, provenance) {
      const id = suggestionIdOf(agent);
      const earlier = reader.find(id);
      if (earlier !== null) return { outcome: 'suggested', suggestion: earlier, isNew: true, leftOut: [] };

      if (!isFilled) fillFingerprints(database, stores);
      isFilled = true;
      const written = tryOut(changes, agent).filter((change) => change.before !== change.after);
      if (provenance.isUsersOwn === true)
        return { outcome: 'suggested', suggestion: make(written, id, agent, provenance), isNew: true, leftOut: [] };

      // Of several changes, those that were suggested one by one stay out; the rest may still be what another set is.
      const leftOut: Suggestion[] = [];
      const rest = written.filter((change) => {
        const same = written.length > 1 ? findSame([describe(change)]) : null;
        if (same !== null) leftOut.push(same);
        return same === null;
      });
      const same = rest.length === 0 ? leftOut[0] : findSame(describeAsked(rest));
      if (same == null)
        return { outcome: 'suggested', suggestion: make(rest, id, agent, provenance), isNew: true, leftOut };
      const others = leftOut.filter((one) => one !== same);
      return same.state === 'rejected'
        ? { outcome: 'declined', suggestion: same, leftOut: others }
        : { outcome: 'suggested', suggestion: same, isNew: false, leftOut: others };
    },
  };
}

/** A new record of a kind that can wait among the others, as it waits; null for anything else. */
function asPending(written: WrittenChange): (WrittenChange & { after: AnyRecord }) | null {
  const { kind, operation, after } = written;
  if (operation !== 'create' || after === null || !PENDING_KINDS.has(kind)) return null;
  return { ...written, after: { ...after, isAiSuggested: true, isApproved: false } };
}

/** Writes to history what was proposed, or turned down, of records that exist already. */
export function noteProposal(
  changeSet: ChangeSet,
  proposed: readonly ProposedChange[],
  operation: 'suggest' | 'reject',
  projectId: string | null,
): void {
  for (const { recordKind, recordId, title, before, after } of proposed) {
    changeSet.note(recordKind, recordId, title, projectId, operation, { before, after });
  }
}

function titleOf(proposed: readonly ProposedChange[], { title }: Provenance): string {
  const given = title?.toWellFormed().replaceAll(/\s+/gu, ' ').trim().slice(0, TITLE_MAX);
  return given === undefined || given === '' ? (proposed[0]?.title ?? '') : given;
}

/** From run and tool call: a run that is repeated proposes nothing twice. */
export function suggestionIdOf({ runId, toolCallId }: Agent): SuggestionId {
  return suggestionIdSchema.parse(derivedId([runId, toolCallId]));
}
