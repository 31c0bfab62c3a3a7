import { z } from 'zod';

/**
 * `expected`: the user can do something about it, the catalogue has a sentence. `bug`: ours, shown with details to copy.
 * `cancelled`: the caller left or stopped; nothing is shown.
 */
export const errorKindSchema = z.enum(['expected', 'bug', 'cancelled']);
export type ErrorKind = z.infer<typeof errorKindSchema>;

/** Every code that leaves core, with the fields that its sentence needs. */
export const errorCodeSchema = z.enum([
  /** `fields`: one entry per input path ("title", "changes.0.dueDate"), its value a FieldProblem. */
  'validation',
  /** `recordKind`, `id` */
  'notFound',
  /** The record was deleted meanwhile. `recordKind`, `id` */
  'deleted',
  /** `recordKind`, `id`, `expectedVersion`, `actualVersion` */
  'conflict',
  /** A suggestion whose record changed since it was made. `id`, `title` */
  'suggestionStale',
  /** The suggestion was approved or rejected already. `id`, `state` */
  'suggestionResolved',
  /** Something changed since, so undoing would overwrite it. `recordKind`, `id`, `title` */
  'undoConflict',
  /** `changeSetId` */
  'alreadyUndone',
  /** What undo would need was deleted for good. `changeSetId` */
  'expired',
  /** It cannot come back alone: what it hung on is gone. `recordKind`, `id`, `title` */
  'restoreBlocked',
  /** It was restored or deleted for good meanwhile. `recordKind`, `id` */
  'notInTrash',
  /** Another process has the workspace open. `pid`, `host`, `program`, `since` */
  'workspaceLocked',
  /** Made by a newer Adiuva. `found`, `supported` */
  'workspaceNewer',
  /** Damaged; nothing was overwritten. `movedTo`: null where it was met while running, and the next start checks the file */
  'workspaceCorrupt',
  /** `path` */
  'workspaceReadOnly',
  /** `path` */
  'diskFull',
  /** The database did not answer in time. `waited` (ms) */
  'databaseBusy',
  /** `host` */
  'providerUnreachable',
  /** The address answers, but not as a model server: a web page, say. `host` */
  'providerNotAnApi',
  /** 401 or 403. `host` */
  'providerKeyRefused',
  /** A key is kept, but cannot be read: the keychain is locked, say. Nothing was sent. `host` */
  'providerKeyMissing',
  /** `model` */
  'providerModelMissing',
  /** 429. `retryAfter` (s) where the server said it */
  'providerRateLimited',
  /** 5xx, or an answer that cannot be read. `host`, `status` */
  'providerFailed',
  /** `host`, `waited` (ms) */
  'providerTimeout',
  /** No keychain, and the user has not agreed to a file. */
  'secretStoreUnavailable',
  /** What was read back is not what was written. `backend` */
  'secretNotKept',
  /** The two sides speak different versions of the link. `ours`, `theirs` */
  'protocolMismatch',
  /** The connection to the workspace broke. Whether a change that was on its way happened is not known. */
  'connectionLost',
  /** `reason`: what is wrong with the message; `max` where something is too large or too many. */
  'malformedMessage',
  'unauthorized',
  'cancelled',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** What is wrong with one field of an input. `max`, `min`, `value` are there where the problem has them. */
export const fieldProblemSchema = z.object({
  problem: z.enum([
    'required',
    'tooLong',
    'tooShort',
    'notADate',
    'notATime',
    'notAnUrl',
    'notAnId',
    'invalid',
    'unknown',
    /** Tasks that block each other in a circle. */
    'cycle',
    /** No RFC 5545 rule of whole days, or one that never comes true. */
    'notARule',
  ]),
  max: z.number().optional(),
  actual: z.number().optional(),
});
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

export const errorFieldsSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), fieldProblemSchema]),
);
export type ErrorFields = z.infer<typeof errorFieldsSchema>;

/** How an error crosses a process: in tRPC's error shape it is `data.adiuva`. */
export const errorDataSchema = z.object({ kind: errorKindSchema, code: errorCodeSchema, fields: errorFieldsSchema });
export type ErrorData = z.infer<typeof errorDataSchema>;

const CANCELLED: ReadonlySet<ErrorCode> = new Set(['cancelled']);
const BUGS: ReadonlySet<ErrorCode> = new Set(['internal', 'malformedMessage']);

/** The one error class that core throws on purpose. The log keeps `cause`; it never leaves the process. */
export class AdiuvaError extends Error {
  readonly kind: ErrorKind;
  readonly code: ErrorCode;
  readonly fields: ErrorFields;

  constructor(code: ErrorCode, fields: ErrorFields = {}, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'AdiuvaError';
    this.kind = CANCELLED.has(code) ? 'cancelled' : BUGS.has(code) ? 'bug' : 'expected';
    this.code = code;
    this.fields = fields;
  }

  toData(): ErrorData {
    return { kind: this.kind, code: this.code, fields: this.fields };
  }
}
