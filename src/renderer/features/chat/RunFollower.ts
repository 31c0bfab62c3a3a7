import type { RunId } from '../../../contracts/ids.ts';
import type { RunEvent } from '../../../contracts/run.ts';
import { emptyAnswer, foldRun, type RunAnswer } from './foldRun.ts';

export interface RunEventHandlers {
  /** Also again after a break: the run then comes from its beginning. */
  onStarted(): void;
  onData(event: RunEvent): void;
  onError(error: unknown): void;
}

export type SubscribeToRun = (runId: RunId, handlers: RunEventHandlers) => { unsubscribe(): void };

export interface RunNews {
  readonly answer: RunAnswer | null;
  readonly error: unknown;
}

const NOTHING: RunNews = { answer: null, error: null };
/** Words come faster than anyone reads: what arrives within this time is shown together, in milliseconds. */
const GATHER = 32;

/** Listens to a run while somebody looks, and folds what it says. */
export class RunFollower {
  readonly #runId: RunId;
  readonly #subscribeToRun: SubscribeToRun;
  readonly #listeners = new Set<() => void>();
  #subscription: { unsubscribe(): void } | null = null;
  #answer: RunAnswer = emptyAnswer;
  #shown: RunNews = NOTHING;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(runId: RunId, subscribeToRun: SubscribeToRun) {
    this.#runId = runId;
    this.#subscribeToRun = subscribeToRun;
  }

  getNews = (): RunNews => this.#shown;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#subscription === null && this.#answer.ended === null) this.#join();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#leave();
    };
  };

  #join(): void {
    this.#answer = emptyAnswer;
    this.#subscription = this.#subscribeToRun(this.#runId, {
      onStarted: () => {
        this.#answer = emptyAnswer;
      },
      onData: (event) => {
        this.#answer = foldRun(this.#answer, event);
        if (event.type === 'ended') this.#show();
        else this.#timer ??= setTimeout(() => this.#show(), GATHER);
      },
      onError: (error) => {
        this.#shown = { ...this.#shown, error };
        this.#emit();
      },
    });
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }

  #show(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shown = { answer: this.#answer, error: null };
    this.#emit();
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}
