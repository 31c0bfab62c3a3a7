import { AdiuvaError } from '../../../contracts/errors.ts';
import { type Asked, errorOfResponse, providerErrorOf } from './errors.ts';
import type { WireTransport } from './wires/wire.ts';

/** Bytes of one answer. A server that sends more is broken or hostile. */
const ANSWER_MAX = 32 * 1024 * 1024;
/** So much of what came before is looked at with each piece for what ends an answer. UTF-16 code units. */
const TAIL = 100;
/** Bytes read of an answer that says no. */
const REFUSAL_MAX = 64 * 1024;

export interface ModelFetchOptions {
  readonly asked: Asked;
  /** The server's origin: nothing is sent to any other, whatever a package or the environment makes of the address. */
  readonly origin: string;
  readonly transport: WireTransport;
  /** null: no header that carries a key is sent. */
  readonly key: string | null;
  /** Milliseconds until the first piece, and between two. */
  readonly firstPiece: number;
  readonly betweenPieces: number;
}

/**
 * A `fetch` for a model's event stream, below the packages that speak its format: it bounds every wait, follows no
 * redirect (a prompt goes where the user said and nowhere else), sends nothing about this computer, and tells what went
 * wrong as one of our codes.
 */
export function createModelFetch(options: ModelFetchOptions): ModelFetch {
  const { asked, transport } = options;
  let failure: AdiuvaError | null = null;
  let isDone = false;
  let isWhole = false;
  const fail = (error: unknown, watch: Watch): AdiuvaError => {
    failure ??= watch.timedOut ?? providerErrorOf(error, asked);
    return failure;
  };
  const fetchStream: typeof fetch = async (input, init) => {
    const watch = new Watch(options);
    const signal = init?.signal == null ? watch.signal : AbortSignal.any([init.signal, watch.signal]);
    try {
      if (new URL(input instanceof Request ? input.url : input).origin !== options.origin) {
        throw new AdiuvaError('providerNotAnApi', { host: asked.host });
      }
      watch.expect(options.firstPiece);
      const response = await fetch(input, {
        ...init,
        headers: headersOf(options),
        redirect: 'manual',
        signal,
      });
      const type = response.headers.get('content-type') ?? '';
      const whole = response.ok && type.startsWith('application/json') ? await readWhole(response, options) : null;
      if (whole?.stream != null) {
        watch.stop();
        isDone = isWhole = true;
        return new Response(whole.stream, { headers: { 'content-type': transport.streamType } });
      }
      if (!response.ok || !type.startsWith(transport.streamType) || response.body === null) {
        throw errorOfResponse(response, whole?.text ?? (await readBeginning(response)), asked);
      }
      const body = watchBody(response.body, watch, options, {
        fail: (error) => fail(error, watch),
        done: () => (isDone = true),
      });
      return new Response(body, { status: response.status, headers: response.headers });
    } catch (error) {
      watch.stop();
      if (init?.signal?.aborted === true) throw error;
      throw fail(error, watch);
    }
  };
  return { fetch: fetchStream, failure: () => failure, isDone: () => isDone, isWhole: () => isWhole };
}

export interface ModelFetch {
  readonly fetch: typeof fetch;
  /** What went wrong first, as one of the provider codes. The packages above do not always hand on what was thrown. */
  failure(): AdiuvaError | null;
  /** Whether the stream said that it is at its end. Not every server gives a reason for it, too. */
  isDone(): boolean;
  /** Whether the answer came in one piece although it was asked for in many. */
  isWhole(): boolean;
}

/** One timer at a time; when it runs out, the request is aborted and `timedOut` says why. */
class Watch {
  readonly #asked: Asked;
  readonly #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  timedOut: AdiuvaError | null = null;

  constructor({ asked }: ModelFetchOptions) {
    this.#asked = asked;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  expect(within: number): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.timedOut = new AdiuvaError('providerTimeout', { host: this.#asked.host, waited: within });
      this.#abort.abort();
    }, within);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

function watchBody(
  body: ReadableStream<Uint8Array>,
  watch: Watch,
  options: ModelFetchOptions,
  tell: { fail: (error: unknown) => AdiuvaError; done: () => void },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let size = 0;
  let tail = '';
  let isLeft = false;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        // Whoever reads may have enough before the body is at its end.
        if (isLeft) return;
        if (done) {
          watch.stop();
          controller.close();
          return;
        }
        size += value.byteLength;
        if (size > ANSWER_MAX) throw new AdiuvaError('providerFailed', { host: options.asked.host, status: 200 });
        tail = tail.slice(-TAIL) + Buffer.from(value).toString('latin1');
        if (options.transport.end.test(tail)) tell.done();
        watch.expect(options.betweenPieces);
        controller.enqueue(value);
      } catch (error) {
        watch.stop();
        if (isLeft) return;
        void reader.cancel().catch(() => undefined);
        controller.error(tell.fail(error));
      }
    },
    async cancel(reason) {
      isLeft = true;
      watch.stop();
      await reader.cancel(reason);
    },
  });
}

/**
 * Only what a model server needs: the packages would tell about this computer, and the environment could add headers of
 * its own. Without a key there is no header that looks like one.
 */
function headersOf({ transport, key }: Pick<ModelFetchOptions, 'transport' | 'key'>): Headers {
  const headers = new Headers([...transport.headers.map(([name, value]): [string, string] => [name, value])]);
  headers.set('user-agent', 'Adiuva');
  headers.set('accept', transport.streamType);
  headers.set('content-type', 'application/json');
  if (key !== null) headers.set(...transport.keyHeader(key));
  return headers;
}

/** An answer that came as one document: its text, and the stream that it would have been where the format knows how. */
async function readWhole(
  response: Response,
  { asked, transport }: ModelFetchOptions,
): Promise<{ text: string; stream: string | null } | null> {
  if (transport.wholeAsStream === undefined) return null;
  const { text, isCut } = await readText(response, ANSWER_MAX);
  if (isCut) throw new AdiuvaError('providerFailed', { host: asked.host, status: 200 });
  return { text, stream: transport.wholeAsStream(text) };
}

async function readBeginning(response: Response): Promise<string> {
  return (await readText(response, REFUSAL_MAX)).text;
}

/** The text of a response up to so many bytes. */
export async function readText(response: Response, max: number): Promise<{ text: string; isCut: boolean }> {
  if (response.body === null) return { text: '', isCut: false };
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; size <= max;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), isCut: false };
    size += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  void reader.cancel().catch(() => undefined);
  return { text, isCut: true };
}
