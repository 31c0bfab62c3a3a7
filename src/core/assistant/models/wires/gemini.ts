import { AIMessage } from '@langchain/core/messages';
import { ChatGoogle } from '@langchain/google';
import { argumentsOf } from '../modelRequest.ts';
import { functionsOf, type Wire } from './wire.ts';

/** Google's Gemini API (https://ai.google.dev/api/generate-content). */
export const gemini: Wire = {
  keyHeader: (key) => ['x-goog-api-key', key],
  headers: [],
  streamType: 'text/event-stream',
  end: /"finishReason": ?"/u,
  async stream({ baseUrl, model, fetch }, messages, { tools, toolChoice, signal }) {
    const chat = new ChatGoogle({
      model,
      platformType: 'gai',
      endpoint: baseUrl,
      maxRetries: 0,
      streaming: true,
      apiClient: {
        hasApiKey: () => true,
        getProjectId: () => Promise.reject(new Error('there is no project')),
        fetch: async (request) =>
          fetch(request.url, {
            method: request.method,
            headers: request.headers,
            body: await request.text(),
            signal: request.signal,
          }),
      },
    });
    return chat.stream([...messages], {
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
