/**
 * The token for scripts, which no process started from here needs to know: it goes from the environment. Undefined where
 * there is none, null where it could not be sent in a header.
 */
export function takeApiToken(environment: NodeJS.ProcessEnv): string | null | undefined {
  const token = environment['ADIUVA_API_TOKEN']?.trim();
  Reflect.deleteProperty(environment, 'ADIUVA_API_TOKEN');
  if (token === undefined || token === '') return undefined;
  return /^[\x21-\x7e]+$/u.test(token) ? token : null;
}
