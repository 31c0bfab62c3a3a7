import { tmpdir } from 'node:os';
import { join } from 'node:path';

const forbidden =
  /^(?:ADIUVA|OPENAI|ANTHROPIC|GOOGLE|GEMINI|MISTRAL|GROQ|CEREBRAS|OPENROUTER|GITHUB_TOKEN|OLLAMA|LMSTUDIO|LANGSMITH|LANGCHAIN|LANGGRAPH)(?:_|$)/u;

/** What a developer sets for the tests themselves. */
const kept = new Set(['ADIUVA_CHROMIUM', 'ADIUVA_CORPORA']);

/**
 * Removes from an environment what could lead a test to real data, accounts or models, and points the default
 * workspace at a folder below the system's temporary one. Keeps ADIUVA_CHROMIUM and ADIUVA_CORPORA.
 */
export function clearEnvironment(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment)) {
    if (forbidden.test(name) && !kept.has(name)) Reflect.deleteProperty(environment, name);
  }
  environment['ADIUVA_HOME'] = join(tmpdir(), `adiuva-tests-${process.pid}`, 'home');
}
