import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RecordJson } from '../../contracts/change.ts';
import { type ProposedChange, proposedChangeSchema } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';

/** Fields that say which record a new one would be; a new comment is what it says on its task. */
const IDENTITY = ['title', 'name', 'projectId', 'clientId', 'taskId', 'body'];

/**
 * What a suggestion asks for, whoever asks and when: the same for two that come to the same. A new record is told by its
 * title and where it would be, an edit by its record and the values it would give, a deletion by its record. Case,
 * spaces and the order of words in a list do not tell two apart.
 */
export function fingerprintOf(changes: readonly ProposedChange[], stores: RecordStores): string {
  const asked = changes.map((change) => JSON.stringify(askedBy(change, stores))).sort();
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

function askedBy({ operation, recordKind, recordId, after }: ProposedChange, stores: RecordStores): unknown[] {
  switch (operation) {
    case 'create':
      return [operation, recordKind, ...fieldsOf(after, IDENTITY)];
    case 'update':
      return [operation, recordKind, recordId, ...fieldsOf(after, [...stores[recordKind].editable].sort())];
    case 'delete':
      return [operation, recordKind, recordId];
  }
}

function fieldsOf(after: RecordJson | null, names: readonly string[]): [string, unknown][] {
  return names.flatMap((name): [string, unknown][] =>
    after !== null && name in after ? [[name, normalised(after[name])]] : [],
  );
}

function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
  return Array.isArray(value) ? value.map((part) => JSON.stringify(normalised(part))).sort() : value;
}

/** In place of the fingerprint of one that was taken off the list without being turned down: it may come another time. */
export const FORGOTTEN = '';

/** Gives suggestions of an earlier version their fingerprints, so that what was rejected then does not come back either. */
export function fillFingerprints({ sqlite }: Database, stores: RecordStores): void {
  const old = sqlite
    .prepare<[], { id: string; changes: string }>(
      `select id, changes from suggestions where fingerprint is null and state in ('pending', 'rejected')`,
    )
    .all();
  const set = sqlite.prepare<[string, string]>('update suggestions set fingerprint = ? where id = ?');
  for (const { id, changes } of old)
    set.run(fingerprintOf(z.array(proposedChangeSchema).parse(JSON.parse(changes)), stores), id);
}
