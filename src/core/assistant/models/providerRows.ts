import { providerIdSchema } from '../../../contracts/ids.ts';
import {
  type ModelCapabilities,
  modelCapabilitiesSchema,
  type Provider,
  providerSchema,
} from '../../../contracts/provider.ts';
import { type ProviderKind, providerKinds } from '../../../contracts/providerKinds.ts';
import type { providers } from '../tables.ts';

export const OFFLINE_ID = providerIdSchema.parse('0ff11e00-0000-8000-8000-000000000000');

/** How an answer says that it was made without a model. */
export const OFFLINE: ProviderKind = 'offline';

export type ProviderRow = typeof providers.$inferSelect;

/** Of a model that nobody has asked yet. */
export const unknownCapabilities: ModelCapabilities = { tools: null, streaming: null, contextLength: null };

/** What was learned of its model. */
export function capabilitiesOfRow({ capabilities }: Pick<ProviderRow, 'capabilities'>): ModelCapabilities {
  return modelCapabilitiesSchema.safeParse(capabilities).data ?? unknownCapabilities;
}

/** The provider without a row: always there, last, unchangeable. */
export function offlineProvider(isDefault: boolean): Provider {
  return {
    id: OFFLINE_ID,
    kind: 'offline',
    name: providerKinds.offline.name,
    baseUrl: null,
    model: null,
    smallModel: null,
    timeout: null,
    isDefault,
    fallbackOrder: null,
    capabilities: null,
    hasKey: false,
    keyBackend: null,
    isLocal: true,
    lastTest: null,
  };
}

export function providerOfRow(row: ProviderRow): Provider {
  return providerSchema.parse({
    id: row.id,
    kind: row.kind,
    name: row.name,
    baseUrl: row.baseUrl,
    model: row.model,
    smallModel: row.smallModel,
    timeout: row.timeout,
    isDefault: row.isDefault,
    fallbackOrder: row.fallbackOrder,
    capabilities: row.capabilities === null ? null : capabilitiesOfRow(row),
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
