import { TRPC_ERROR_CODES_BY_KEY, type TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { AdiuvaError, type ErrorCode } from '../contracts/errors.ts';
import type { ErrorShape } from './protocol.ts';

/** An error of the connection itself, in the shape that a procedure's error has: callers read one kind of error. */
export function protocolErrorShape(error: AdiuvaError): ErrorShape {
  const code = TRPC_CODES[error.code] ?? 'INTERNAL_SERVER_ERROR';
  return {
    code: TRPC_ERROR_CODES_BY_KEY[code],
    message: error.code,
    data: { code, httpStatus: HTTP_STATUS[code] ?? 500, adiuva: error.toData() },
  };
}

const TRPC_CODES: Partial<Record<ErrorCode, TRPC_ERROR_CODE_KEY>> = {
  protocolMismatch: 'BAD_REQUEST',
  malformedMessage: 'BAD_REQUEST',
  connectionLost: 'SERVICE_UNAVAILABLE',
  unauthorized: 'UNAUTHORIZED',
  cancelled: 'CLIENT_CLOSED_REQUEST',
};

const HTTP_STATUS: Partial<Record<TRPC_ERROR_CODE_KEY, number>> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  CLIENT_CLOSED_REQUEST: 499,
  SERVICE_UNAVAILABLE: 503,
};

/** What can be wrong with a message, as `reason` of a `malformedMessage`. */
export type MalformedReason = 'notParsed' | 'notJson' | 'tooLarge' | 'tooManyRequests' | 'duplicateId' | 'helloMissing';

export function malformedMessage(reason: MalformedReason, max?: number): AdiuvaError {
  return new AdiuvaError('malformedMessage', { reason, ...(max === undefined ? {} : { max }) });
}
