import type { Actor, RecordJson } from '../../contracts/change.ts';
import { recordJsonSchema } from '../../contracts/change.ts';
import type { ProposedChange, StaleRecord, Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import { toJson } from './images.ts';

/** Tells of a pending suggestion which of its records are not what it was made on any more, and what they have become. */
export type StaleOf = (kind: Suggestion['kind'], changes: readonly ProposedChange[]) => StaleRecord[];

interface LastEntry {
  actorKind: Actor['kind'];
  actorName: string | null;
  at: number;
  after: string | null;
  texts: string | null;
}

/** Entries of a record that are looked at for who changed it. */
const ENTRIES_MAX = 20;
/** How much of a value is told. */
const VALUE_MAX = 300;

export function createStaleness(database: Database, stores: RecordStores): StaleOf {
  const selectLast = database.sqlite.prepare<[string, string], LastEntry>(
    `select c.actor_kind as actorKind, c.actor_name as actorName, c.at, h.after, h.texts
     from history h join change_sets c on c.id = h.change_set_id
     where h.record_kind = ? and h.record_id = ? and h.operation in ('create', 'update', 'delete', 'approve')
     order by h.sequence desc limit ${ENTRIES_MAX}`,
  );

  /** The fields that an entry gave a value, long texts among them. */
  const fieldsOf = ({ after, texts }: LastEntry): string[] =>
    [after, texts].flatMap((json) => (json === null ? [] : Object.keys(recordJsonSchema.parse(JSON.parse(json)))));

  function describe({ recordKind, recordId, title, before }: ProposedChange, record: AnyRecord | null): StaleRecord {
    const entries = selectLast.all(recordKind, recordId);
    const [last] = entries;
    const told = { recordKind, recordId, title, version: record?.version ?? null };
    if (record === null) return { ...told, changed: {}, ...byWhom(last) };
    const now = toJson(record);
    const { editable } = stores[recordKind];
    const differing = Object.keys(before ?? {}).filter(
      (name) => editable.has(name) && JSON.stringify(before?.[name]) !== JSON.stringify(now[name]),
    );
    // Nothing that the suggestion is about: then what was changed last.
    const names =
      differing.length > 0 ? differing : last === undefined ? [] : fieldsOf(last).filter((name) => editable.has(name));
    const by = entries.find((entry) => fieldsOf(entry).some((name) => names.includes(name))) ?? last;
    return { ...told, changed: pick(now, names), ...byWhom(by) };
  }

  return (kind, changes) => {
    const stale: StaleRecord[] = [];
    const seen = new Set<string>();
    for (const change of changes) {
      const { operation, recordKind, recordId, baseVersion } = change;
      // A later change of a record that the set has touched rests on the earlier one.
      if (seen.has(recordId)) continue;
      seen.add(recordId);
      if (kind === 'changes' && operation === 'create') continue;
      const record = stores[recordKind].read(recordId);
      const fits = record !== null && (kind === 'create' || record.version === baseVersion);
      if (!fits) stale.push(describe(change, record));
    }
    return stale;
  };
}

function byWhom(entry: LastEntry | undefined): Pick<StaleRecord, 'changedBy' | 'changedAt'> {
  return { changedBy: entry?.actorKind ?? null, changedAt: entry?.at ?? null };
}

function pick(record: RecordJson, names: readonly string[]): RecordJson {
  const picked: RecordJson = {};
  for (const name of names) {
    const value = record[name] ?? null;
    picked[name] =
      typeof value === 'string' && value.length > VALUE_MAX ? `${value.slice(0, VALUE_MAX).toWellFormed()}…` : value;
  }
  return picked;
}
