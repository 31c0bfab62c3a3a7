import { type Actor, actorSchema } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { Database } from '../db/openDatabase.ts';
import type { ApplyResult, ChangeService, Provenance } from '../workspace.ts';
import type { OpenChangeSet } from './changeSet.ts';
import type { Proposals } from './proposals.ts';
import type { WriteChanges } from './writeChanges.ts';

export interface ChangeParts {
  readonly database: Database;
  readonly openChangeSet: OpenChangeSet;
  readonly writeChanges: WriteChanges;
  readonly proposals: Proposals;
}

/**
 * The write boundary. Who may write is decided here and by the actor's kind alone: whatever an actor that is not the user,
 * the user's script or the program itself brings becomes a suggestion.
 *
 * An update that changes nothing writes nothing: the record comes back as it is, with a change set id that names
 * nothing to undo.
 */
export function createChanges({ database, openChangeSet, writeChanges, proposals }: ChangeParts): ChangeService {
  return {
    apply(changes, claimedActor, provenance: Provenance = {}): ApplyResult {
      const actor = parseActor(claimedActor);
      return database.transaction((): ApplyResult => {
        if (actor.kind === 'agent') return proposals.propose(changes, actor, provenance);
        const changeSet = openChangeSet(actor, { mayJoin: changes.length === 1 });
        const written = writeChanges(changes, changeSet, { author: 'user' });
        return { outcome: 'applied', changeSetId: changeSet.finish(), records: written.map((change) => change.after) };
      });
    },
  };
}

/** The actor as it is now, read once. @throws AdiuvaError `unauthorized` for one that is none of ours */
export function parseActor(actor: unknown): Actor {
  const parsed = actorSchema.safeParse(actor);
  if (!parsed.success) throw new AdiuvaError('unauthorized', {}, { cause: parsed.error });
  return parsed.data;
}

/** For what only the user may do. @throws AdiuvaError `unauthorized` */
export function parseUser(actor: unknown): Actor {
  const parsed = parseActor(actor);
  if (parsed.kind === 'agent') throw new AdiuvaError('unauthorized');
  return parsed;
}
