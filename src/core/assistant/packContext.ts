import { estimateTokenCount } from 'tokenx';
import type { ModelMessage, ModelTool } from './models/modelRequest.ts';

/** Everything that a question could take along. */
export interface ContextParts {
  /** What goes in any case: the rules, the agent's prompt, the day. */
  readonly instructions: string;
  readonly question: string;
  readonly tools: readonly ModelTool[];
  /** Records, the most relevant first, each whole. */
  readonly recalled: readonly string[];
  /** The conversation before the question, oldest first. */
  readonly history: readonly ModelMessage[];
  /** The calls of this run and what came of them, oldest first. */
  readonly rounds: readonly (readonly ModelMessage[])[];
}

export type PackedContext = Pick<ContextParts, 'recalled' | 'history' | 'rounds'>;

/** Of the window, as long as that is little; for the answer. Tokens. */
const ANSWER_MAX = 4_096;
/** An estimate may be so much too low: it knows no model's own tokens. */
const SAFETY = 1.15;
/** The tools may take one part in so many of the window. */
const TOOLS_SHARE = 4;
const LEFT_OUT = 'There was no room left for this result. Call the tool again if you still need it.';

/** The tools that a window has room for, the agent's first ones first: records are worth more than the last tool. */
export function packTools(tools: readonly ModelTool[], window: number | null): readonly ModelTool[] {
  if (window === null) return tools;
  let room = window / TOOLS_SHARE;
  const end = tools.findIndex((tool) => (room -= tokensOf(JSON.stringify(tool))) < 0);
  return end === -1 ? tools : tools.slice(0, end);
}

/**
 * What fits into a model's window, by relevance: what its last calls found, then the records that have most to do with
 * the question, then the conversation from its end, then older calls. Nothing is cut: a record, a message or a result is
 * there whole or not at all.
 * @param window tokens; null where it is not known, and then everything goes
 */
export function packContext(parts: ContextParts, window: number | null): PackedContext {
  const { recalled, history, rounds } = parts;
  if (window === null) return { recalled, history, rounds };
  const fixed = [parts.instructions, parts.question, parts.tools.length === 0 ? '' : JSON.stringify(parts.tools)];
  let room = window - Math.min(window / 4, ANSWER_MAX) - sum(fixed.map(tokensOf));
  const take = (tokens: number): boolean => {
    if (tokens > room) return false;
    room -= tokens;
    return true;
  };
  // A call and its result belong together in every format, so only the result's text can be left out.
  const kept = rounds.map((round) => round.map(withoutResult));
  room -= sum(kept.flat().map(tokensOfMessage));
  const bringBack = (number: number): void => {
    for (const [index, message] of (rounds[number] ?? []).entries()) {
      const without = kept[number]?.[index];
      if (without === undefined || without === message) continue;
      if (take(tokensOfMessage(message) - tokensOfMessage(without))) kept[number]?.splice(index, 1, message);
    }
  };
  bringBack(rounds.length - 1);
  const records = recalled.filter((record) => take(tokensOf(record)));
  const messages: ModelMessage[] = [];
  for (const message of history.toReversed()) {
    if (!take(tokensOfMessage(message))) break;
    messages.unshift(message);
  }
  for (let number = rounds.length - 2; number >= 0; number -= 1) bringBack(number);
  // An answer without its question says nothing.
  while (messages[0]?.role === 'assistant') messages.shift();
  return { recalled: records, history: messages, rounds: kept };
}

function withoutResult(message: ModelMessage): ModelMessage {
  return message.role === 'tool' && message.text.length > LEFT_OUT.length ? { ...message, text: LEFT_OUT } : message;
}

function tokensOfMessage(message: ModelMessage): number {
  const calls = message.role === 'assistant' && message.calls.length > 0 ? JSON.stringify(message.calls) : '';
  return tokensOf(message.text) + tokensOf(calls);
}

function tokensOf(text: string): number {
  return Math.ceil(estimateTokenCount(text) * SAFETY);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
