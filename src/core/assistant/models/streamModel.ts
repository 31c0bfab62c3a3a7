import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { ChatOpenAICompletions } from '@langchain/openai';
import { z } from 'zod';
import { AdiuvaError } from '../../../contracts/errors.ts';
import { createModelFetch, type ModelFetch } from './createModelFetch.ts';
import { type Asked, providerErrorOf } from './errors.ts';
import type { ReadyProvider } from './providers.ts';
import { providerKinds } from './registry.ts';
import { ToolCallCollector } from './toolCallCollector.ts';

/** One tool call as the model wrote it. `arguments` should be JSON and may be anything. */
export interface ModelCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** What the model is shown, oldest first. */
export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ModelCall[] }
  | { readonly role: 'tool'; readonly text: string; readonly callId: string };

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  /** `none`: the tools are known but not to be called. */
  readonly toolChoice: 'auto' | 'none';
}

export interface ModelReply {
  readonly text: string;
  readonly calls: readonly ModelCall[];
  /** null where the provider does not say. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

export interface ModelStream {
  readonly signal: AbortSignal;
  readonly firstPiece: number;
  readonly betweenPieces: number;
  onText(piece: string): void;
  /** Which path after the address answered. */
  onPath(apiPath: string): void;
}

/** What the server says it counted. */
const usageSchema = z.object({ input_tokens: z.int().min(0), output_tokens: z.int().min(0) });

/** UTF-16 code units of one answer. */
const TEXT_MAX = 400_000;

/**
 * Asks a model once. The address is tried as typed, then with what its kind may add to it.
 * @throws AdiuvaError one of the provider codes; whatever `signal` made of it where that aborted
 */
export async function streamModel(
  provider: ReadyProvider,
  request: ModelRequest,
  stream: ModelStream,
): Promise<ModelReply> {
  const asked: Asked = { host: new URL(provider.baseUrl).host, model: provider.model };
  const failures: AdiuvaError[] = [];
  for (const apiPath of pathsOf(provider)) {
    const { firstPiece, betweenPieces } = stream;
    const modelFetch = createModelFetch({ asked, key: provider.key, firstPiece, betweenPieces });
    try {
      return await askAt(apiPath, provider, request, stream, asked, modelFetch);
    } catch (error) {
      stream.signal.throwIfAborted();
      const failure = modelFetch.failure() ?? providerErrorOf(error, asked);
      // A model that knows no tools can still answer from what was recalled.
      if (failure.fields['reason'] === 'tools' && request.tools.length > 0) {
        return streamModel({ ...provider, apiPath }, { ...request, tools: [] }, stream);
      }
      if (failure.code !== 'providerNotAnApi') throw failure;
      failures.push(failure);
    }
  }
  throw failures[0] ?? new AdiuvaError('providerNotAnApi', { host: asked.host });
}

function pathsOf({ kind, baseUrl, apiPath }: ReadyProvider): string[] {
  const others = providerKinds[kind].apiPaths.filter(
    (path) => path !== apiPath && !(path !== '' && baseUrl.endsWith(path)),
  );
  return [apiPath, ...others];
}

async function askAt(
  apiPath: string,
  provider: ReadyProvider,
  request: ModelRequest,
  stream: ModelStream,
  asked: Asked,
  modelFetch: ModelFetch,
): Promise<ModelReply> {
  const calls = new ToolCallCollector();
  let text = '';
  let isFinished = false;
  let answered = false;
  let tokens: z.infer<typeof usageSchema> | null = null;
  for await (const chunk of await openStream(apiPath, provider, request, stream.signal, modelFetch)) {
    if (!answered) stream.onPath(apiPath);
    answered = true;
    if (chunk.text !== '') {
      text += chunk.text;
      if (text.length > TEXT_MAX) throw new AdiuvaError('providerFailed', { host: asked.host, status: 200 });
      stream.onText(chunk.text);
    }
    for (const part of chunk.tool_call_chunks ?? []) calls.add(part);
    if (typeof chunk.response_metadata['finish_reason'] === 'string') isFinished = true;
    tokens = usageSchema.safeParse(chunk.usage_metadata).data ?? tokens;
  }
  stream.signal.throwIfAborted();
  // The packages take a connection that ends early for the end of the answer.
  if (!isFinished && !modelFetch.isDone()) throw new AdiuvaError('providerFailed', { host: asked.host, status: 200 });
  return {
    text,
    calls: calls.all(),
    inputTokens: tokens?.input_tokens ?? null,
    outputTokens: tokens?.output_tokens ?? null,
  };
}

function openStream(
  apiPath: string,
  provider: ReadyProvider,
  { messages, tools, toolChoice }: ModelRequest,
  signal: AbortSignal,
  modelFetch: ModelFetch,
): Promise<AsyncIterable<AIMessageChunk>> {
  // The class behind ChatOpenAI that speaks chat completions alone: for some model names ChatOpenAI turns to another
  // API, which only OpenAI's own servers have.
  const model = new ChatOpenAICompletions({
    model: provider.model,
    // The packages insist on a key. Where there is none, our fetch takes the header away.
    apiKey: provider.key ?? 'none',
    maxRetries: 0,
    streaming: true,
    configuration: {
      baseURL: `${provider.baseUrl}${apiPath}`,
      fetch: modelFetch.fetch,
      // Else the environment could add an organisation's name to requests for any server.
      organization: null,
      project: null,
      logLevel: 'off',
    },
  });
  return model.stream(messages.map(messageOf), {
    signal,
    ...(tools.length === 0
      ? {}
      : { tools: tools.map((tool) => ({ type: 'function' as const, function: tool })), tool_choice: toolChoice }),
  });
}

function messageOf(message: ModelMessage): BaseMessage {
  switch (message.role) {
    case 'system':
      return new SystemMessage(message.text);
    case 'user':
      return new HumanMessage(message.text);
    case 'assistant':
      return new AIMessage({
        content: message.text,
        tool_calls: message.calls.map((call) => ({
          type: 'tool_call' as const,
          id: call.id,
          name: call.name,
          args: argumentsOf(call),
        })),
      });
    case 'tool':
      return new ToolMessage({ content: message.text, tool_call_id: message.callId });
  }
}

/** Back to the server goes only what it can read: it may refuse its own malformed arguments. */
function argumentsOf({ arguments: text }: ModelCall): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
