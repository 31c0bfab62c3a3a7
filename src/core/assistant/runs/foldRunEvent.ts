import type { Message } from '../../../contracts/conversation.ts';
import type { RunEvent } from '../../../contracts/run.ts';

/** What a run says before its end. */
export type OngoingEvent = Exclude<RunEvent, { type: 'ended' }>;

/** The answer as it stands after one more event. */
export function foldRunEvent(message: Message, event: RunEvent): Message {
  switch (event.type) {
    case 'agentChosen':
      return { ...message, agent: event.agent };
    case 'textAdded':
      return { ...message, content: message.content + event.text };
    case 'textReset':
      return { ...message, content: '' };
    case 'stepChanged':
      return { ...message, steps: replaceOrAdd(message.steps, event.step, (step) => step.id) };
    case 'sourceFound':
      return { ...message, sources: replaceOrAdd(message.sources, event.source, (source) => source.number) };
    case 'suggested':
      return { ...message, suggestionIds: replaceOrAdd(message.suggestionIds, event.suggestionId, (id) => id) };
    case 'fellBack':
      return {
        ...message,
        fallbacks: [...message.fallbacks, { provider: event.from, code: event.code }],
        fallbackFrom: message.fallbackFrom ?? event.from,
      };
    case 'ended':
      return event.message;
  }
}

/** The same events with neighbouring pieces of text in one. */
export function joinTexts<Event extends RunEvent>(
  events: readonly Event[],
): (Event | { type: 'textAdded'; text: string })[] {
  const joined: (Event | { type: 'textAdded'; text: string })[] = [];
  let pieces: string[] = [];
  const endText = (): void => {
    if (pieces.length > 0) joined.push({ type: 'textAdded', text: pieces.join('') });
    pieces = [];
  };
  for (const event of events) {
    if (event.type === 'textAdded') {
      pieces.push(event.text);
    } else {
      endText();
      joined.push(event);
    }
  }
  endText();
  return joined;
}

function replaceOrAdd<Item>(items: readonly Item[], item: Item, keyOf: (item: Item) => unknown): Item[] {
  const index = items.findIndex((candidate) => keyOf(candidate) === keyOf(item));
  return index === -1 ? [...items, item] : items.with(index, item);
}
