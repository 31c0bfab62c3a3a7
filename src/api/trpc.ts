import { initTRPC, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { z } from 'zod';
import type { Actor } from '../contracts/change.ts';
import { AdiuvaError, type ErrorCode, type ErrorData } from '../contracts/errors.ts';
import { problemsOf } from '../contracts/problems.ts';
import type { Workspace } from '../core/workspace.ts';

/** What a host hands to each call. `actor` says on whose behalf: the window is `user`, a script's token is `api`. */
export interface ApiContext {
  readonly workspace: Workspace;
  readonly actor: Actor;
}

const t = initTRPC.context<ApiContext>().create({
  // A stack never leaves the process: the log has it.
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const code = codeOf(error);
    return {
      ...shape,
      code: TRPC_ERROR_CODES_BY_KEY[code],
      data: {
        ...shape.data,
        code,
        httpStatus: getHTTPStatusCodeFromError(new TRPCError({ code })),
        adiuva: errorDataOf(error),
      },
    };
  },
  sse: { ping: { enabled: true, intervalMs: 15_000 } },
});

export const router = t.router;
export const procedure = t.procedure;
export const createCallerFactory = t.createCallerFactory;

/**
 * Gives core's errors the HTTP status that fits, so that scripts can tell them apart without reading our codes. Done where
 * an error is written down and not in a middleware, which every call that succeeds would pay for.
 */
function codeOf(error: TRPCError): TRPCError['code'] {
  return error.cause instanceof AdiuvaError ? (TRPC_CODES[error.cause.code] ?? 'INTERNAL_SERVER_ERROR') : error.code;
}

/** The error as windows and scripts see it: our code and fields, whatever threw. */
export function errorDataOf(error: TRPCError): ErrorData {
  if (error.cause instanceof AdiuvaError) return error.cause.toData();
  if (error.cause instanceof z.core.$ZodError) {
    return { kind: 'expected', code: 'validation', fields: problemsOf(error.cause) };
  }
  if (error.code === 'NOT_FOUND') return { kind: 'expected', code: 'notFound', fields: {} };
  if (error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN')
    return { kind: 'expected', code: 'unauthorized', fields: {} };
  if (error.code === 'CLIENT_CLOSED_REQUEST') return { kind: 'cancelled', code: 'cancelled', fields: {} };
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR')
    return { kind: 'bug', code: 'malformedMessage', fields: {} };
  return { kind: 'bug', code: 'internal', fields: {} };
}

const TRPC_CODES: Partial<Record<ErrorCode, TRPCError['code']>> = {
  validation: 'BAD_REQUEST',
  malformedMessage: 'BAD_REQUEST',
  protocolMismatch: 'BAD_REQUEST',
  notFound: 'NOT_FOUND',
  deleted: 'NOT_FOUND',
  conflict: 'CONFLICT',
  suggestionStale: 'CONFLICT',
  suggestionResolved: 'CONFLICT',
  undoConflict: 'CONFLICT',
  alreadyUndone: 'CONFLICT',
  expired: 'CONFLICT',
  restoreBlocked: 'CONFLICT',
  notInTrash: 'NOT_FOUND',
  unauthorized: 'UNAUTHORIZED',
  secretStoreUnavailable: 'PRECONDITION_FAILED',
  secretNotKept: 'PRECONDITION_FAILED',
  providerRateLimited: 'TOO_MANY_REQUESTS',
  providerTimeout: 'TIMEOUT',
  cancelled: 'CLIENT_CLOSED_REQUEST',
};
