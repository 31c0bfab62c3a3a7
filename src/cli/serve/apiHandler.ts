import type { AnyTRPCRouter, inferRouterContext } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AdiuvaError, type ErrorData } from '../../contracts/errors.ts';
import type { Logger } from '../../core/ports.ts';
import { MESSAGE_MAX } from '../../transport/protocol.ts';
import { isSameSecret } from './session.ts';

export const API_PREFIX = '/trpc/';

export interface ApiHandlerOptions<Router extends AnyTRPCRouter> {
  readonly router: Router;
  readonly createContext: () => inferRouterContext<Router>;
  /** Scripts bring it as `Authorization: Bearer`. Without one the API is off. */
  readonly token: string | undefined;
  readonly logger: Logger;
  /** Bytes of a request's body. */
  readonly bodyMax?: number;
}

/**
 * The API for scripts, in tRPC's own HTTP format, errors included: https://trpc.io/docs/rpc. A query whose input is too
 * long for an address may be posted; subscriptions are server-sent events.
 */
export function createApiHandler<Router extends AnyTRPCRouter>(options: ApiHandlerOptions<Router>) {
  const { router, createContext, token, logger, bodyMax = MESSAGE_MAX } = options;
  const handle = createHTTPHandler<AnyTRPCRouter>({
    router,
    basePath: API_PREFIX,
    createContext: () => createContext(),
    allowMethodOverride: true,
    maxBodySize: bodyMax,
    // tRPC leaves the type out where a request failed before its procedure was found.
    responseMeta: ({ errors }) => (errors.length > 0 ? { headers: { 'content-type': 'application/json' } } : {}),
    onError({ error, path, type }) {
      const isBug =
        error.code === 'INTERNAL_SERVER_ERROR' && !(error.cause instanceof AdiuvaError && error.cause.kind !== 'bug');
      const fields = { path, type, code: error.code, error: error.cause ?? error };
      if (isBug) logger.error('request failed', fields);
      else logger.debug('request refused', fields);
    },
  });

  return (request: IncomingMessage, response: ServerResponse): void => {
    if (token === undefined) {
      sendError(response, 404, 'The API is off. Start Adiuva with ADIUVA_API_TOKEN set to a token of your choice.');
    } else if (!isAuthorized(request.headers.authorization, token)) {
      response.setHeader('www-authenticate', 'Bearer');
      sendError(response, 401, 'Send the token of ADIUVA_API_TOKEN as "Authorization: Bearer <token>".');
    } else if (Number(request.headers['content-length'] ?? 0) > bodyMax) {
      // What was not read must not be taken for the next request.
      response.setHeader('connection', 'close');
      sendError(response, 413, `A request may hold ${bodyMax} bytes.`);
    } else {
      handle(request, response);
    }
  };
}

function isAuthorized(header: string | undefined, token: string): boolean {
  const offered = /^Bearer +(\S+)$/iu.exec(header ?? '')?.[1];
  return offered !== undefined && isSameSecret(offered, token);
}

const errors: Readonly<Record<number, { code: number; name: string; adiuva: ErrorData }>> = {
  401: { code: -32001, name: 'UNAUTHORIZED', adiuva: new AdiuvaError('unauthorized').toData() },
  403: { code: -32003, name: 'FORBIDDEN', adiuva: new AdiuvaError('unauthorized').toData() },
  404: { code: -32004, name: 'NOT_FOUND', adiuva: new AdiuvaError('notFound').toData() },
  413: {
    code: -32013,
    name: 'PAYLOAD_TOO_LARGE',
    adiuva: new AdiuvaError('malformedMessage', { reason: 'tooLarge' }).toData(),
  },
};

/** An error before tRPC is asked, in tRPC's shape. */
export function sendError(response: ServerResponse, status: 401 | 403 | 404 | 413, message: string): void {
  const error = errors[status];
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(
    JSON.stringify({
      error: { message, code: error?.code, data: { code: error?.name, httpStatus: status, adiuva: error?.adiuva } },
    }),
  );
}
