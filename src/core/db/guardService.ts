import type { Database } from './openDatabase.ts';

/**
 * The same service, whose methods throw errors of ours where the driver would throw its own: a full disk, a busy
 * database, a damaged file. The one place where that is done for everything a host can call.
 */
export function guardService<Service extends object>(
  service: Service,
  database: Pick<Database, 'translateError'>,
): Service {
  const guarded = new Map<PropertyKey, (...values: unknown[]) => unknown>();
  return new Proxy(service, {
    get(target, key) {
      const known = guarded.get(key);
      if (known !== undefined) return known;
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      const call = (...values: unknown[]): unknown => {
        try {
          const result: unknown = Reflect.apply(value, target, values);
          return result instanceof Promise
            ? result.catch((error: unknown) => Promise.reject(toError(database.translateError(error))))
            : result;
        } catch (error) {
          throw database.translateError(error);
        }
      };
      guarded.set(key, call);
      return call;
    },
  });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
