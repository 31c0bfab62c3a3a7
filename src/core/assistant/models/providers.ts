import { asc, desc, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { AdiuvaError } from '../../../contracts/errors.ts';
import { type ProviderId, providerIdSchema } from '../../../contracts/ids.ts';
import {
  type Provider,
  type ProviderKind,
  type ProviderTestResult,
  providerSchema,
} from '../../../contracts/provider.ts';
import type { Database } from '../../db/openDatabase.ts';
import type { Ports } from '../../ports.ts';
import type { ProviderService } from '../../workspace.ts';
import { failureOf } from '../failure.ts';
import { providers } from '../tables.ts';
import { createKeys } from './keys.ts';

/** The provider without a row: always there, last, unchangeable. */
export const OFFLINE_ID = providerIdSchema.parse('0ff11e00-0000-8000-8000-000000000000');
const OFFLINE_NAME = 'Offline';

/** Seconds that one is left alone at most, whatever its server says. */
const KEEP_AWAY_MAX = 3_600;

export type ProviderRow = typeof providers.$inferSelect;

/** A provider ready to be asked. The key is in memory for as long as one run uses it. */
export interface ReadyProvider {
  readonly id: ProviderId;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly model: string;
  readonly baseUrl: string;
  readonly apiPath: string;
  readonly key: string | null;
}

export interface Providers extends ProviderService {
  /** The one that is asked first; null where that is the offline one. */
  defaultId(): ProviderId | null;
  /** The next one of the user's fallback order that is not among `asked`; null where none is left. */
  next(asked: ReadonlySet<string>): { id: ProviderId; name: string } | null;
  /** One that said it was asked too often is left alone for as long as it said. */
  keepAway(id: string, error: AdiuvaError): void;
  /** What it is called; null where it is gone. */
  nameOf(id: string): string | null;
  /**
   * One with its key, to be asked now; null where it is gone.
   * @throws AdiuvaError `providerKeyMissing`; `providerRateLimited` while it is left alone
   */
  ready(id: string): Promise<ReadyProvider | null>;
  /** Keeps which path after the address answered. */
  rememberPath(id: ProviderId, apiPath: string): void;
}

export interface ProviderParts {
  database: Database;
  ports: Pick<Ports, 'secrets' | 'clock' | 'logger'>;
  emit(event: WorkspaceEvent): void;
  /** Asks one short question. @throws AdiuvaError with one of the provider codes */
  ask(provider: ReadyProvider): Promise<{ apiPath: string }>;
}

/** Keeps the configured providers; see ProviderService for what each call promises. */
export function createProviders({ database, ports, emit, ask }: ProviderParts): Providers {
  const keys = createKeys(ports);
  const changed = (): void => emit({ type: 'providersChanged' });
  /** Until when one is not asked, by its id. Not kept: after a restart it is asked, and says so again. */
  const awayUntil = new Map<string, number>();

  const rowOf = (id: ProviderId): ProviderRow => {
    const row = database.orm.select().from(providers).where(eq(providers.id, id)).get();
    if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'provider', id });
    return row;
  };
  const rows = (): ProviderRow[] =>
    database.orm
      .select()
      .from(providers)
      .orderBy(
        desc(providers.isDefault),
        sql`${providers.fallbackOrder} nulls last`,
        asc(providers.createdAt),
        asc(providers.id),
      )
      .all();
  const list = (): Provider[] => {
    const configured = rows().map(providerOfRow);
    return [...configured, offlineProvider(!configured.some((provider) => provider.isDefault))];
  };
  const get = (id: ProviderId): Provider => {
    if (id !== OFFLINE_ID) return providerOfRow(rowOf(id));
    return offlineProvider(!rows().some((row) => row.isDefault));
  };
  const readyOf = async (row: ProviderRow): Promise<ReadyProvider> => {
    const key = row.keyBackend === null ? null : await keys.get(row.id, row.keyBackend);
    // Asked without its key, a server that needs none would get the texts, and one that does would blame the key.
    if (row.keyBackend !== null && key === null)
      throw new AdiuvaError('providerKeyMissing', { host: new URL(row.baseUrl).host });
    return {
      id: providerIdSchema.parse(row.id),
      kind: row.kind,
      name: row.name,
      model: row.model,
      baseUrl: row.baseUrl,
      apiPath: row.apiPath,
      key,
    };
  };

  return {
    list,
    get,
    async create({ kind, name, baseUrl, model, key, allowFile }) {
      const id = providerIdSchema.parse(uuidv7());
      const keyBackend = key == null ? null : await keys.set(id, key, { allowFile });
      try {
        database.transaction(() => {
          database.orm
            .insert(providers)
            .values({
              id,
              kind,
              name: name === undefined || name === '' ? new URL(baseUrl).host : name,
              baseUrl,
              model,
              // The first one is there to be used. Later ones wait to be chosen: where texts go is the user's choice.
              isDefault: rows().length === 0,
              keyBackend,
              createdAt: ports.clock.now(),
            })
            .run();
        });
      } catch (error) {
        if (keyBackend !== null) await keys.forget(id, keyBackend);
        throw error;
      }
      changed();
      return get(id);
    },
    async update({ id, key, allowFile, ...input }) {
      refuseOffline(id);
      const seen = rowOf(id);
      const given = key == null ? null : await keys.set(id, key, { allowFile });
      // Read once more: another window may have changed or deleted it while the key was on its way.
      const before = rows().find((row) => row.id === id);
      if (before === undefined) {
        if (given !== null) await keys.forget(id, given);
        throw new AdiuvaError('notFound', { recordKind: 'provider', id });
      }
      const baseUrl = input.baseUrl ?? before.baseUrl;
      // A key is for the server that it was given for. Where texts go from now on, it would be told to somebody else.
      const isKeyFor = (url: string): boolean => new URL(url).origin === new URL(baseUrl).origin;
      const kept = key === undefined && isKeyFor(before.baseUrl) ? before.keyBackend : null;
      const keyBackend = isKeyFor(input.baseUrl ?? seen.baseUrl) ? (given ?? kept) : null;
      database.orm
        .update(providers)
        .set({
          ...input,
          ...(baseUrl === before.baseUrl ? {} : { apiPath: '' }),
          keyBackend,
          // What was tested is not what is there now.
          lastTestAt: null,
          lastTestDuration: null,
          lastTestError: null,
        })
        .where(eq(providers.id, id))
        .run();
      if (given !== null && keyBackend === null) await keys.forget(id, given);
      if (before.keyBackend !== null && before.keyBackend !== keyBackend) await keys.forget(id, before.keyBackend);
      changed();
      return get(id);
    },
    async delete(id) {
      refuseOffline(id);
      const { keyBackend } = rowOf(id);
      database.orm.delete(providers).where(eq(providers.id, id)).run();
      changed();
      if (keyBackend !== null) await keys.forget(id, keyBackend);
    },
    setDefault(id) {
      if (id !== OFFLINE_ID) rowOf(id);
      database.transaction(() => {
        database.orm.update(providers).set({ isDefault: false }).run();
        if (id !== OFFLINE_ID)
          database.orm.update(providers).set({ isDefault: true }).where(eq(providers.id, id)).run();
      });
      changed();
      return get(id);
    },
    async test(id): Promise<ProviderTestResult> {
      if (id === OFFLINE_ID) return { ok: true, duration: 0, error: null };
      const row = rowOf(id);
      const startedAt = ports.clock.now();
      let failure: AdiuvaError | null = null;
      let apiPath = row.apiPath;
      try {
        ({ apiPath } = await ask(await readyOf(row)));
      } catch (error) {
        failure = error instanceof AdiuvaError ? error : new AdiuvaError('internal', {}, { cause: error });
        ports.logger.warn('provider test failed', { provider: id, code: failure.code });
      }
      const duration = Math.max(0, ports.clock.now() - startedAt);
      database.orm
        .update(providers)
        .set({ apiPath, lastTestAt: startedAt, lastTestDuration: duration, lastTestError: failure?.code ?? null })
        .where(eq(providers.id, id))
        .run();
      changed();
      return {
        ok: failure === null,
        duration,
        error: failure === null ? null : failureOf(failure),
      };
    },
    keyStore: () => ports.secrets.preferredBackend(),
    defaultId() {
      const row = rows().find((candidate) => candidate.isDefault);
      return row === undefined ? null : providerIdSchema.parse(row.id);
    },
    next(asked) {
      const row = rows().find(
        (candidate) => (candidate.isDefault || candidate.fallbackOrder !== null) && !asked.has(candidate.id),
      );
      return row === undefined ? null : { id: providerIdSchema.parse(row.id), name: row.name };
    },
    keepAway(id, { code, fields }) {
      if (code !== 'providerRateLimited' || typeof fields['retryAfter'] !== 'number') return;
      const seconds = Math.min(fields['retryAfter'], KEEP_AWAY_MAX);
      // One that is left alone already says how long it still is.
      if (!awayUntil.has(id)) awayUntil.set(id, ports.clock.now() + seconds * 1_000);
    },
    nameOf: (id) => rows().find((row) => row.id === id)?.name ?? null,
    async ready(id) {
      const row = rows().find((candidate) => candidate.id === id);
      if (row === undefined) return null;
      const wait = (awayUntil.get(id) ?? 0) - ports.clock.now();
      if (wait > 0) {
        const { host } = new URL(row.baseUrl);
        throw new AdiuvaError('providerRateLimited', { host, retryAfter: Math.ceil(wait / 1_000) });
      }
      awayUntil.delete(id);
      return readyOf(row);
    },
    rememberPath(id, apiPath) {
      database.orm.update(providers).set({ apiPath }).where(eq(providers.id, id)).run();
    },
  };
}

function refuseOffline(id: ProviderId): void {
  if (id === OFFLINE_ID) throw new AdiuvaError('validation', { id: { problem: 'invalid' } });
}

function offlineProvider(isDefault: boolean): Provider {
  return {
    id: OFFLINE_ID,
    kind: 'offline',
    name: OFFLINE_NAME,
    baseUrl: null,
    model: null,
    isDefault,
    hasKey: false,
    keyBackend: null,
    isLocal: true,
    lastTest: null,
  };
}

function providerOfRow(row: ProviderRow): Provider {
  return providerSchema.parse({
    id: row.id,
    kind: row.kind,
    name: row.name,
    baseUrl: row.baseUrl,
    model: row.model,
    isDefault: row.isDefault,
    hasKey: row.keyBackend !== null,
    keyBackend: row.keyBackend,
    isLocal: isLoopback(new URL(row.baseUrl).hostname),
    lastTest:
      row.lastTestAt === null
        ? null
        : { at: row.lastTestAt, duration: row.lastTestDuration ?? 0, error: row.lastTestError },
  });
}

/** Whether a URL's host name is this computer (RFC 6761 section 6.3, RFC 5735, RFC 4291). */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu.test(hostname);
}
