import { z } from 'zod';
import type { AssistantTimings } from '../timings.ts';
import { askWithin } from './askWithin.ts';
import { isProviderError } from './errors.ts';
import { listModels } from './listModels.ts';
import type { ModelRequest } from './modelRequest.ts';
import type { LearnedFacts, ReadyProvider } from './providers.ts';
import { unknownCapabilities } from './providerRows.ts';
import { requestJson } from './requestJson.ts';
import { loadWire } from './wires/loadWire.ts';

/** One short question that shows whether the model answers, and whether it calls tools. */
const question: ModelRequest = {
  messages: [{ role: 'user', text: 'Are you ready? Call the tool "ready". If you cannot, answer with the word: yes' }],
  tools: [
    {
      name: 'ready',
      description: 'Says that you are ready.',
      parameters: { type: 'object', properties: {}, additionalProperties: false },
    },
  ],
  toolChoice: 'auto',
};

/**
 * Asks one short question and is content with the beginning of an answer; then asks how long a context the model has.
 * @returns what it learned, where the API lies among it
 * @throws AdiuvaError one of the provider codes
 */
export async function testProvider(
  provider: ReadyProvider,
  timings: AssistantTimings,
  closing: AbortSignal,
): Promise<LearnedFacts> {
  const enough = new AbortController();
  let learned: LearnedFacts = {};
  let answered = false as boolean;
  const within = provider.timeout === null ? timings.test : Math.min(provider.timeout, timings.test);
  try {
    await askWithin(
      // What an earlier test found may be different now.
      { ...provider, capabilities: unknownCapabilities },
      question,
      {
        signal: AbortSignal.any([enough.signal, closing]),
        timings: { ...timings, firstPiece: within, betweenPieces: within, wholeRun: within },
        // Words instead of a call: it answers, and whether it knows tools is not known.
        onText: () => enough.abort(),
        onLearned(facts) {
          learned = { ...learned, ...facts };
          answered ||= facts.tools !== false;
        },
      },
    );
  } catch (error) {
    // One that thinks for long has shown that it answers.
    const isSlow = isProviderError(error) && error.code === 'providerTimeout';
    if (!answered || (isProviderError(error) && !enough.signal.aborted && !isSlow)) throw error;
  }
  return { ...learned, contextLength: await contextLengthOf(provider, learned, timings, closing) };
}

/** Tokens; null where the server does not say, which is no fault of the provider's. */
async function contextLengthOf(
  provider: ReadyProvider,
  learned: LearnedFacts,
  timings: AssistantTimings,
  signal: AbortSignal,
): Promise<number | null> {
  const { kind, key, baseUrl, model } = provider;
  const apiPath = learned.apiPath ?? provider.apiPath;
  try {
    if (kind === 'ollama') return await contextOfOllama({ baseUrl, key, model, signal, within: timings.test });
    const models = await listModels({ kind, baseUrl, apiPath, key, signal, within: timings.test });
    return models.find((listed) => listed.id === model)?.contextLength ?? null;
  } catch {
    return null;
  }
}

const shownSchema = z.looseObject({ model_info: z.record(z.string(), z.unknown()) });

/** Ollama tells it of one model (https://docs.ollama.com/api-reference/show-model-details). */
async function contextOfOllama(given: {
  baseUrl: string;
  key: string | null;
  model: string;
  signal: AbortSignal;
  within: number;
}): Promise<number | null> {
  const { baseUrl, model, ...rest } = given;
  const transport = await loadWire('ollama');
  const shown = shownSchema.parse(
    await requestJson(`${baseUrl}/api/show`, { ...rest, model, transport, body: { model } }),
  );
  const length = Object.entries(shown.model_info).find(([name]) => name.endsWith('.context_length'))?.[1];
  return typeof length === 'number' && Number.isInteger(length) && length > 0 ? length : null;
}
