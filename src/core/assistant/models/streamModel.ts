import type { AIMessageChunk } from '@langchain/core/messages';
import { z } from 'zod';
import { providerKindOf } from '../../../contracts/providerKinds.ts';
import { AdiuvaError } from '../../../contracts/errors.ts';
import { CallsInTextReader, withCallsInText } from './callsInText.ts';
import { contextWindowOf } from './contextWindow.ts';
import { createModelFetch, type ModelFetch } from './createModelFetch.ts';
import { type Asked, providerErrorOf } from './errors.ts';
import type { ModelReply, ModelRequest } from './modelRequest.ts';
import type { LearnedFacts, ReadyProvider } from './providers.ts';
import { ToolCallCollector } from './toolCallCollector.ts';
import { toLangChain } from './toLangChain.ts';
import { loadWire } from './wires/loadWire.ts';
import type { Wire } from './wires/wire.ts';

export interface ModelStream {
  readonly signal: AbortSignal;
  readonly firstPiece: number;
  readonly betweenPieces: number;
  onText(piece: string): void;
  /** What the answer shows of the provider: where its API lies, what its model can do. Told as soon as it is known. */
  onLearned(facts: LearnedFacts): void;
}

/** What the server says it counted. */
const usageSchema = z.object({ input_tokens: z.int().min(0), output_tokens: z.int().min(0) });

type Usage = z.infer<typeof usageSchema>;

/** UTF-16 code units of one answer. */
const TEXT_MAX = 400_000;

/**
 * Asks a model once. The address is tried as typed, then with what its kind may add to it. A model that knows no tools
 * is asked to write its calls as text.
 * @throws AdiuvaError one of the provider codes; whatever `signal` made of it where that aborted
 */
export async function streamModel(
  provider: ReadyProvider,
  request: ModelRequest,
  stream: ModelStream,
): Promise<ModelReply> {
  const wireName = providerKindOf(provider.kind).wire;
  if (wireName === null) throw new AdiuvaError('internal');
  const wire = await loadWire(wireName);
  const asked: Asked = { host: new URL(provider.baseUrl).host, model: provider.model };
  const failures: AdiuvaError[] = [];
  for (const apiPath of pathsOf(provider)) {
    const { firstPiece, betweenPieces, signal } = stream;
    const modelFetch = createModelFetch({
      asked,
      origin: new URL(provider.baseUrl).origin,
      transport: wire,
      key: provider.key,
      firstPiece: provider.timeout ?? firstPiece,
      betweenPieces: Math.min(provider.timeout ?? betweenPieces, betweenPieces),
    });
    try {
      const knowsTools = provider.capabilities.tools !== false;
      return await askAt(apiPath, { provider, request, stream, asked, wire, modelFetch, knowsTools });
    } catch (error) {
      signal.throwIfAborted();
      const failure = modelFetch.failure() ?? providerErrorOf(error, asked);
      if (failure.fields['reason'] === 'tools' && provider.capabilities.tools !== false && request.tools.length > 0) {
        stream.onLearned({ tools: false });
        const { capabilities } = provider;
        return streamModel({ ...provider, apiPath, capabilities: { ...capabilities, tools: false } }, request, stream);
      }
      if (failure.code !== 'providerNotAnApi') throw failure;
      failures.push(failure);
    }
  }
  throw failures[0] ?? new AdiuvaError('providerNotAnApi', { host: asked.host });
}

function pathsOf({ kind, baseUrl, apiPath }: ReadyProvider): string[] {
  const others = providerKindOf(kind).apiPaths.filter(
    (path) => path !== apiPath && !(path !== '' && baseUrl.endsWith(path)),
  );
  return [apiPath, ...others];
}

interface Attempt {
  readonly provider: ReadyProvider;
  readonly request: ModelRequest;
  readonly stream: ModelStream;
  readonly asked: Asked;
  readonly wire: Wire;
  readonly modelFetch: ModelFetch;
  readonly knowsTools: boolean;
}

async function askAt(apiPath: string, attempt: Attempt): Promise<ModelReply> {
  const { stream, asked, modelFetch, knowsTools } = attempt;
  const failed = (): AdiuvaError => new AdiuvaError('providerFailed', { host: asked.host, status: 200 });
  const calls = new ToolCallCollector();
  const written = knowsTools ? null : new CallsInTextReader(attempt.request.tools);
  let length = 0;
  let text = '';
  let answered = false;
  let tokens: Usage | null = null;
  const say = (piece: string): void => {
    if (piece === '') return;
    text += piece;
    stream.onText(piece);
  };
  for await (const chunk of await open(apiPath, attempt)) {
    if (!answered) stream.onLearned({ apiPath, streaming: !modelFetch.isWhole() });
    answered = true;
    length += chunk.text.length;
    if (length > TEXT_MAX) throw failed();
    say(written === null ? chunk.text : written.push(chunk.text));
    calls.addFrom(chunk);
    tokens = added(tokens, usageSchema.safeParse(chunk.usage_metadata).data, attempt.wire.countsAll);
  }
  stream.signal.throwIfAborted();
  const failure = modelFetch.failure();
  if (failure !== null) throw failure;
  // The packages take a connection that ends early for the end of the answer.
  if (!modelFetch.isDone()) throw failed();
  const rest = written?.end() ?? { text: '', calls: calls.all() };
  say(rest.text);
  if (knowsTools && rest.calls.length > 0) stream.onLearned({ tools: true });
  return {
    text,
    calls: rest.calls,
    inputTokens: tokens?.input_tokens ?? null,
    outputTokens: tokens?.output_tokens ?? null,
  };
}

/** What was counted so far. Two zeros say that nobody counts. */
function added(before: Usage | null, told: Usage | undefined, countsAll: boolean): Usage | null {
  if (told === undefined || (told.input_tokens === 0 && told.output_tokens === 0)) return before;
  if (before === null) return told;
  const join = countsAll ? Math.max : (one: number, other: number): number => one + other;
  return {
    input_tokens: join(before.input_tokens, told.input_tokens),
    output_tokens: join(before.output_tokens, told.output_tokens),
  };
}

function open(
  apiPath: string,
  { provider, request, stream, wire, modelFetch, knowsTools }: Attempt,
): Promise<AsyncIterable<AIMessageChunk>> {
  const { messages, tools, toolChoice } = knowsTools ? request : withCallsInText(request);
  return wire.stream(
    {
      baseUrl: `${provider.baseUrl}${apiPath}`,
      model: provider.model,
      contextWindow: contextWindowOf(provider),
      fetch: modelFetch.fetch,
    },
    toLangChain(messages, wire),
    { tools, toolChoice, signal: stream.signal },
  );
}
