import { createHash } from 'node:crypto';
import type { RecordJson } from '../../contracts/change.ts';
import type { ProposedChange } from '../../contracts/suggestion.ts';
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
