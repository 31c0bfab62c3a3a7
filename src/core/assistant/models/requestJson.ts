import { AdiuvaError } from '../../../contracts/errors.ts';
import { readText } from './createModelFetch.ts';
import { errorOfResponse, providerErrorOf } from './errors.ts';
import type { WireTransport } from './wires/wire.ts';

/** Bytes of one answer: OpenRouter's list of models is the longest known, well under a megabyte. */
const ANSWER_MAX = 8 * 1024 * 1024;

export interface JsonRequest {
  readonly transport: Pick<WireTransport, 'keyHeader' | 'headers'>;
  readonly key: string | null;
  /** For errors. */
  readonly model: string;
  readonly signal: AbortSignal;
  /** Sent by POST; absent: a GET. */
  readonly body?: unknown;
  /** Milliseconds. */
  readonly within: number;
}

/**
 * Asks a model server something beside answers: its models, say. No redirect is followed.
 * @throws AdiuvaError one of the provider codes; what `signal` gives as its reason
 */
export async function requestJson(url: string, request: JsonRequest): Promise<unknown> {
  const asked = { host: new URL(url).host, model: request.model };
  const timeout = AbortSignal.timeout(request.within);
  const headers = new Headers(request.transport.headers.map(([name, value]): [string, string] => [name, value]));
  headers.set('user-agent', 'Adiuva');
  headers.set('accept', 'application/json');
  if (request.key !== null) headers.set(...request.transport.keyHeader(request.key));
  if (request.body !== undefined) headers.set('content-type', 'application/json');
  try {
    const response = await fetch(url, {
      method: request.body === undefined ? 'GET' : 'POST',
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, timeout]),
    });
    const { text, isCut } = await readText(response, ANSWER_MAX);
    if (!response.ok) throw errorOfResponse(response, text, asked);
    if (isCut) throw new AdiuvaError('providerFailed', { host: asked.host, status: response.status });
    return parse(text) ?? notAnApi(asked.host);
  } catch (error) {
    request.signal.throwIfAborted();
    if (timeout.aborted) {
      throw new AdiuvaError('providerTimeout', { host: asked.host, waited: request.within }, { cause: error });
    }
    throw providerErrorOf(error, asked);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notAnApi(host: string): never {
  throw new AdiuvaError('providerNotAnApi', { host });
}
