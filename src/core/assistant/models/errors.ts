import { z } from 'zod';
import { AdiuvaError, type ErrorCode } from '../../../contracts/errors.ts';

const PROVIDER_CODES: ReadonlySet<ErrorCode> = new Set([
  'providerUnreachable',
  'providerNotAnApi',
  'providerKeyRefused',
  'providerKeyMissing',
  'providerModelMissing',
  'providerRateLimited',
  'providerFailed',
  'providerTimeout',
]);

/** Whether an error is the provider's and the offline one can step in. */
export function isProviderError(error: unknown): error is AdiuvaError {
  return error instanceof AdiuvaError && PROVIDER_CODES.has(error.code);
}

/** Whoever is asked, as errors name it. */
export interface Asked {
  readonly host: string;
  readonly model: string;
}

/**
 * What any layer between us and the provider threw, as one of the provider's codes. An error of ours further down the
 * chain of causes wins: the packages in between wrap what our own `fetch` throws.
 */
export function providerErrorOf(error: unknown, { host }: Asked): AdiuvaError {
  for (const link of chainOf(error)) if (isProviderError(link)) return link;
  for (const link of chainOf(error)) {
    const code = systemCodeOf(link);
    // fetch refuses some ports outright (https://fetch.spec.whatwg.org/#port-blocking), with a message alone.
    const isRefusedPort = link instanceof Error && link.message === 'bad port';
    if (isRefusedPort || (code !== null && UNREACHABLE.test(code)))
      return new AdiuvaError('providerUnreachable', { host }, { cause: error });
    if (code !== null && NOT_HTTP.test(code)) return new AdiuvaError('providerNotAnApi', { host }, { cause: error });
  }
  return new AdiuvaError('providerFailed', { host, status: null }, { cause: error });
}

/** Node's and undici's codes for "no connection": names, routes, refusals and certificates. */
const UNREACHABLE =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ETIMEDOUT|EPIPE|EPROTO|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|ERR_TLS_\w+|ERR_SSL_\w+)$/u;
const NOT_HTTP = /^(?:HPE_\w+|UND_ERR_RESPONSE_\w+)$/u;

const DEPTH_MAX = 8;
function* chainOf(error: unknown): Generator {
  let link = error;
  for (let depth = 0; depth < DEPTH_MAX && link !== undefined && link !== null; depth += 1) {
    yield link;
    if (link instanceof AggregateError) yield* link.errors;
    link = link instanceof Error ? link.cause : undefined;
  }
}

function systemCodeOf(link: unknown): string | null {
  return link instanceof Error && 'code' in link && typeof link.code === 'string' ? link.code : null;
}

const problemSchema = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string().nullish(),
      code: z.union([z.string(), z.number()]).nullish(),
      type: z.string().nullish(),
    }),
  ]),
});
/** Ollama, vLLM and llama.cpp of a model, or a server, that is not set up for tools. */
const TOOLS_REFUSED =
  /(?:does not|doesn't|not) support (?:tool|function)|tool[ _]choice\b.*\brequires\b|\btools? param requires\b/iu;
/** Gemini says so with status 400. */
const KEY_REFUSED = /api[ _]key not valid|API_KEY_INVALID/iu;
const MODEL_MISSING =
  /models?\b.{0,200}?(?:not found|not exist|not available|not loaded|unknown)|(?:unknown|invalid|no such|not a valid) model|try pulling it|no models? loaded/isu;

/**
 * An answer that is no stream of a model's, as a code. `body` is its beginning. The texts of the refusals are those of
 * OpenAI, Anthropic, Gemini, Ollama, LM Studio, OpenRouter, vLLM and llama.cpp.
 */
export function errorOfResponse(
  response: { status: number; headers: Headers },
  body: string,
  { host, model }: Asked,
): AdiuvaError {
  const { status, headers } = response;
  if (status === 401 || status === 403) return new AdiuvaError('providerKeyRefused', { host });
  if (status === 429) return new AdiuvaError('providerRateLimited', { host, ...retryAfterOf(headers) });
  const problem = problemOf(body);
  if (status >= 400 && problem !== null && TOOLS_REFUSED.test(problem.text)) {
    return new AdiuvaError('providerFailed', { host, status, reason: 'tools' });
  }
  if (problem !== null && KEY_REFUSED.test(problem.text)) return new AdiuvaError('providerKeyRefused', { host });
  if (status >= 500) return new AdiuvaError('providerFailed', { host, status });
  if (problem !== null && (problem.code === 'model_not_found' || isModelMissing(problem))) {
    return new AdiuvaError('providerModelMissing', { host, model });
  }
  // A redirect, a page, a path that is not there, or JSON of some other service.
  if (status < 400 || status === 404 || status === 405 || problem === null)
    return new AdiuvaError('providerNotAnApi', { host });
  return new AdiuvaError('providerFailed', { host, status });
}

/** Anthropic only names the model that it does not find. */
function isModelMissing({ text, type }: Problem): boolean {
  return MODEL_MISSING.test(text) || (type === 'not_found_error' && text.startsWith('model:'));
}

interface Problem {
  readonly text: string;
  readonly code: string | null;
  readonly type: string | null;
}

function problemOf(body: string): Problem | null {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  // Gemini puts it into a list.
  const parsed = problemSchema.safeParse(Array.isArray(json) ? json[0] : json);
  if (!parsed.success) return null;
  const { error } = parsed.data;
  if (typeof error === 'string') return { text: error, code: null, type: null };
  const { message, code, type } = error;
  return { text: message ?? '', code: code == null ? null : String(code), type: type ?? null };
}

/** Seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfterOf(headers: Headers): { retryAfter?: number } {
  const text = headers.get('retry-after');
  if (text === null) return {};
  const seconds = /^\d+$/u.test(text) ? Number(text) : Math.ceil((Date.parse(text) - Date.now()) / 1_000);
  return Number.isFinite(seconds) && seconds >= 0 ? { retryAfter: seconds } : {};
}
