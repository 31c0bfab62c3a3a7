import type { Query, QueryClient } from '@tanstack/react-query';

type Filters = NonNullable<Parameters<QueryClient['invalidateQueries']>[0]>;

/**
 * Reads again what an event made old: each query once, however many reasons there are, in the order of the reasons. One that is
 * being read for an earlier event is read once more when that has ended, so that events in quick succession cannot keep its
 * answer from the screen.
 */
export class Refresher {
  readonly #client: QueryClient;
  /** Being read for an event; true where another one came in meanwhile. */
  readonly #reading = new Map<Query, boolean>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  refresh(reasons: readonly Filters[]): void {
    const cache = this.#client.getQueryCache();
    const queries = new Set(reasons.flatMap((filters) => cache.findAll(filters)));
    for (const query of queries) {
      // What no screen shows is read when one does.
      query.invalidate();
      if (this.#reading.has(query)) this.#reading.set(query, true);
      else if (query.isActive() && !query.isDisabled()) void this.#read(query);
    }
  }

  async #read(query: Query): Promise<void> {
    do {
      this.#reading.set(query, false);
      // A read that began before the event may have the old answer. A failure is the query's own to show.
      await query.fetch(undefined, { cancelRefetch: true }).catch(() => undefined);
    } while (this.#reading.get(query) === true && query.isActive());
    this.#reading.delete(query);
  }
}
