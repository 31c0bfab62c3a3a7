import { asc, desc, eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { AdiuvaError } from '../../../contracts/errors.ts';
import { type ProviderId, providerIdSchema } from '../../../contracts/ids.ts';
import type { FoundServer, ModelCapabilities, Provider, ProviderTestResult } from '../../../contracts/provider.ts';
import { type ConfiguredKind, providerKinds } from '../../../contracts/providerKinds.ts';
import type { Database } from '../../db/openDatabase.ts';
import type { Ports } from '../../ports.ts';
import type { ProviderService } from '../../workspace.ts';
import { failureOf } from '../failure.ts';
import { providers } from '../tables.ts';
import { createKeys } from './keys.ts';
import type { ModelListing } from './listModels.ts';
import { capabilitiesOfRow, OFFLINE_ID, offlineProvider, providerOfRow, type ProviderRow } from './providerRows.ts';

/** Seconds that one is left alone at most, whatever its server says. */
const KEEP_AWAY_MAX = 3_600;

/** A provider ready to be asked. The key is in memory for as long as one run uses it. */
export interface ReadyProvider {
  readonly id: ProviderId;
  readonly kind: ConfiguredKind;
  readonly name: string;
  readonly model: string;
  /** For short work; null: `model`. */
  readonly smallModel: string | null;
  readonly baseUrl: string;
  readonly apiPath: string;
  readonly key: string | null;
  /** Milliseconds until the first piece of an answer, or between two; null: as long as any other. */
  readonly timeout: number | null;
  readonly capabilities: ModelCapabilities;
}

/** What was learned of a provider by asking it; what is absent was not. */
export interface LearnedFacts extends Partial<ModelCapabilities> {
  /** What has to follow its address. */
  readonly apiPath?: string;
}

/** A provider with what was learned of it since. */
export function withFacts(provider: ReadyProvider, { apiPath, ...facts }: LearnedFacts): ReadyProvider {
  return {
    ...provider,
    ...(apiPath === undefined ? {} : { apiPath }),
    capabilities: { ...provider.capabilities, ...facts },
  };
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
  /** Keeps what an answer showed. */
  learn(id: ProviderId, facts: LearnedFacts): void;
}

export interface ProviderParts {
  database: Database;
  ports: Pick<Ports, 'secrets' | 'clock' | 'logger'>;
  emit(event: WorkspaceEvent): void;
  /** Asks one short question. @throws AdiuvaError with one of the provider codes */
  ask(provider: ReadyProvider): Promise<LearnedFacts>;
  /** @throws AdiuvaError with one of the provider codes */
  listModels(
    listing: Pick<ModelListing, 'kind' | 'baseUrl' | 'apiPath' | 'key'>,
  ): ReturnType<ProviderService['models']>;
  /** The model servers on this computer. Never throws. */
  findServers(): Promise<FoundServer[]>;
}

/** Keeps the configured providers; see ProviderService for what each call promises. */
export function createProviders(parts: ProviderParts): Providers {
  const { database, ports, emit } = parts;
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
      smallModel: row.smallModel,
      apiPath: row.apiPath,
      key,
      timeout: row.timeout === null ? null : row.timeout * 1_000,
      capabilities: capabilitiesOfRow(row),
    };
  };
  const learn = (id: string, { apiPath, ...facts }: LearnedFacts): void => {
    const row = rows().find((candidate) => candidate.id === id);
    if (row === undefined) return;
    const known = capabilitiesOfRow(row);
    const capabilities = { ...known, ...facts };
    const isNews = Object.entries(capabilities).some(([name, value]) => known[name as keyof typeof known] !== value);
    if (!isNews && (apiPath === undefined || apiPath === row.apiPath)) return;
    database.orm
      .update(providers)
      .set({ capabilities, ...(apiPath === undefined ? {} : { apiPath }) })
      .where(eq(providers.id, id))
      .run();
    if (isNews) changed();
  };
  /** The first is the default, the others are asked after it in this order, and who is not named is not. */
  const setOrder = (ids: readonly ProviderId[]): void =>
    database.transaction(() => {
      for (const id of ids) rowOf(id);
      database.orm.update(providers).set({ isDefault: false, fallbackOrder: null }).run();
      for (const [place, id] of ids.entries()) {
        const order = place === 0 ? { isDefault: true } : { fallbackOrder: place };
        database.orm.update(providers).set(order).where(eq(providers.id, id)).run();
      }
    });
  const order = (): ProviderId[] =>
    rows()
      .filter((row) => row.isDefault || row.fallbackOrder !== null)
      .map((row) => providerIdSchema.parse(row.id));

  return {
    list,
    get,
    async create({ kind, name, baseUrl, model, smallModel = null, timeout = null, key, allowFile }) {
      const id = providerIdSchema.parse(uuidv7());
      const keyBackend = key == null ? null : await keys.set(id, key, { allowFile });
      try {
        database.transaction(() => {
          database.orm
            .insert(providers)
            .values({
              id,
              kind,
              name: name === undefined || name === '' ? nameFor(kind, baseUrl) : name,
              baseUrl,
              model,
              smallModel,
              timeout,
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
          ...(baseUrl === before.baseUrl && (input.model ?? before.model) === before.model
            ? {}
            : { capabilities: null }),
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
      const { keyBackend, isDefault } = rowOf(id);
      const others = order().filter((other) => other !== id);
      database.transaction(() => {
        database.orm.delete(providers).where(eq(providers.id, id)).run();
        // Whoever was to be asked after it is asked in its place.
        if (isDefault) setOrder(others);
      });
      changed();
      if (keyBackend !== null) await keys.forget(id, keyBackend);
    },
    setDefault(id) {
      const others = order().filter((other) => other !== id);
      if (id === OFFLINE_ID) setOrder([]);
      // The one before it is asked next, where there was a fallback order to be asked in.
      else setOrder([id, ...(others.length > 1 || rowOf(id).fallbackOrder !== null ? others : [])]);
      changed();
      return get(id);
    },
    setOrder({ ids }) {
      setOrder(ids);
      changed();
      return list();
    },
    async models({ id, kind, baseUrl = providerKinds[kind].baseUrl, key }) {
      if (baseUrl === null) throw new AdiuvaError('validation', { baseUrl: { problem: 'required' } });
      const row = id === undefined ? undefined : rowOf(id);
      // A kept key goes to the server that it was given for and to no other.
      const isItsServer = row !== undefined && new URL(row.baseUrl).origin === new URL(baseUrl).origin;
      const kept = key === undefined && isItsServer ? (await readyOf(row)).key : null;
      const apiPath = row !== undefined && row.baseUrl === baseUrl ? row.apiPath : '';
      return parts.listModels({ kind, baseUrl, apiPath, key: key ?? kept });
    },
    async findLocal() {
      const known = new Set(rows().map((row) => new URL(row.baseUrl).port));
      return (await parts.findServers()).filter((server) => !known.has(new URL(server.baseUrl).port));
    },
    async test(id): Promise<ProviderTestResult> {
      if (id === OFFLINE_ID) return { ok: true, duration: 0, error: null };
      const row = rowOf(id);
      const startedAt = ports.clock.now();
      let failure: AdiuvaError | null = null;
      try {
        const facts = await parts.ask(await readyOf(row));
        awayUntil.delete(id);
        learn(id, facts);
      } catch (error) {
        failure = error instanceof AdiuvaError ? error : new AdiuvaError('internal', {}, { cause: error });
        ports.logger.warn('provider test failed', { provider: id, code: failure.code });
      }
      const duration = Math.max(0, ports.clock.now() - startedAt);
      database.orm
        .update(providers)
        .set({ lastTestAt: startedAt, lastTestDuration: duration, lastTestError: failure?.code ?? null })
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
    learn,
  };
}

/** A brand is called as it is; any other server by where it is. */
function nameFor(kind: ConfiguredKind, baseUrl: string): string {
  return kind === 'openai-compatible' ? new URL(baseUrl).host : providerKinds[kind].name;
}

function refuseOffline(id: ProviderId): void {
  if (id === OFFLINE_ID) throw new AdiuvaError('validation', { id: { problem: 'invalid' } });
}
