import type { Message } from '../../../contracts/conversation.ts';
import type { ConversationId, RunId } from '../../../contracts/ids.ts';
import type { RunEvent } from '../../../contracts/run.ts';
import { foldRunEvent, joinTexts, type OngoingEvent } from './foldRunEvent.ts';

/** A run that this process works on: what it has said, for any number of readers, and the way to end it. */
export class LiveRun {
  readonly id: RunId;
  readonly conversationId: ConversationId;
  readonly #abort = new AbortController();
  readonly #events: RunEvent[];
  #unwritten: OngoingEvent[] = [];
  #message: Message;
  #isClosed = false;
  #changed = Promise.withResolvers<void>();

  constructor(id: RunId, conversationId: ConversationId, message: Message, written: readonly OngoingEvent[]) {
    this.id = id;
    this.conversationId = conversationId;
    this.#events = [...written];
    this.#message = written.reduce(foldRunEvent, message);
  }

  /** Aborts when the run is stopped, discarded or put aside by the end of the program. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The answer as far as it has come. */
  get message(): Message {
    return this.#message;
  }

  /** After this nothing is added: what a provider still sends goes nowhere. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  emit(event: OngoingEvent): void {
    if (this.#isClosed) return;
    this.#unwritten.push(event);
    this.#add(event);
  }

  /** Closes with the answer as it is kept. */
  end(message: Message): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#add({ type: 'ended', message });
    this.#abort.abort();
  }

  /** Closes without an end: the run goes on at the next start, or its conversation is gone. */
  leave(): void {
    this.#isClosed = true;
    this.#abort.abort();
    this.#wake();
  }

  /** Hands over what has not been written to the database, text in one piece. */
  takeUnwritten(): OngoingEvent[] {
    const events = joinTexts(this.#unwritten);
    this.#unwritten = [];
    return events;
  }

  /** Takes back what could not be written. */
  returnUnwritten(events: readonly OngoingEvent[]): void {
    this.#unwritten.unshift(...events);
  }

  /** Everything from the beginning, then what comes, until the end or until `signal` aborts. */
  async *read(signal: AbortSignal): AsyncGenerator<RunEvent, void, undefined> {
    let next = this.#events.length;
    for (const event of joinTexts(this.#events)) {
      if (signal.aborted) return;
      yield event;
    }
    const left = Promise.withResolvers<void>();
    const leave = (): void => left.resolve();
    signal.addEventListener('abort', leave, { once: true });
    try {
      while (!signal.aborted) {
        const event = this.#events[next];
        if (event !== undefined) {
          next += 1;
          yield event;
        } else if (this.#isClosed) {
          return;
        } else {
          await Promise.race([this.#changed.promise, left.promise]);
        }
      }
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #add(event: RunEvent): void {
    this.#events.push(event);
    this.#message = foldRunEvent(this.#message, event);
    this.#wake();
  }

  #wake(): void {
    const { resolve } = this.#changed;
    this.#changed = Promise.withResolvers();
    resolve();
  }
}
