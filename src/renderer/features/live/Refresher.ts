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
    // A read that began before the event may have the old answer: it is begun again, or, where it is the first, followed by one.
    let isOld = query.state.data === undefined && query.state.fetchStatus === 'fetching';
    do {
      this.#reading.set(query, isOld);
      // A failure is the query's own to show.
      await query.fetch(undefined, { cancelRefetch: true }).catch(() => undefined);
      isOld = false;
    } while (this.#reading.get(query) === true && query.isActive());
    if (this.#reading.get(query) === true) query.invalidate();
    this.#reading.delete(query);
  }
}
