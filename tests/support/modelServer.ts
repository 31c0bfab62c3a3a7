import { LLMock } from '@copilotkit/aimock';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { ProviderWire } from '../../src/contracts/providerKinds.ts';
import { namingPrompt } from '../../src/core/assistant/agents/prompts/namingPrompt.ts';

/**
 * A model server on loopback that speaks the format of one kind of provider. The wire formats are aimock's; in front of
 * it stands a server of ours that keeps the requests and does to the answers what networks and servers do.
 */
export interface ModelServer extends AsyncDisposable {
  /** Without a path. */
  readonly origin: string;
  /** What a user types. */
  readonly baseUrl: string;
  /** Every request for an answer, in the order they came. Those for a conversation's name are not among them. */
  readonly requests: readonly SeenRequest[];
  /** Every request for one of the documents. */
  readonly lookups: readonly Omit<SeenRequest, 'body'>[];
  /** Every request for a conversation's name. */
  readonly namings: readonly SeenRequest[];
  /** The next requests get these answers, one each. */
  script(...answers: ScriptedAnswer[]): void;
  /** The next requests for a name get these answers, one each. Without one they get an empty text, which is no name. */
  name(...answers: ScriptedAnswer[]): void;
  /** Every request without a scripted answer gets what this says. */
  always(answer: (request: ModelServerRequest) => ScriptedAnswer): void;
}

export type ModelServerRequest = z.infer<typeof requestSchema>;

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of other formats than chat completions: empty but for the model. */
  readonly body: ModelServerRequest;
  /** As it was sent. */
  readonly json: unknown;
}

export interface ModelServerOptions {
  /** Where the API lies, for chat completions; requests elsewhere get a page that is not found. */
  readonly prefix?: string;
  readonly wire?: ProviderWire;
  /** JSON that is answered at a path, lists of models say. */
  readonly documents?: Readonly<Record<string, unknown>>;
  /** Answers come in one piece, as from a server that cannot stream. */
  readonly isWhole?: boolean;
  /** Where it listens; absent: at any free port. */
  readonly port?: number;
}

/** What tells the formats apart: where answers are asked for, where aimock has them, and how a stream goes. */
interface WireShape {
  path(prefix: string): RegExp;
  readonly contentType: string;
  /** What ends one event. */
  readonly eventEnd: RegExp;
  readonly garbled: string;
  readonly streamError: string;
}

const sse = { contentType: 'text/event-stream', eventEnd: /(?<=\n\n)/u } as const;
const shapes: Readonly<Record<ProviderWire, WireShape>> = {
  'chat-completions': {
    ...sse,
    path: (prefix) => new RegExp(`^${prefix}/chat/completions$`, 'u'),
    garbled: 'data: {"choices":[{"delta":{"content":"half\n\n',
    streamError: 'data: {"error":{"message":"overloaded","type":"server_error"}}\n\n',
  },
  anthropic: {
    ...sse,
    path: () => /^\/v1\/messages$/u,
    garbled: 'event: content_block_delta\ndata: {"type":"content_block_delta","delta":{"text":"half\n\n',
    streamError: 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
  },
  gemini: {
    contentType: 'text/event-stream',
    eventEnd: /(?<=\r?\n\r?\n)/u,
    path: () => /^\/v1beta\/models\/[^/:]+:streamGenerateContent$/u,
    garbled: 'data: {"candidates":[{"content":{"parts":[{"text":"half\n\n',
    streamError: 'data: {"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}\n\n',
  },
  ollama: {
    contentType: 'application/x-ndjson',
    eventEnd: /(?<=\n)/u,
    path: () => /^\/api\/chat$/u,
    garbled: '{"message":{"role":"assistant","content":"half\n',
    streamError: '{"error":"an error was encountered while running the model"}\n',
  },
};

export interface ScriptedCall {
  readonly name: string;
  /** A string is sent as it is, malformed or not. */
  readonly arguments: string | Record<string, unknown>;
  readonly id?: string;
}

export interface ScriptedAnswer {
  readonly text?: string;
  readonly calls?: readonly ScriptedCall[];
  readonly tokens?: { input: number; output: number };
  readonly fault?: Fault;
}

export type Fault =
  /** Refused, with such a body; `retryAfter` in seconds. */
  | { kind: 'status'; status: number; body?: string; contentType?: string; retryAfter?: number | string }
  /** A web page with status 200. */
  | { kind: 'html' }
  /** Sends the client elsewhere. */
  | { kind: 'redirect'; to: string }
  /** Closes the connection without an answer. */
  | { kind: 'reset' }
  /** Accepts and never answers. */
  | { kind: 'hang' }
  /** The answer is sent in pieces of 1 to 7 bytes, so that borders lie inside characters and lines. */
  | { kind: 'awkward' }
  /** Waits before the first token. */
  | { kind: 'slow'; until: Promise<void> }
  /** So many events, then waits before the rest. */
  | { kind: 'pause'; after: number; until: Promise<void> }
  /** So many events, then nothing more, without an end. */
  | { kind: 'stall'; after: number }
  /** So many events, then the connection breaks. */
  | { kind: 'cut'; after: number }
  /** So many events, then a proper end of the body, without the answer's own. */
  | { kind: 'short'; after: number }
  /** So many events, then one that is no JSON. */
  | { kind: 'garbled'; after: number }
  /** So many events, then an error in the stream. */
  | { kind: 'streamError'; after: number };

const requestSchema = z.looseObject({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z.array(
    z.looseObject({
      role: z.string(),
      content: z.union([z.string(), z.null(), z.array(z.unknown())]).optional(),
      tool_calls: z.array(z.unknown()).optional(),
      tool_call_id: z.string().optional(),
    }),
  ),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
  tool_choice: z.unknown().optional(),
});

export async function startModelServer({
  prefix = '/v1',
  wire = 'chat-completions',
  documents = {},
  isWhole = false,
  port = 0,
}: ModelServerOptions = {}): Promise<ModelServer> {
  const shape = shapes[wire];
  const requests: SeenRequest[] = [];
  const lookups: Omit<SeenRequest, 'body'>[] = [];
  const queue: ScriptedAnswer[] = [];
  const namings: SeenRequest[] = [];
  const names: ScriptedAnswer[] = [];
  let fallback = (_request: ModelServerRequest): ScriptedAnswer => ({ text: 'Yes.' });
  let answering: ScriptedAnswer = {};
  const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 8, logLevel: 'silent' });
  mock.onMessage(/[^]*/u, () => fixtureOf(answering));
  await mock.start();

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  const gone = new AbortController();

  /** One at a time: aimock is not told which answer a request is to get. */
  let turn: Promise<unknown> = Promise.resolve();
  const make = async (
    answer: ScriptedAnswer,
    url: string,
    json: unknown,
  ): Promise<{ type: string; status: number; bytes: Buffer }> => {
    const before = turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    turn = promise;
    await before;
    try {
      answering = answer;
      const upstream = await fetch(`${mock.url}${url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer test', 'x-api-key': 'test' },
        body: JSON.stringify(json),
      });
      const bytes = Buffer.from(await upstream.arrayBuffer());
      return { type: upstream.headers.get('content-type') ?? 'text/plain', status: upstream.status, bytes };
    } finally {
      resolve();
    }
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = url.pathname;
    const text = await readText(request);
    const json: unknown = text === '' ? null : JSON.parse(text);
    if (Object.hasOwn(documents, path)) {
      lookups.push({ path, headers: request.headers, json });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(documents[path]));
      return;
    }
    if (request.method !== 'POST' || !shape.path(prefix).test(path)) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><h1>Not found</h1>');
      return;
    }
    const model = /\/models\/([^/:]+):/u.exec(path)?.[1];
    const body =
      wire === 'chat-completions'
        ? requestSchema.parse(json)
        : requestSchema.parse({ model: model ?? z.looseObject({ model: z.string() }).parse(json).model, messages: [] });
    const isNaming = text.includes(JSON.stringify(namingPrompt.text).slice(1, -1));
    (isNaming ? namings : requests).push({ path, headers: request.headers, body, json });
    const answer = isNaming ? (names.shift() ?? { text: '' }) : (queue.shift() ?? fallback(body));
    const { fault } = answer;
    if (fault !== undefined && (await refuse(response, fault, shape, gone.signal))) return;
    const asked = isWhole ? { ...z.looseObject({}).parse(json), stream: false } : json;
    const upstream = wire === 'chat-completions' ? '/v1/chat/completions' : `${path}${url.search}`;
    const { type, status, bytes: made } = await make(answer, upstream, asked);
    const bytes = wire === 'ollama' ? counted(made, answer) : made;
    if (!response.headersSent) {
      response.writeHead(status, { 'content-type': type });
      response.flushHeaders();
    }
    await send(response, bytes, fault, shape, gone.signal);
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  return {
    origin,
    baseUrl: wire === 'chat-completions' ? `${origin}${prefix}` : origin,
    requests,
    lookups,
    namings,
    name: (...scripted) => void names.push(...scripted),
    script: (...scripted) => void queue.push(...scripted),
    always: (answer) => void (fallback = answer),
    async [Symbol.asyncDispose]() {
      gone.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await mock.stop();
    },
  };
}

function fixtureOf({ text = '', calls = [], tokens }: ScriptedAnswer): { content: string } {
  const toolCalls = calls.map((call) => ({
    name: call.name,
    arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
    ...(call.id === undefined ? {} : { id: call.id }),
  }));
  const usage =
    tokens === undefined
      ? {}
      : {
          usage: {
            prompt_tokens: tokens.input,
            completion_tokens: tokens.output,
            total_tokens: tokens.input + tokens.output,
          },
        };
  return { content: text, ...(toolCalls.length === 0 ? {} : { toolCalls }), ...usage };
}

/** Ollama tells its tokens with the last line, aimock does not. */
function counted(bytes: Buffer, { tokens }: ScriptedAnswer): Buffer {
  if (tokens === undefined) return bytes;
  const counts = `"prompt_eval_count":${tokens.input},"eval_count":${tokens.output},`;
  return Buffer.from(
    bytes
      .toString('utf8')
      .replaceAll(/"(?:prompt_)?eval_count":0,?/gu, '')
      .replace('"done":true', `${counts}"done":true`),
  );
}

/** Faults in place of an answer. Answers whether the request is done with. */
async function refuse(response: ServerResponse, fault: Fault, shape: WireShape, gone: AbortSignal): Promise<boolean> {
  switch (fault.kind) {
    case 'status':
      response
        .writeHead(fault.status, {
          'content-type': fault.contentType ?? 'application/json',
          ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
        })
        .end(fault.body ?? JSON.stringify({ error: { message: 'refused by the test', type: 'test' } }));
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Router</title>');
      return true;
    case 'redirect':
      response.writeHead(307, { location: fault.to }).end();
      return true;
    case 'reset':
      response.destroy();
      return true;
    case 'hang':
      await aborted(gone);
      return true;
    case 'slow':
      response.writeHead(200, { 'content-type': shape.contentType });
      response.flushHeaders();
      await Promise.race([fault.until, aborted(gone)]);
      return false;
    default:
      return false;
  }
}

async function send(
  response: ServerResponse,
  bytes: Buffer,
  fault: Fault | undefined,
  shape: WireShape,
  gone: AbortSignal,
): Promise<void> {
  if (fault?.kind === 'awkward') {
    for (let from = 0, size = 1; from < bytes.length; from += size, size = (size % 7) + 1) {
      response.write(bytes.subarray(from, from + size));
      // Each piece is a chunk of its own on the wire.
      await new Promise(setImmediate);
    }
    response.end();
    return;
  }
  if (fault === undefined || !('after' in fault)) {
    response.end(bytes);
    return;
  }
  const events = bytes.toString('utf8').split(shape.eventEnd);
  const first = Buffer.from(events.slice(0, fault.after).join(''));
  await new Promise<void>((resolve) => response.write(first, () => resolve()));
  switch (fault.kind) {
    case 'pause':
      await Promise.race([fault.until, aborted(gone)]);
      response.end(events.slice(fault.after).join(''));
      return;
    case 'stall':
      await aborted(gone);
      return;
    case 'cut':
      response.destroy();
      return;
    case 'short':
      response.end();
      return;
    case 'garbled':
      response.end(shape.garbled);
      return;
    case 'streamError':
      response.end(shape.streamError);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += String(chunk);
  return text;
}

function portOf(server: Server): number {
  const address = server.address() as AddressInfo | null;
  if (address === null) throw new Error('the model server does not listen');
  return address.port;
}
