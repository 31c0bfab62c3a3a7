import { useEffect, useSyncExternalStore } from 'react';
import { type Draft, draftKeeper, type DraftTarget } from './DraftKeeper.ts';

export interface DraftControl {
  /** What the field shows. */
  text: string;
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

/** A text field that saves on leaving it, on a pause, and on closing; and that keeps what was typed until it is saved. */
export function useDraft(key: string, { field, saved, version, save }: DraftTarget): DraftControl {
  const keeper = draftKeeper(key);
  const draft = useSyncExternalStore(keeper.subscribe, () => keeper.draft);
  useEffect(() => {
    keeper.aimAt({ field, saved, version, save });
  });
  useEffect(
    () => () => {
      void keeper.save();
    },
    [keeper],
  );
  return {
    text: draft?.text ?? saved,
    state: draft?.state ?? 'saved',
    problem: draft?.problem ?? null,
    set: (text) => {
      keeper.type(text);
    },
    commit: () => void keeper.save(),
    overwrite: () => void keeper.save(true),
    discard: () => {
      keeper.discard();
    },
  };
}
