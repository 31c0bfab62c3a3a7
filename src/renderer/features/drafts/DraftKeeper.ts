import { describeError, describeFields } from '../../i18n/describeError.ts';
import { errorDataOf } from '../../i18n/errorData.ts';

export interface Draft {
  readonly text: string;
  /** What was saved when the typing began, to tell a change elsewhere from one of another field. */
  readonly base: string;
  readonly state: 'typing' | 'saving' | 'failed' | 'conflict';
  /** Why it is not saved. */
  readonly problem: string | null;
}

/** Where a text goes: what its record says now, and how to change it. */
export interface DraftTarget {
  /** The field's name in the input, for its own problem. */
  readonly field: string;
  readonly saved: string;
  readonly version: number;
  /** Saves, and answers once it is kept. `expectedVersion` is absent where the user chose to overwrite. */
  readonly save: (text: string, expectedVersion: number | undefined) => Promise<unknown>;
}

/** How long a pause in typing is until it is saved by itself, in milliseconds. */
const PAUSE = 1_500;
/** How long the record is given to arrive anew after a conflict, in milliseconds. */
const READING = 200;

/**
 * One text that is typed and not saved yet. It outlives its field: a panel that is closed and opened again shows it.
 * A change of the same field elsewhere meanwhile is a conflict and the user's choice; one of another field is none.
 */
export class DraftKeeper {
  draft: Draft | undefined;
  #target: DraftTarget | undefined;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** What the record says now; told on each rendering of the field. */
  aimAt(target: DraftTarget): void {
    this.#target = target;
  }

  type(text: string): void {
    const { draft } = this;
    const isHeld = draft?.state === 'saving' || draft?.state === 'conflict';
    this.#put({
      text,
      base: draft?.base ?? this.#target?.saved ?? '',
      state: isHeld ? draft.state : 'typing',
      problem: null,
    });
    this.#saveAfter(PAUSE);
  }

  discard(): void {
    clearTimeout(this.#timer);
    this.#put(undefined);
  }

  /** Saves what is typed, if it differs. `isForced`: also over a change of the same text elsewhere. */
  async save(isForced = false): Promise<void> {
    clearTimeout(this.#timer);
    const { draft } = this;
    const target = this.#target;
    if (
      draft === undefined ||
      target === undefined ||
      draft.state === 'saving' ||
      (draft.state === 'conflict' && !isForced)
    )
      return;
    if (draft.text === target.saved) {
      this.#put(undefined);
      return;
    }
    if (draft.base !== target.saved && !isForced) {
      this.#put({ ...draft, state: 'conflict', problem: null });
      return;
    }
    const sent = draft.text;
    this.#put({ ...draft, state: 'saving', problem: null });
    try {
      await target.save(sent, isForced ? undefined : target.version);
      this.#onSaved(sent);
    } catch (error) {
      this.#onFailed(error, target.field);
    }
  }

  #onSaved(sent: string): void {
    const now = this.draft;
    if (now === undefined || now.text === sent) {
      this.#put(undefined);
      return;
    }
    // What was typed while it was saved begins on top of it.
    this.#put({ text: now.text, base: sent, state: 'typing', problem: null });
    this.#saveAfter(PAUSE);
  }

  #onFailed(error: unknown, field: string): void {
    if (this.draft === undefined) return;
    if (errorDataOf(error).code === 'conflict') {
      // The version moved, perhaps by another field: the record, read anew, tells.
      this.#put({ ...this.draft, state: 'typing', problem: null });
      this.#saveAfter(READING);
    } else {
      this.#put({ ...this.draft, state: 'failed', problem: describeFields(error)[field] ?? describeError(error) });
    }
  }

  #saveAfter(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  #put(draft: Draft | undefined): void {
    this.draft = draft;
    for (const listener of this.#listeners) listener();
  }
}

const keepers = new Map<string, DraftKeeper>();

/** The one keeper of a text: `task:ID:title`. */
export function draftKeeper(key: string): DraftKeeper {
  const known = keepers.get(key);
  if (known) return known;
  const keeper = new DraftKeeper();
  keepers.set(key, keeper);
  return keeper;
}

/** What is typed and not saved under a key, for another use of it; undefined where all is saved. */
export const draftText = (key: string): string | undefined => keepers.get(key)?.draft?.text;
