import type { Message, Scope } from '../../contracts/conversation.ts';
import type { Agent } from './agents/agent.ts';
import { basePrompt } from './agents/prompts/basePrompt.ts';
import { blocksPrompt } from './agents/prompts/blocksPrompt.ts';
import { CitationFilter } from './citations.ts';
import { type AboutUser, describeUser } from './describeUser.ts';
import type { ModelMessage } from './models/modelRequest.ts';
import type { ReadRecord } from './records.ts';

/** Earlier messages that a model is shown, newest first, as long as they fit. UTF-16 code units. */
const HISTORY_MAX = 24_000;

/** The system message: who the model is, what its answers can show, whom it helps, what day it is, what the conversation is about, what was recalled. */
export function composePrompt(given: {
  agent: Agent;
  today: string;
  user: AboutUser;
  scope: Scope;
  scopeRecord: ReadRecord | null;
  recalled: string;
  /** Whether there is room to tell what an answer can show beside words. */
  canShow: boolean;
}): string {
  const { agent, today, user, scope, scopeRecord } = given;
  const about =
    scope.kind === 'workspace' || scopeRecord === null
      ? 'The question is about the whole workspace.'
      : `The question is asked on a ${scope.kind}: "this" is the first record below.`;
  return [
    basePrompt.text,
    given.canShow ? blocksPrompt.text : '',
    agent.prompt.text,
    describeUser(user),
    `Today is ${weekdayName(today)}, ${today}.`,
    about,
    given.recalled === ''
      ? 'No record was found for the question.'
      : `Records found for the question:\n${given.recalled}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The conversation before the question, oldest first: whole messages, as many of the newest as there is room for. */
export function composeHistory(newestFirst: readonly Pick<Message, 'role' | 'content' | 'state'>[]): ModelMessage[] {
  const messages: ModelMessage[] = [];
  let room = HISTORY_MAX;
  for (const { role, content, state } of newestFirst) {
    if (content === '' || state === 'streaming' || state === 'failed') continue;
    room -= content.length;
    if (room < 0) break;
    // Numbers of another answer's sources mean something else in this one.
    messages.unshift(role === 'user' ? { role, text: content } : { role, text: withoutCitations(content), calls: [] });
  }
  return messages;
}

/** Code stays: a list of figures in it is no citation. */
function withoutCitations(text: string): string {
  const filter = new CitationFilter(() => false);
  return filter.push(text) + filter.end();
}

/** The English name of a day's weekday. */
export function weekdayName(day: string): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
