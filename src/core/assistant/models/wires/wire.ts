import type { AIMessage, AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { AssistantMessage, ModelTool } from '../modelRequest.ts';

/** Where a model is reached. */
export interface Connection {
  /** With what has to follow the address as typed. */
  readonly baseUrl: string;
  readonly model: string;
  /** Tokens; null where it is not known. */
  readonly contextWindow: number | null;
  /** Bounds, redirects, headers and the key are its business. */
  readonly fetch: typeof fetch;
}

export interface WireOptions {
  readonly tools: readonly ModelTool[];
  readonly toolChoice: 'auto' | 'none';
  readonly signal: AbortSignal;
}

/** A header: its name and its value. */
export type Header = readonly [name: string, value: string];

/** A format that model servers speak: what our own `fetch` has to know of it, and the package that speaks it. */
export interface Wire extends WireTransport {
  /** @throws whatever the package makes of a fault; what went wrong is known to `fetch` */
  stream(
    connection: Connection,
    messages: readonly BaseMessage[],
    options: WireOptions,
  ): Promise<AsyncIterable<AIMessageChunk>>;
  /** Whether each count of tokens contains those before it; else it tells only what came since. */
  readonly countsAll: boolean;
  /** An earlier answer with calls as the package wants it, where that is not as every other does. */
  messageOf?(message: AssistantMessage): AIMessage;
}

/** What `fetch` has to know of a format. */
export interface WireTransport {
  /** The header that carries the key. */
  keyHeader(key: string): Header;
  /** Headers of the format that go with every request. */
  readonly headers: readonly Header[];
  /** The content type of an answer that comes in pieces. */
  readonly streamType: string;
  /** What the last piece of a complete answer has in it, and no other piece. */
  readonly end: RegExp;
  /** For servers that answer in one piece all the same: that answer as a stream; null where it is none. */
  wholeAsStream?(text: string): string | null;
}

/** OpenAI's way to carry a key, and many others'. */
export function bearer(key: string): Header {
  return ['authorization', `Bearer ${key}`];
}

/** Tools in OpenAI's words, which every package understands. */
export function functionsOf(tools: readonly ModelTool[]): { type: 'function'; function: ModelTool }[] {
  return tools.map((tool) => ({ type: 'function', function: tool }));
}
