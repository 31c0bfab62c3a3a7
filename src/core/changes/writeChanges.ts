import { AdiuvaError, type ErrorFields } from '../../contracts/errors.ts';
import { problemsOf } from '../../contracts/problems.ts';
import { type RecordKind, recordKindSchema } from '../../contracts/record.ts';
import { z } from 'zod';
import type { RecordStores } from '../records/createRecords.ts';
import type { Series } from '../recurrence/series.ts';
import type { AnyRecord } from '../records/recordStore.ts';
import type { Change } from '../workspace.ts';
import type { ChangeSet } from './changeSet.ts';
import type { HistoryWriter } from './historyWriter.ts';
import type { NoteDrafts } from './noteDrafts.ts';

/** One change as it was written: the record before, the record after, and what was asked for. */
export interface WrittenChange {
  readonly kind: RecordKind;
  readonly operation: Change['operation'];
  readonly id: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
}

export interface WriteOptions {
  readonly author: string;
  /** Records that wait for approval are not there for whoever writes. */
  readonly hidesPending?: boolean;
}

const changeSchema = z.discriminatedUnion('operation', [
  z.object({ kind: recordKindSchema, operation: z.literal('create'), fields: z.unknown() }),
  z.object({
    kind: recordKindSchema,
    operation: z.literal('update'),
    fields: z.unknown(),
    writer: z.string().optional(),
  }),
  z.object({
    kind: recordKindSchema,
    operation: z.literal('delete'),
    id: z.string(),
    expectedVersion: z.int().min(1).optional(),
  }),
]);

export type WriteChanges = (
  changes: readonly unknown[],
  changeSet: ChangeSet,
  options: WriteOptions,
) => WrittenChange[];

/** Validates changes and writes them into a change set, one after the other, so that a later one sees the earlier ones. */
export function createWriteChanges(
  stores: RecordStores,
  history: HistoryWriter,
  drafts: Pick<NoteDrafts, 'clear'>,
  series: Pick<Series, 'update'>,
): WriteChanges {
  return (changes, changeSet, options) =>
    changes.map((change, position) => {
      // Of several changes, a problem's path says which.
      const path = changes.length > 1 ? `changes.${position}.` : '';
      try {
        return writeOne(changeSchema.parse(change), changeSet, options);
      } catch (error) {
        throw asValidation(error, path, inputOf(change));
      }
    });

  function writeOne(change: z.output<typeof changeSchema>, changeSet: ChangeSet, options: WriteOptions): WrittenChange {
    const { kind, operation } = change;
    const store = stores[kind];
    const context = { now: changeSet.now, author: options.author };
    switch (operation) {
      case 'create': {
        const record = store.create(change.fields, context);
        const taken = store.read(record.id);
        if (taken !== null)
          throw new AdiuvaError('conflict', {
            recordKind: kind,
            id: record.id,
            expectedVersion: 0,
            actualVersion: taken.version,
          });
        return { kind, operation, id: record.id, before: null, after: changeSet.create(kind, record) };
      }
      case 'update': {
        const { id, expectedVersion, ...fields } = store.parseTarget(change.fields);
        const before = find(kind, id, expectedVersion, options);
        // Saved text ends its writer's draft, also where it came to what it was before.
        if (kind === 'note' && 'content' in fields && fields.content !== undefined) drafts.clear(id, change.writer);
        const edited = store.edit(before, change.fields, context);
        // What is only proposed makes no next instance of a recurring task; approving it does.
        const after =
          options.hidesPending === true
            ? changeSet.update(kind, before, edited)
            : series.update(changeSet, kind, before, edited);
        return { kind, operation, id, before, after };
      }
      case 'delete': {
        const before = find(kind, change.id, change.expectedVersion, options);
        changeSet.delete(kind, before);
        return { kind, operation, id: change.id, before, after: null };
      }
    }
  }

  /** @throws AdiuvaError `deleted`, `notFound`, `conflict` */
  function find(
    kind: RecordKind,
    id: string,
    expectedVersion: number | undefined,
    { hidesPending }: WriteOptions,
  ): AnyRecord {
    const record = stores[kind].read(id);
    if (record === null)
      throw new AdiuvaError(history.knows(kind, id) ? 'deleted' : 'notFound', { recordKind: kind, id });
    if (hidesPending === true && stores[kind].isPending(record))
      throw new AdiuvaError('notFound', { recordKind: kind, id });
    if (expectedVersion !== undefined && expectedVersion !== record.version) {
      throw new AdiuvaError('conflict', { recordKind: kind, id, expectedVersion, actualVersion: record.version });
    }
    return record;
  }
}

/** A schema's refusal as an error of ours, its paths told from `path`; anything else as it is. */
export function asValidation(error: unknown, path: string, input?: unknown): unknown {
  if (error instanceof z.core.$ZodError)
    return new AdiuvaError('validation', prefixed(problemsOf(error, input), path), { cause: error });
  if (error instanceof AdiuvaError && error.code === 'validation' && path !== '') {
    return new AdiuvaError('validation', prefixed(error.fields, path), { cause: error });
  }
  return error;
}

function prefixed(fields: ErrorFields, path: string): ErrorFields {
  return Object.fromEntries(Object.entries(fields).map(([key, problem]) => [path + key, problem]));
}

function inputOf(change: unknown): unknown {
  return typeof change === 'object' && change !== null && 'fields' in change ? change.fields : change;
}
