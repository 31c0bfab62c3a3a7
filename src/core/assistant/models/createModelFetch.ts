import { AdiuvaError } from '../../../contracts/errors.ts';
import { type Asked, errorOfResponse, providerErrorOf } from './errors.ts';

/** Bytes of one answer. A server that sends more is broken or hostile. */
const ANSWER_MAX = 32 * 1024 * 1024;
/** The last event of a stream of chat completions. */
const END = 'data: [DONE]';
/** Bytes read of an answer that says no. */
const REFUSAL_MAX = 64 * 1024;

export interface ModelFetchOptions {
  readonly asked: Asked;
  /** null: no `authorization` header is sent. */
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
  const { asked } = options;
  let failure: AdiuvaError | null = null;
  let isDone = false;
  const fail = (error: unknown, watch: Watch): AdiuvaError => {
    failure ??= watch.timedOut ?? providerErrorOf(error, asked);
    return failure;
  };
  const fetchStream: typeof fetch = async (input, init) => {
    const watch = new Watch(options);
    const signal = init?.signal == null ? watch.signal : AbortSignal.any([init.signal, watch.signal]);
    try {
      watch.expect(options.firstPiece);
      const response = await fetch(input, {
        ...init,
        headers: headersOf(init, options.key),
        redirect: 'manual',
        signal,
      });
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
      if (!response.ok || !isStream || response.body === null) {
        throw errorOfResponse(response, await readBeginning(response), asked);
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
  return { fetch: fetchStream, failure: () => failure, isDone: () => isDone };
}

export interface ModelFetch {
  readonly fetch: typeof fetch;
  /** What went wrong first, as one of the provider codes. The packages above do not always hand on what was thrown. */
  failure(): AdiuvaError | null;
  /** Whether the stream said that it is at its end. Not every server gives a reason for it, too. */
  isDone(): boolean;
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
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          watch.stop();
          controller.close();
          return;
        }
        size += value.byteLength;
        if (size > ANSWER_MAX) throw new AdiuvaError('providerFailed', { host: options.asked.host, status: 200 });
        tail = tail.slice(-END.length) + Buffer.from(value).toString('latin1');
        if (tail.includes(END)) tell.done();
        watch.expect(options.betweenPieces);
        controller.enqueue(value);
      } catch (error) {
        watch.stop();
        void reader.cancel().catch(() => undefined);
        controller.error(tell.fail(error));
      }
    },
    async cancel(reason) {
      watch.stop();
      await reader.cancel(reason);
    },
  });
}

/**
 * Only what a model server needs: the packages would tell about this computer, and the environment could add headers of
 * its own. Without a key there is no header that looks like one.
 */
function headersOf(init: RequestInit | undefined, key: string | null): Headers {
  const given = new Headers(init?.headers);
  const headers = new Headers({ 'user-agent': 'Adiuva' });
  for (const name of key === null ? ['accept', 'content-type'] : ['accept', 'content-type', 'authorization']) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

async function readBeginning(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; size < REFUSAL_MAX;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  void reader.cancel().catch(() => undefined);
  return text;
}
