/** How a provider's server is spoken to. */
export type ProviderWire = 'chat-completions' | 'anthropic' | 'gemini' | 'ollama';

/** What a kind of provider is, as plain data. A new kind is one entry below. */
export interface ProviderKindEntry {
  /** A brand's own name: the same in every language. */
  readonly name: string;
  /** null: nothing to reach, the answers are made here. */
  readonly wire: ProviderWire | null;
  /** Where its API begins, as its documentation says; null: only the user knows. */
  readonly baseUrl: string | null;
  /** What may have to follow the address as typed, in the order it is tried. */
  readonly apiPaths: readonly string[];
  readonly needsKey: boolean;
  /** Where the user gets a key; null where there is no such page. */
  readonly keyPage: string | null;
  /** Where its models are listed, relative to its address, in the order they are asked. */
  readonly modelLists: readonly string[];
  /** The port it listens on by itself, on this computer; null for one elsewhere. */
  readonly localPort: number | null;
}

const remote = {
  wire: 'chat-completions',
  apiPaths: [''],
  needsKey: true,
  modelLists: ['models'],
  localPort: null,
} as const;

/**
 * Every kind of provider, in the order they are offered. Addresses, ports and paths are those of each provider's own
 * documentation.
 */
export const providerKinds = {
  openai: {
    ...remote,
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    keyPage: 'https://platform.openai.com/api-keys',
  },
  anthropic: {
    ...remote,
    name: 'Anthropic',
    wire: 'anthropic',
    baseUrl: 'https://api.anthropic.com',
    keyPage: 'https://console.anthropic.com/settings/keys',
    modelLists: ['v1/models?limit=1000'],
  },
  gemini: {
    ...remote,
    name: 'Google Gemini',
    wire: 'gemini',
    baseUrl: 'https://generativelanguage.googleapis.com',
    keyPage: 'https://aistudio.google.com/apikey',
    modelLists: ['v1beta/models?pageSize=1000'],
  },
  mistral: {
    ...remote,
    name: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    keyPage: 'https://console.mistral.ai/api-keys',
  },
  groq: {
    ...remote,
    name: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    keyPage: 'https://console.groq.com/keys',
  },
  cerebras: {
    ...remote,
    name: 'Cerebras',
    baseUrl: 'https://api.cerebras.ai/v1',
    keyPage: 'https://cloud.cerebras.ai',
  },
  openrouter: {
    ...remote,
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    keyPage: 'https://openrouter.ai/settings/keys',
  },
  'github-models': {
    ...remote,
    name: 'GitHub Models',
    baseUrl: 'https://models.github.ai/inference',
    keyPage: 'https://github.com/settings/personal-access-tokens',
    modelLists: ['../catalog/models'],
  },
  ollama: {
    name: 'Ollama',
    wire: 'ollama',
    baseUrl: 'http://127.0.0.1:11434',
    apiPaths: [''],
    needsKey: false,
    keyPage: null,
    modelLists: ['api/tags'],
    localPort: 11_434,
  },
  'lm-studio': {
    name: 'LM Studio',
    wire: 'chat-completions',
    baseUrl: 'http://127.0.0.1:1234/v1',
    apiPaths: ['', '/v1'],
    needsKey: false,
    keyPage: null,
    // Its own list tells how long a context each model has, the other one does not.
    modelLists: ['../api/v0/models', 'models'],
    localPort: 1_234,
  },
  'openai-compatible': {
    name: 'OpenAI-compatible',
    wire: 'chat-completions',
    baseUrl: null,
    apiPaths: ['', '/v1'],
    needsKey: false,
    keyPage: null,
    modelLists: ['models'],
    localPort: null,
  },
  offline: {
    name: 'Offline',
    wire: null,
    baseUrl: null,
    apiPaths: [],
    needsKey: false,
    keyPage: null,
    modelLists: [],
    localPort: null,
  },
} as const satisfies Readonly<Record<string, ProviderKindEntry>>;

export type ProviderKind = keyof typeof providerKinds;
/** All but the one that is always there. */
export type ConfiguredKind = Exclude<ProviderKind, 'offline'>;

export const PROVIDER_KINDS = Object.keys(providerKinds) as [ProviderKind, ...ProviderKind[]];
export const CONFIGURED_KINDS = PROVIDER_KINDS.filter((kind) => kind !== 'offline') as [
  ConfiguredKind,
  ...ConfiguredKind[],
];

/** The entry of a kind, as what every entry is. */
export function providerKindOf(kind: ProviderKind): ProviderKindEntry {
  return providerKinds[kind];
}
