import { ChatAnthropic } from '@langchain/anthropic';
import { functionsOf, type Wire } from './wire.ts';

/** Anthropic's messages (https://docs.anthropic.com/en/api/messages). */
export const anthropic: Wire = {
  keyHeader: (key) => ['x-api-key', key],
  headers: [['anthropic-version', '2023-06-01']],
  streamType: 'text/event-stream',
  end: /"type": ?"message_stop"/u,
  // Its counts are running totals (https://docs.anthropic.com/en/docs/build-with-claude/streaming).
  countsAll: true,
  async stream({ baseUrl, model, fetch }, messages, { tools, toolChoice, signal }) {
    const chat = new ChatAnthropic({
      model,
      apiKey: 'none',
      anthropicApiUrl: baseUrl,
      maxRetries: 0,
      streaming: true,
      clientOptions: { fetch, logLevel: 'off' },
    });
    // A conversation with calls in it is refused where the tools are not named, so they are, even if none may be called.
    return chat.stream([...messages], {
      signal,
      ...(tools.length === 0 ? {} : { tools: functionsOf(tools), tool_choice: toolChoice }),
    });
  },
};
