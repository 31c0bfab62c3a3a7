import { AIMessage } from '@langchain/core/messages';
import { ChatGoogle } from '@langchain/google';
import { argumentsOf } from '../modelRequest.ts';
import { type Connection, functionsOf, type Wire } from './wire.ts';

/** The package's class with our `fetch` in it. */
class ChatGemini extends ChatGoogle {
  constructor({ baseUrl, model, fetch }: Pick<Connection, 'baseUrl' | 'model' | 'fetch'>) {
    super({ model, platformType: 'gai', apiKey: 'none', endpoint: baseUrl, maxRetries: 0 });
    this.apiClient.fetch = async (request) =>
      fetch(request.url, { method: request.method, body: await request.text(), signal: request.signal });
  }
}

/** Google's Gemini API (https://ai.google.dev/api/generate-content). */
export const gemini: Wire = {
  keyHeader: (key) => ['x-goog-api-key', key],
  headers: [],
  streamType: 'text/event-stream',
  end: /"finishReason": ?"/u,
  countsAll: false,
  async stream({ baseUrl, model, fetch }, messages, { tools, toolChoice, signal }) {
    return new ChatGemini({ baseUrl, model, fetch }).stream([...messages], {
      signal,
      ...(tools.length === 0 ? {} : { tools: functionsOf(tools), tool_choice: toolChoice }),
    });
  },
  /** Calls stand among the parts, each with the signature that came with it: without it newer models refuse them. */
  messageOf({ text, calls }) {
    return new AIMessage({
      content: [
        ...(text === '' ? [] : [{ type: 'text', text }]),
        ...calls.map((call) => ({
          type: 'functionCall',
          functionCall: { name: call.name, args: argumentsOf(call) },
          ...(call.signature === undefined ? {} : { thoughtSignature: call.signature }),
        })),
      ],
      // By these a result finds its call; the ids themselves are not sent.
      tool_calls: calls.map((call) => ({ type: 'tool_call', id: call.id, name: call.name, args: argumentsOf(call) })),
    });
  },
};
