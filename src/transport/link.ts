import { TRPCClientError, type TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import type { ClientConnection } from './connection.ts';
import type { ErrorShape } from './protocol.ts';

/**
 * The one tRPC link, whatever carries it. Errors arrive as TRPCClientError with the workspace's ErrorData in
 * `data.adiuva`; a broken connection is an error of the same shape (`connectionLost`). Unsubscribing and an aborted
 * `signal` cancel the request at the other side too. Subscriptions report `connecting` while they wait for the
 * connection to come back and `onStarted` again when it has.
 */
export function portLink<Router extends AnyTRPCRouter>(connection: ClientConnection): TRPCLink<Router> {
  return () =>
    ({ op }) =>
      observable((observer) => {
        const toError = (error: ErrorShape): TRPCClientError<Router> => TRPCClientError.from<Router>({ error });
        const { signal } = op;
        if (signal?.aborted) {
          observer.complete();
          return undefined;
        }
        const cancel = connection.request(
          { type: op.type, path: op.path, input: op.input },
          {
            result(data) {
              observer.next({ result: { type: 'data', data } });
              observer.complete();
            },
            started() {
              observer.next({ result: { type: 'started' } });
              observer.next({ result: { type: 'state', state: 'pending', error: null } });
            },
            data(data, eventId) {
              observer.next({
                result: eventId === undefined ? { type: 'data', data } : { type: 'data', id: eventId, data },
              });
            },
            complete() {
              observer.next({ result: { type: 'stopped' } });
              observer.complete();
            },
            fail(error) {
              observer.error(toError(error));
            },
            interrupted(error) {
              observer.next({ result: { type: 'state', state: 'connecting', error: toError(error) } });
            },
          },
        );
        // tRPC turns an end without a value into an AbortError, as its own links do.
        const onAbort = (): void => {
          observer.complete();
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        return () => {
          signal?.removeEventListener('abort', onAbort);
          cancel();
        };
      });
}
