import { ChatOpenAICompletions } from '@langchain/openai';
import { z } from 'zod';
import { bearer, functionsOf, type Wire } from './wire.ts';

const wholeSchema = z.looseObject({
  id: z.string().default('whole'),
  choices: z
    .array(
      z.looseObject({
        message: z.looseObject({
          content: z.string().nullish(),
          tool_calls: z.array(z.looseObject({})).nullish(),
        }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.unknown().optional(),
});

/** OpenAI's chat completions (https://platform.openai.com/docs/api-reference/chat), which most servers speak. */
export const chatCompletions: Wire = {
  keyHeader: bearer,
  headers: [],
  streamType: 'text/event-stream',
  end: /data: ?\[DONE\]|"finish_reason": ?"/u,
  countsAll: false,
  wholeAsStream(text) {
    const whole = wholeSchema.safeParse(parse(text)).data;
    const choice = whole?.choices[0];
    if (whole === undefined || choice === undefined) return null;
    const { message, finish_reason } = choice;
    const delta = {
      role: 'assistant',
      content: message.content ?? '',
      ...(message.tool_calls == null
        ? {}
        : { tool_calls: message.tool_calls.map((call, index) => ({ index, ...call })) }),
    };
    const base = { id: whole.id, object: 'chat.completion.chunk', created: 0, model: '' };
    const events = [
      { ...base, choices: [{ index: 0, delta, finish_reason: finish_reason ?? 'stop' }] },
      ...(whole.usage === undefined ? [] : [{ ...base, choices: [], usage: whole.usage }]),
    ];
    return [...events.map((event) => JSON.stringify(event)), '[DONE]'].map((data) => `data: ${data}\n\n`).join('');
  },
  stream({ baseUrl, model, fetch }, messages, { tools, toolChoice, signal }) {
    // The class behind ChatOpenAI that speaks chat completions alone: for some model names ChatOpenAI turns to another
    // API, which only OpenAI's own servers have.
    const chat = new ChatOpenAICompletions({
      model,
      // The packages insist on a key; ours travels in the header that our fetch writes.
      apiKey: 'none',
      maxRetries: 0,
      streaming: true,
      configuration: {
        baseURL: baseUrl,
        fetch,
        // Else the environment could add an organisation's name to requests for any server.
        organization: null,
        project: null,
        logLevel: 'off',
      },
    });
    return chat.stream([...messages], {
      signal,
      ...(tools.length === 0 ? {} : { tools: functionsOf(tools), tool_choice: toolChoice }),
    });
  },
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
