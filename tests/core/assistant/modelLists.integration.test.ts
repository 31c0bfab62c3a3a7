import { describe, expect, test } from 'vitest';
import { providerCreateSchema, providerModelsInputSchema } from '../../../src/contracts/provider.ts';
import {
  CONFIGURED_KINDS,
  type ConfiguredKind,
  providerKindOf,
  providerKinds,
} from '../../../src/contracts/providerKinds.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { ask, patientTimings } from './ask.ts';

/** What each provider's documentation shows of its list: the path after its address, the list, and what is to come of it. */
const lists: Readonly<Record<ConfiguredKind, { path: string; list: unknown; models: unknown[] }>> = {
  openai: {
    path: '/v1/models',
    list: {
      object: 'list',
      data: [
        { id: 'gpt-4o', object: 'model', created: 1, owned_by: 'system' },
        { id: 'text-embedding-3-small', object: 'model' },
        { id: 'whisper-1', object: 'model' },
      ],
    },
    models: [{ id: 'gpt-4o', name: null, contextLength: null }],
  },
  anthropic: {
    path: '/v1/models',
    list: { data: [{ type: 'model', id: 'claude-x', display_name: 'Claude X', created_at: '' }], has_more: false },
    models: [{ id: 'claude-x', name: 'Claude X', contextLength: null }],
  },
  gemini: {
    path: '/v1beta/models',
    list: {
      models: [
        {
          name: 'models/gemini-x',
          displayName: 'Gemini X',
          inputTokenLimit: 1_048_576,
          supportedGenerationMethods: ['generateContent'],
        },
        { name: 'models/embedding-001', supportedGenerationMethods: ['embedContent'] },
      ],
    },
    models: [{ id: 'gemini-x', name: 'Gemini X', contextLength: 1_048_576 }],
  },
  mistral: {
    path: '/v1/models',
    list: {
      data: [
        {
          id: 'mistral-medium',
          name: 'mistral-medium',
          max_context_length: 131_072,
          capabilities: { completion_chat: true },
        },
        { id: 'mistral-ocr', capabilities: { completion_chat: false } },
      ],
    },
    models: [{ id: 'mistral-medium', name: null, contextLength: 131_072 }],
  },
  groq: {
    path: '/v1/models',
    list: {
      data: [
        { id: 'llama-x', context_window: 8_192 },
        { id: 'whisper-large-v3', context_window: 448 },
      ],
    },
    models: [{ id: 'llama-x', name: null, contextLength: 8_192 }],
  },
  cerebras: {
    path: '/v1/models',
    list: { data: [{ id: 'qwen-x' }] },
    models: [{ id: 'qwen-x', name: null, contextLength: null }],
  },
  openrouter: {
    path: '/v1/models',
    list: {
      data: [
        { id: 'a/b:free', name: 'B (free)', context_length: 32_768, architecture: { output_modalities: ['text'] } },
        { id: 'a/picture', name: 'Picture', architecture: { output_modalities: ['image'] } },
      ],
    },
    models: [{ id: 'a/b:free', name: 'B (free)', contextLength: 32_768 }],
  },
  'github-models': {
    path: '/catalog/models',
    list: [{ id: 'openai/gpt-x', name: 'GPT X', limits: { max_input_tokens: 131_072 }, capabilities: ['streaming'] }],
    models: [{ id: 'openai/gpt-x', name: 'GPT X', contextLength: 131_072 }],
  },
  ollama: {
    path: '/api/tags',
    list: { models: [{ name: 'qwen3:14b', model: 'qwen3:14b', size: 1 }, { name: 'nomic-embed-text:latest' }] },
    models: [{ id: 'qwen3:14b', name: null, contextLength: null }],
  },
  'lm-studio': {
    path: '/api/v0/models',
    list: {
      data: [
        { id: 'qwen', type: 'llm', max_context_length: 32_768 },
        { id: 'nomic', type: 'embeddings' },
      ],
    },
    models: [{ id: 'qwen', name: null, contextLength: 32_768 }],
  },
  'openai-compatible': {
    path: '/v1/models',
    list: { data: [{ id: 'mine', max_model_len: 4_096 }] },
    models: [{ id: 'mine', name: null, contextLength: 4_096 }],
  },
};

const addressOf = (kind: ConfiguredKind, origin: string, baseUrl: string): string =>
  kind === 'github-models' ? `${origin}/v1` : baseUrl;

describe.each(CONFIGURED_KINDS)('%s', (kind) => {
  test('its models are listed, one is tested, and it answers', async () => {
    const { path, list, models } = lists[kind];
    const { wire } = providerKinds[kind];
    await using server = await startModelServer({
      wire,
      documents: { [path]: list, '/api/show': { model_info: { 'x.context_length': 40_960 } } },
    });
    await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
    const { providers } = test.workspace;
    const baseUrl = addressOf(kind, server.origin, server.baseUrl);
    const listed = await providers.models(providerModelsInputSchema.parse({ kind, baseUrl, key: 'sk-test' }));
    expect(listed).toEqual(models);
    expect(Object.values(server.lookups[0]?.headers ?? {}).some((value) => String(value).includes('sk-test'))).toBe(
      true,
    );
    const model = listed[0]?.id ?? '';
    const provider = await providers.create(providerCreateSchema.parse({ kind, baseUrl, model, key: 'sk-test' }));
    expect(provider).toMatchObject({
      kind,
      name: kind === 'openai-compatible' ? new URL(baseUrl).host : providerKinds[kind].name,
    });
    server.script({ calls: [{ name: 'ready', arguments: {} }] });
    expect(await providers.test(provider.id)).toMatchObject({ ok: true });
    expect(providers.get(provider.id).capabilities).toEqual({
      tools: true,
      streaming: true,
      contextLength: kind === 'ollama' ? 40_960 : (listed[0]?.contextLength ?? null),
    });
    expect((await ask(test.workspace, 'Good day to you')).message).toMatchObject({ content: 'Yes.', model });
  });

  test('is known by its own address, over TLS unless it is on this computer', () => {
    const { baseUrl, keyPage, localPort, needsKey } = providerKindOf(kind);
    if (baseUrl === null) {
      expect(kind).toBe('openai-compatible');
      return;
    }
    const url = new URL(baseUrl);
    expect(url.protocol).toBe(localPort === null ? 'https:' : 'http:');
    expect(localPort === null ? url.port : Number(url.port)).toBe(localPort ?? '');
    if (needsKey) expect(keyPage).toMatch(/^https:\/\//u);
  });
});

test('a list is asked for with the kept key, but only from the server that the key is for', async () => {
  await using server = await startModelServer({ documents: { '/v1/models': { data: [{ id: 'm' }] } } });
  await using other = await startModelServer({ documents: { '/v1/models': { data: [{ id: 'n' }] } } });
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { providers } = test.workspace;
  const { id } = await providers.create(
    providerCreateSchema.parse({ kind: 'openai-compatible', baseUrl: server.baseUrl, model: 'm', key: 'sk-kept' }),
  );
  const models = (baseUrl: string) =>
    providers.models(providerModelsInputSchema.parse({ id, kind: 'openai-compatible', baseUrl }));
  await models(server.baseUrl);
  await models(other.baseUrl);
  expect([server, other].map(({ lookups }) => lookups.map(({ headers }) => headers.authorization))).toEqual([
    ['Bearer sk-kept'],
    [undefined],
  ]);
});

test('where there is no list the reason is told, and the model can be typed', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { providers } = test.workspace;
  const models = (baseUrl: string) =>
    providers.models(providerModelsInputSchema.parse({ kind: 'openai-compatible', baseUrl }));
  await expect(models(server.baseUrl)).rejects.toMatchObject({ code: 'providerNotAnApi' });
  await expect(models('http://127.0.0.1:1')).rejects.toMatchObject({ code: 'providerUnreachable' });
});

test('servers on this computer are found at their usual places, but not those that are configured', async () => {
  await using ollama = await startModelServer({
    wire: 'ollama',
    documents: { '/api/tags': { models: [{ name: 'qwen3:14b' }] } },
  });
  await using page = await startModelServer();
  await using test = await createTestWorkspace(
    {},
    {
      assistantTimings: patientTimings,
      modelPlaces: [
        { kind: 'ollama', baseUrl: ollama.origin },
        { kind: 'lm-studio', baseUrl: page.baseUrl },
        { kind: 'lm-studio', baseUrl: 'http://127.0.0.1:1/v1' },
      ],
    },
  );
  const { providers } = test.workspace;
  expect(await providers.findLocal()).toEqual([
    { kind: 'ollama', baseUrl: ollama.origin, models: [{ id: 'qwen3:14b', name: null, contextLength: null }] },
  ]);
  await providers.create(providerCreateSchema.parse({ kind: 'ollama', baseUrl: ollama.origin, model: 'qwen3:14b' }));
  expect(await providers.findLocal()).toEqual([]);
});
