import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { errorDataOf } from '../../i18n/errorData.ts';
import { describeError, describeFields } from '../../i18n/describeError.ts';

interface Draft {
  text: string;
  /** What was saved when the typing began, to tell a change elsewhere from one of another field. */
  base: string;
  state: 'typing' | 'saving' | 'failed' | 'conflict';
  /** Why it is not saved. */
  problem: string | null;
}

/** Text that is typed and not saved yet, by key. It outlives the field: a panel that is closed and opened again shows it. */
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

function put(key: string, draft: Draft | null): void {
  if (draft === null) drafts.delete(key);
  else drafts.set(key, draft);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

interface DraftOptions {
  /** Names the text: `task:ID:title`. */
  key: string;
  /** The field's name in the input, for its own problem. */
  field: string;
  /** What is saved, and its record's version. */
  saved: string;
  version: number;
  /** Saves, and answers once it is kept. `expectedVersion` is absent where the user chose to overwrite. */
  save: (text: string, expectedVersion: number | undefined) => Promise<unknown>;
}

export interface DraftControl {
  /** What the field shows. */
  text: string;
  isDirty: boolean;
  state: Draft['state'] | 'saved';
  problem: string | null;
  set: (text: string) => void;
  /** Saves what is typed, if it differs. */
  commit: () => void;
  /** Of a conflict: saves it over the other change. */
  overwrite: () => void;
  /** Takes what is saved. */
  discard: () => void;
}

/** How long a pause in typing is until it is saved by itself, in milliseconds. */
const PAUSE = 1_500;

/**
 * A text field that saves on leaving it, on a pause, and on closing; and that keeps what was typed until it is saved.
 * A change of the same field elsewhere meanwhile is a conflict and the user's choice; one of another field is none.
 */
export function useDraft({ key, field, saved, version, save }: DraftOptions): DraftControl {
  const draft = useSyncExternalStore(subscribe, () => drafts.get(key));
  const latest = useRef({ saved, version, save });
  useEffect(() => {
    latest.current = { saved, version, save };
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const store = useCallback(
    async (isForced: boolean): Promise<void> => {
      clearTimeout(timer.current);
      const current = drafts.get(key);
      if (current === undefined || current.state === 'saving' || (current.state === 'conflict' && !isForced)) return;
      const { saved: server, version: serverVersion, save: saveText } = latest.current;
      if (current.text === server) {
        put(key, null);
        return;
      }
      if (server !== current.base && !isForced) {
        put(key, { ...current, state: 'conflict', problem: null });
        return;
      }
      const sent = current.text;
      put(key, { ...current, state: 'saving', problem: null });
      try {
        await saveText(sent, isForced ? undefined : serverVersion);
        const after = drafts.get(key);
        // What was typed while it was saved begins on top of it.
        put(key, after === undefined || after.text === sent ? null : { text: after.text, base: sent, state: 'typing', problem: null });
        if (after !== undefined && after.text !== sent) timer.current = setTimeout(() => void store(false), PAUSE);
      } catch (error) {
        const after = drafts.get(key) ?? current;
        const isConflict = errorDataOf(error).code === 'conflict';
        // The version moved, perhaps by another field: the next reading of the record tells.
        put(key, isConflict ? { ...after, state: 'typing', problem: null } : { ...after, state: 'failed', problem: describeFields(error)[field] ?? describeError(error) });
        if (isConflict) timer.current = setTimeout(() => void store(false), 200);
      }
    },
    [key, field],
  );

  useEffect(
    () => () => {
      void store(false);
    },
    [store],
  );

  return {
    text: draft?.text ?? saved,
    isDirty: draft !== undefined,
    state: draft?.state ?? 'saved',
    problem: draft?.problem ?? null,
    set: (text) => {
      const before = drafts.get(key);
      put(key, {
        text,
        base: before?.base ?? latest.current.saved,
        state: before?.state === 'saving' || before?.state === 'conflict' ? before.state : 'typing',
        problem: null,
      });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void store(false), PAUSE);
    },
    commit: () => void store(false),
    overwrite: () => void store(true),
    discard: () => {
      clearTimeout(timer.current);
      put(key, null);
    },
  };
}

/** What is typed and not saved under a key, for another use of it; undefined where all is saved. */
export const draftText = (key: string): string | undefined => drafts.get(key)?.text;
