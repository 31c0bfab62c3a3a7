/** The codes that say why a provider did not answer. */
const PROVIDER_CODES = [
  'providerUnreachable',
  'providerNotAnApi',
  'providerKeyRefused',
  'providerKeyMissing',
  'providerModelMissing',
  'providerRateLimited',
  'providerFailed',
  'providerTimeout',
] as const;

/** A kept code as one of a provider's; null where it is none. */
export function providerReasonOf(code: string): (typeof PROVIDER_CODES)[number] | null {
  return PROVIDER_CODES.find((known) => known === code) ?? null;
}
