import type { ProviderKind } from '../../../contracts/provider.ts';

/** What a kind of provider is, as plain data. A new kind is one entry here. */
export interface ProviderKindEntry {
  readonly kind: ProviderKind;
  /** Paths tried after the address as typed, in order, until one answers as an API. */
  readonly apiPaths: readonly string[];
  /** Whether it can answer without a key. */
  readonly keyOptional: boolean;
  /** null: nothing to reach, the answers are made here. */
  readonly wire: 'chat-completions' | null;
}

export const providerKinds: Readonly<Record<ProviderKind, ProviderKindEntry>> = {
  'openai-compatible': {
    kind: 'openai-compatible',
    apiPaths: ['', '/v1'],
    keyOptional: true,
    wire: 'chat-completions',
  },
  offline: { kind: 'offline', apiPaths: [], keyOptional: true, wire: null },
};
