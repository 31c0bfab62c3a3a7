import { z } from 'zod';
import { argumentsOf, type ModelCall, type ModelMessage, type ModelRequest, type ModelTool } from './modelRequest.ts';

/**
 * A request without tools that means the same: for a model, or a server, that knows none. What it may call stands in its
 * instructions, and what it called before stands in the conversation as it would have written it.
 */
export function withCallsInText({ messages, tools, toolChoice }: ModelRequest): ModelRequest {
  const names = new Map(
    messages
      .flatMap((message) => (message.role === 'assistant' ? message.calls : []))
      .map(({ id, name }) => [id, name]),
  );
  const written = messages.map((message): ModelMessage => {
    switch (message.role) {
      case 'assistant': {
        const calls = message.calls.map((call) => JSON.stringify({ tool: call.name, arguments: argumentsOf(call) }));
        return {
          role: 'assistant',
          text: [message.text, ...calls].filter((text) => text !== '').join('\n'),
          calls: [],
        };
      }
      case 'tool':
        return { role: 'user', text: `Result of ${names.get(message.callId) ?? 'the tool'}:\n${message.text}` };
      case 'system':
      case 'user':
        return message;
    }
  });
  const explained = tools.length === 0 ? [] : [{ role: 'system' as const, text: explain(tools, toolChoice) }];
  const isSystem = (message: ModelMessage): boolean => message.role === 'system';
  return {
    messages: [
      ...joined([...written.filter(isSystem), ...explained]),
      ...joined(written.filter((message) => !isSystem(message))),
    ],
    tools: [],
    toolChoice: 'none',
  };
}

function explain(tools: readonly ModelTool[], toolChoice: ModelRequest['toolChoice']): string {
  if (toolChoice === 'none') return 'Answer now, in plain words. Do not write JSON.';
  return [
    'You can use tools. To use one, answer with one JSON object and nothing else:',
    '{"tool": "its name", "arguments": {}}',
    'Several at once: one such object on each line. You then get the results and go on. When you know enough, answer in plain words, without JSON.',
    'The tools, with the JSON Schema of their arguments:',
    ...tools.map(({ name, description, parameters }) => `${name}: ${description} ${JSON.stringify(parameters)}`),
  ].join('\n');
}

/** Some servers refuse two messages of one role in a row. */
function joined(messages: readonly ModelMessage[]): ModelMessage[] {
  const result: ModelMessage[] = [];
  for (const message of messages) {
    const last = result.at(-1);
    if (last?.role === message.role) result[result.length - 1] = { ...last, text: `${last.text}\n\n${message.text}` };
    else result.push(message);
  }
  return result;
}

/** So much is held back at most while it may still become a call. UTF-16 code units. */
const HELD_MAX = 200_000;
const callSchema = z.object({ tool: z.string().min(1), arguments: z.record(z.string(), z.json()).default({}) });

/**
 * Reads an answer in which calls are written as text. What may be a call, from a line that begins with a brace or a
 * fence, is held back until it can be told; all else is passed on as it comes.
 */
export class CallsInTextReader {
  readonly #names: ReadonlySet<string>;
  #held = '';
  #isHolding = false;
  /** Whether what comes next begins a line. */
  #atStart = true;

  constructor(tools: readonly Pick<ModelTool, 'name'>[]) {
    this.#names = new Set(tools.map((tool) => tool.name));
  }

  /** The part of the text so far that is surely said to the user. */
  push(piece: string): string {
    this.#held += piece;
    let said = '';
    while (!this.#isHolding && this.#held !== '') {
      const begin = this.#atStart ? /^\s*(?=\S)/u.exec(this.#held) : null;
      if (this.#atStart && begin === null) break;
      if (begin !== null && mayBeginCall(this.#held.slice(begin[0].length))) {
        this.#isHolding = true;
        break;
      }
      const end = this.#held.indexOf('\n', begin?.[0].length ?? 0);
      said += end === -1 ? this.#held : this.#held.slice(0, end + 1);
      this.#atStart = end !== -1;
      this.#held = end === -1 ? '' : this.#held.slice(end + 1);
    }
    if (this.#held.length > HELD_MAX) {
      said += this.#held;
      this.#held = '';
      this.#isHolding = this.#atStart = false;
    }
    return said;
  }

  /** What is left of the text, and the calls that were in it. */
  end(): { text: string; calls: ModelCall[] } {
    const calls = this.#isHolding ? this.#readCalls() : [];
    return calls.length > 0 ? { text: '', calls } : { text: this.#held, calls };
  }

  #readCalls(): ModelCall[] {
    return objectsOf(this.#held)
      .flatMap((value) => {
        const { data } = callSchema.safeParse(value);
        return data === undefined || !this.#names.has(data.tool) ? [] : [data];
      })
      .map((call, index) => ({
        id: `call${String(index).padStart(5, '0')}`,
        name: call.tool,
        arguments: JSON.stringify(call.arguments),
      }));
  }
}

function mayBeginCall(line: string): boolean {
  return /^(?:\{|\[\s*(?:\{|$)|`{1,2}$|```(?:[a-z_]*\s*(?:[{[]|$)))/u.test(line);
}

/** Every JSON object at the outermost level of a text, those of an array too. */
function objectsOf(text: string): unknown[] {
  const objects: unknown[] = [];
  let depth = 0;
  let from = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isString) {
      if (character === '\\') index += 1;
      else if (character === '"') isString = false;
    } else if (character === '"' && depth > 0) isString = true;
    else if (character === '{') {
      if (depth === 0) from = index;
      depth += 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      if (depth === 0) objects.push(parsed(text.slice(from, index + 1)));
    }
  }
  return objects;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
