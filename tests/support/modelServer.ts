import { LLMock, type ChatCompletionRequest } from '@copilotkit/aimock';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/**
 * A model server on loopback that speaks chat completions. The wire format is aimock's; in front of it stands a server of
 * ours that keeps the requests and does to the answers what networks and servers do.
 */
export interface ModelServer extends AsyncDisposable {
  /** Without `/v1`. */
  readonly origin: string;
  /** What a user types. */
  readonly baseUrl: string;
  /** Every request for an answer, in the order they came. */
  readonly requests: readonly SeenRequest[];
  /** The next requests get these answers, one each. */
  script(...answers: ScriptedAnswer[]): void;
  /** Every request without a scripted answer gets what this says. */
  always(answer: (request: ModelServerRequest) => ScriptedAnswer): void;
}

export type ModelServerRequest = z.infer<typeof requestSchema>;

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: ModelServerRequest;
}

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

/** `prefix`: where the API lies; requests elsewhere get a page that is not found. */
export async function startModelServer({ prefix = '/v1' }: { prefix?: string } = {}): Promise<ModelServer> {
  const requests: SeenRequest[] = [];
  const queue: ScriptedAnswer[] = [];
  let fallback = (_request: ModelServerRequest): ScriptedAnswer => ({ text: 'Yes.' });
  const answers = new Map<string, ScriptedAnswer>();
  const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 8, logLevel: 'silent' });
  mock.onMessage(/[^]*/u, (request: ChatCompletionRequest) => fixtureOf(answers.get(String(request['user'])) ?? {}));
  await mock.start();

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  const gone = new AbortController();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method !== 'POST' || path !== `${prefix}/chat/completions`) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><h1>Not found</h1>');
      return;
    }
    const body = requestSchema.parse(JSON.parse(await readText(request)));
    requests.push({ path, headers: request.headers, body });
    const answer = queue.shift() ?? fallback(body);
    const { fault } = answer;
    if (fault !== undefined && (await refuse(response, fault, gone.signal))) return;
    const id = `answer-${requests.length}`;
    answers.set(id, answer);
    const upstream = await fetch(`${mock.url}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer test' },
      body: JSON.stringify({ ...body, user: id }),
    });
    const bytes = Buffer.from(await upstream.arrayBuffer());
    if (!response.headersSent) {
      response.writeHead(upstream.status, { 'content-type': upstream.headers.get('content-type') ?? 'text/plain' });
      response.flushHeaders();
    }
    await send(response, bytes, fault, gone.signal);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  return {
    origin,
    baseUrl: `${origin}${prefix}`,
    requests,
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

/** Faults in place of an answer. Answers whether the request is done with. */
async function refuse(response: ServerResponse, fault: Fault, gone: AbortSignal): Promise<boolean> {
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
      response.writeHead(200, { 'content-type': 'text/event-stream' });
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
  const events = bytes.toString('utf8').split(/(?<=\n\n)/u);
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
      response.end('data: {"choices":[{"delta":{"content":"half\n\n');
      return;
    case 'streamError':
      response.end('data: {"error":{"message":"overloaded","type":"server_error"}}\n\n');
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
