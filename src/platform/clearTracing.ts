/** LangChain's libraries would send what they do to a service of their makers where these are set. */
export function clearTracing(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment)) {
    if (/^(?:LANGSMITH|LANGCHAIN)_/u.test(name)) Reflect.deleteProperty(environment, name);
  }
}
