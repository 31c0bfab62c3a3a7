import type { Fallback, Message, Source, Step } from '../../../contracts/conversation.ts';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { RunEvent } from '../../../contracts/run.ts';

/** What a run has said so far; the same after a late join as for who listened from the start. */
export interface RunAnswer {
  readonly agent: string | null;
  readonly text: string;
  readonly steps: Step[];
  readonly sources: Source[];
  readonly suggestionIds: SuggestionId[];
  /** Those that failed so far. */
  readonly fallbacks: Fallback[];
  /** The message as it is kept, once the run is over. */
  readonly ended: Message | null;
}

export const emptyAnswer: RunAnswer = {
  agent: null,
  text: '',
  steps: [],
  sources: [],
  suggestionIds: [],
  fallbacks: [],
  ended: null,
};

/** One event of a run added to what was said before. Nothing is added after the end. */
export function foldRun(answer: RunAnswer, event: RunEvent): RunAnswer {
  if (answer.ended !== null) return answer;
  switch (event.type) {
    case 'agentChosen':
      return { ...answer, agent: event.agent };
    case 'textAdded':
      return { ...answer, text: answer.text + event.text };
    case 'textReset':
      return { ...answer, text: '' };
    case 'stepChanged':
      return { ...answer, steps: replaceBy(answer.steps, event.step, (step) => step.id === event.step.id) };
    case 'sourceFound': {
      const { source } = event;
      const sources = replaceBy(answer.sources, source, ({ number }) => number === source.number);
      return { ...answer, sources: sources.toSorted((one, other) => one.number - other.number) };
    }
    case 'suggested':
      if (answer.suggestionIds.includes(event.suggestionId)) return answer;
      return { ...answer, suggestionIds: [...answer.suggestionIds, event.suggestionId] };
    case 'fellBack':
      return { ...answer, fallbacks: [...answer.fallbacks, { provider: event.from, code: event.code }] };
    case 'ended':
      return { ...answer, ended: event.message };
  }
}

function replaceBy<Item>(items: readonly Item[], item: Item, isSame: (other: Item) => boolean): Item[] {
  const place = items.findIndex(isSame);
  return place < 0 ? [...items, item] : items.with(place, item);
}

/** A kept message that still streams, with what its run has said since. */
export function showRun(message: Message, answer: RunAnswer | null): Message {
  if (answer === null) return message;
  if (answer.ended !== null) return answer.ended;
  return {
    ...message,
    agent: answer.agent ?? message.agent,
    content: answer.text,
    // The same lists as long as nothing is added to them: what is drawn from them stays.
    steps: answer.steps,
    sources: answer.sources,
    suggestionIds: answer.suggestionIds,
    fallbacks: answer.fallbacks,
    fallbackFrom: answer.fallbacks[0]?.provider ?? message.fallbackFrom,
  };
}
