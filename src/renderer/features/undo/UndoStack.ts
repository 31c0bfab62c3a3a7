import type { ChangeSetId } from '../../../contracts/ids.ts';

export interface Undoable {
  readonly changeSetId: ChangeSetId;
  /** What happened, as the toast says it: "“Call Rossi” deleted". */
  readonly message: string;
}

/** What became of one press: `refused` brings what the workspace said against it. */
export type UndoOutcome =
  | { readonly kind: 'done'; readonly change: Undoable }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly change: Undoable; readonly error: unknown };

interface UndoPort {
  /** Takes a change set back. Doing that to what an undo made does the change again. */
  undo: (changeSetId: ChangeSetId) => Promise<ChangeSetId>;
  /** `gone`: it was undone elsewhere. `unknown`: nobody answered, so it may be tried again. */
  judge: (error: unknown) => 'gone' | 'refused' | 'unknown';
}

const KEPT = 100;

/**
 * The changes of this window in their order, and those that were taken back. Presses are worked off one after another. A
 * change that cannot be taken back, because another came in since, leaves the stack: the next press takes the one before it.
 */
export class UndoStack {
  readonly #port: UndoPort;
  readonly #listeners = new Set<() => void>();
  #done: readonly Undoable[] = [];
  #undone: readonly Undoable[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(port: UndoPort) {
    this.#port = port;
  }

  /** What the next undo takes back. */
  get nextUndo(): Undoable | undefined {
    return this.#done.at(-1);
  }

  get nextRedo(): Undoable | undefined {
    return this.#undone.at(-1);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Something new was done: what was undone before it is not done again. */
  push(change: Undoable): void {
    this.#set([...this.#done, change].slice(-KEPT), []);
  }

  /** Takes back one change, or else the last one. */
  undo(change?: Undoable): Promise<UndoOutcome> {
    return this.#enqueue(async () => {
      const outcome = await this.#takeBack(() => change ?? this.nextUndo, change === undefined);
      if (outcome.kind === 'done') this.#set(this.#done, [...this.#undone, outcome.change].slice(-KEPT));
      return outcome;
    });
  }

  /** Does one undone change again, or else the last one. */
  redo(change?: Undoable): Promise<UndoOutcome> {
    return this.#enqueue(async () => {
      const outcome = await this.#takeBack(() => change ?? this.nextRedo, change === undefined);
      if (outcome.kind === 'done') this.#set([...this.#done, outcome.change].slice(-KEPT), this.#undone);
      return outcome;
    });
  }

  /** @returns the change with the id that takes it back to where it was */
  async #takeBack(next: () => Undoable | undefined, mayGoOn: boolean): Promise<UndoOutcome> {
    for (;;) {
      const change = next();
      if (change === undefined) return { kind: 'nothing' };
      try {
        const changeSetId = await this.#port.undo(change.changeSetId);
        this.#forget(change);
        return { kind: 'done', change: { ...change, changeSetId } };
      } catch (error) {
        const verdict = this.#port.judge(error);
        if (verdict !== 'unknown') this.#forget(change);
        if (verdict !== 'gone' || !mayGoOn) return { kind: 'refused', change, error };
      }
    }
  }

  #enqueue(work: () => Promise<UndoOutcome>): Promise<UndoOutcome> {
    const result = this.#queue.then(work);
    this.#queue = result;
    return result;
  }

  #forget({ changeSetId }: Undoable): void {
    const isOther = (candidate: Undoable): boolean => candidate.changeSetId !== changeSetId;
    this.#set(this.#done.filter(isOther), this.#undone.filter(isOther));
  }

  #set(done: readonly Undoable[], undone: readonly Undoable[]): void {
    this.#done = done;
    this.#undone = undone;
    for (const listener of this.#listeners) listener();
  }
}
