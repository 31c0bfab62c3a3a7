import type { ReadyProvider } from './providers.ts';

/**
 * Ollama keeps as many tokens as it is told to, takes memory for each, and drops the beginning of what is longer without
 * a word (https://docs.ollama.com/context-length). So it is told, and no more is sent.
 */
const OLLAMA_WINDOW = 16_384;

/** How many tokens a question with its answer may have; null where that is not known. */
export function contextWindowOf({ kind, capabilities }: Pick<ReadyProvider, 'kind' | 'capabilities'>): number | null {
  if (kind !== 'ollama') return capabilities.contextLength;
  return Math.min(capabilities.contextLength ?? OLLAMA_WINDOW, OLLAMA_WINDOW);
}
