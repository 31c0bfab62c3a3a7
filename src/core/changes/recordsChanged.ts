import type { RecordJson } from '../../contracts/change.ts';
import type { ChangedRecord, RecordsChanged } from '../../contracts/event.ts';

/** Texts that are written at length, and read whole by whoever shows them. */
const LONG_FIELDS: ReadonlySet<string> = new Set(['content', 'description', 'body']);
/** With more records than this windows read their lists anyway. */
const TOLD_MAX = 20;

/** The fields of an update as its event tells them: all or none, so that whoever takes them has the whole new version. */
export function toldFields(after: RecordJson): { fields?: RecordJson } {
  return Object.keys(after).some((name) => LONG_FIELDS.has(name)) ? {} : { fields: after };
}

export function recordsChanged(records: readonly ChangedRecord[]): RecordsChanged {
  return {
    type: 'recordsChanged',
    records: records.length > TOLD_MAX ? records.map(({ fields: _fields, ...record }) => record) : [...records],
  };
}
