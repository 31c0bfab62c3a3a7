import { ChatOllama } from '@langchain/ollama';
import { bearer, functionsOf, type Wire } from './wire.ts';

/** Ollama's own API (https://docs.ollama.com/api/chat): a line of JSON for each piece. */
export const ollama: Wire = {
  keyHeader: bearer,
  headers: [],
  streamType: 'application/x-ndjson',
  end: /"done": ?true/u,
  countsAll: false,
  async stream({ baseUrl, model, fetch, contextWindow }, messages, { tools, toolChoice, signal }) {
    const chat = new ChatOllama({
      model,
      baseUrl,
      ...(contextWindow === null ? {} : { numCtx: contextWindow }),
      maxRetries: 0,
      streaming: true,
      // The package hands no signal on.
      fetch: (input, init) => fetch(input, { ...init, signal }),
    });
    return chat.stream([...messages], {
      signal,
      // It knows no way to forbid calls but to name no tools.
      ...(tools.length === 0 || toolChoice === 'none' ? {} : { tools: functionsOf(tools) }),
    });
  },
};
