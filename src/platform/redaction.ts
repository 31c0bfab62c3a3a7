const HIDDEN = '[redacted]';

/** Names of fields whose value is nobody's business, wherever they lie: `key`, `apiKey`, `accessToken`, `Set-Cookie`. */
const secretName =
  /^(?:.*(?:password|passphrase|secret|token|cookie|credential|phrase)s?|authorization|.*(?:api|access|private|data)[-_]?key|key)$/iu;

/** Secrets inside a text: headers, the start address, keys of model providers by their usual beginnings. */
const secretTexts: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{4,}/giu, `$1 ${HIDDEN}`],
  [/([?&](?:token|key|api_key|access_token)=)[^&\s"'<>]+/giu, `$1${HIDDEN}`],
  [/\b(?:sk|pk|rk|gsk|csk|xai|ghp|gho|github_pat|hf)[-_][\w-]{8,}/giu, HIDDEN],
  [/\bAIza[\w-]{20,}/gu, HIDDEN],
  [/(:\/\/)[^\s/:@]+:[^\s/@]+@/gu, `$1${HIDDEN}@`],
];

const DEPTH_MAX = 6;
const ENTRIES_MAX = 50;
const TEXT_MAX = 8_000;

/** A value as the log may keep it: no secrets, errors with stack and causes, of bounded size. */
export function toLoggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MAX) return '[deeper]';
  if (value instanceof Error) return errorToLoggable(value, depth);
  if (Array.isArray(value)) return value.slice(0, ENTRIES_MAX).map((entry) => toLoggable(entry, depth + 1));
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, ENTRIES_MAX)
      .map(([name, entry]) => [name, isSecret(name, entry) ? HIDDEN : toLoggable(entry, depth + 1)]),
  );
}

/** Numbers are none: `promptTokens` is a count. */
function isSecret(name: string, value: unknown): boolean {
  return (typeof value === 'string' || (typeof value === 'object' && value !== null)) && secretName.test(name);
}

export function redactText(text: string): string {
  // Cut first: what is cut away needs no search.
  const cut = text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}[${text.length - TEXT_MAX} more]` : text;
  return secretTexts.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), cut);
}

function errorToLoggable(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  return {
    name,
    message: redactText(message),
    ...('code' in error ? { code: toLoggable(error.code, depth + 1) } : {}),
    ...(stack === undefined ? {} : { stack: redactText(stack) }),
    ...(cause === undefined ? {} : { cause: toLoggable(cause, depth + 1) }),
    ...(error instanceof AggregateError ? { errors: toLoggable(error.errors, depth + 1) } : {}),
  };
}
