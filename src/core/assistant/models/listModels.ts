import { z } from 'zod';
import type { ListedModel } from '../../../contracts/provider.ts';
import { type ConfiguredKind, providerKindOf } from '../../../contracts/providerKinds.ts';
import { AdiuvaError } from '../../../contracts/errors.ts';
import { isProviderError } from './errors.ts';
import { requestJson } from './requestJson.ts';
import { loadWire } from './wires/loadWire.ts';

export interface ModelListing {
  readonly kind: ConfiguredKind;
  readonly baseUrl: string;
  readonly apiPath: string;
  readonly key: string | null;
  readonly signal: AbortSignal;
  /** Milliseconds for each request. */
  readonly within: number;
}

/** Models that one list may have. */
const MODELS_MAX = 5_000;

/**
 * The models that a provider offers for conversations, by id.
 * @throws AdiuvaError one of the provider codes
 */
export async function listModels(listing: ModelListing): Promise<ListedModel[]> {
  const { wire: wireName, modelLists, apiPaths } = providerKindOf(listing.kind);
  if (wireName === null) return [];
  const wire = await loadWire(wireName);
  const failures: unknown[] = [];
  const paths = [listing.apiPath, ...apiPaths.filter((path) => path !== listing.apiPath)];
  for (const path of paths) {
    for (const list of modelLists) {
      const url = new URL(list, `${listing.baseUrl}${path}/`).href;
      try {
        const { key, signal, within } = listing;
        return modelsOf(await requestJson(url, { transport: wire, key, model: '', signal, within }), url);
      } catch (error) {
        // Not there, or something else: perhaps at the next place.
        if (!isProviderError(error) || error.code !== 'providerNotAnApi') throw error;
        failures.push(error);
      }
    }
  }
  throw failures[0];
}

const lengthSchema = z.int().min(1).nullish().catch(null);
/** One model as the lists of all providers tell it; what it can do and how long its context is has many names. */
const modelSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  model: z.string().optional(),
  display_name: z.string().nullish(),
  displayName: z.string().nullish(),
  /** OpenRouter, Together */
  context_length: lengthSchema,
  /** Groq */
  context_window: lengthSchema,
  /** Mistral, LM Studio */
  max_context_length: lengthSchema,
  /** vLLM */
  max_model_len: lengthSchema,
  /** Anthropic */
  max_input_tokens: lengthSchema,
  /** Gemini */
  inputTokenLimit: lengthSchema,
  /** GitHub Models */
  limits: z.looseObject({ max_input_tokens: lengthSchema }).nullish().catch(null),
  supportedGenerationMethods: z.array(z.string()).optional().catch(undefined),
  /** Mistral; GitHub's is a list. */
  capabilities: z.unknown().optional(),
  /** LM Studio */
  type: z.string().optional().catch(undefined),
  /** OpenRouter */
  architecture: z
    .looseObject({ output_modalities: z.array(z.string()).optional() })
    .nullish()
    .catch(null),
});
const listSchema = z.union([
  z.array(z.unknown()),
  z.looseObject({ data: z.array(z.unknown()) }).transform(({ data }) => data),
  z.looseObject({ models: z.array(z.unknown()) }).transform(({ models }) => models),
]);

function modelsOf(json: unknown, url: string): ListedModel[] {
  const list = listSchema.safeParse(json);
  if (!list.success) throw new AdiuvaError('providerNotAnApi', { host: new URL(url).host });
  const models = list.data.slice(0, MODELS_MAX).flatMap((item) => {
    const { data } = modelSchema.safeParse(item);
    const id = (data?.id ?? data?.model ?? data?.name ?? '').replace(/^models\//u, '').trim();
    if (data === undefined || id === '' || !isForConversations(data, id)) return [];
    const name = (data.display_name ?? data.displayName ?? data.name ?? '').trim();
    return [
      { id, name: name === '' || name === id || name === `models/${id}` ? null : name, contextLength: lengthOf(data) },
    ];
  });
  const byId = new Map(models.map((model) => [model.id, model]));
  return [...byId.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

type Described = z.infer<typeof modelSchema>;

function lengthOf(model: Described): number | null {
  return (
    model.context_length ??
    model.context_window ??
    model.max_context_length ??
    model.max_model_len ??
    model.max_input_tokens ??
    model.inputTokenLimit ??
    model.limits?.max_input_tokens ??
    null
  );
}

/** What OpenAI's list and its likes do not tell but by the name. Whoever wants one of them can type it. */
const OTHER_WORK =
  /(?:^|[-_/.])(?:embed\w*|tts|whisper|transcribe|moderation|dall-e|image|realtime|rerank\w*|ocr|sora)(?:$|[-_/.:\d])/iu;

function isForConversations(model: Described, id: string): boolean {
  const { supportedGenerationMethods: methods, type, architecture } = model;
  const chat = z.looseObject({ completion_chat: z.boolean() }).safeParse(model.capabilities).data?.completion_chat;
  if (methods !== undefined && !methods.includes('generateContent')) return false;
  if (chat === false || type === 'embeddings' || type === 'embedding') return false;
  const output = architecture?.output_modalities;
  if (output !== undefined && !output.includes('text')) return false;
  return !OTHER_WORK.test(id);
}
