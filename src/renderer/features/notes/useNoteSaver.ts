import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Note } from '../../../contracts/note.ts';
import { holdSaver, noteSaver } from './noteSavers.ts';
import type { NoteSaver, SaveState } from './NoteSaver.ts';

/** The saver of the note on this screen, told of each change from elsewhere. */
export function useNoteSaver(note: Note, isGone: boolean): { saver: NoteSaver; state: SaveState } {
  const [saver] = useState(() => noteSaver(note));
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useEffect(() => holdSaver(saver), [saver]);
  useEffect(() => {
    if (isGone) saver.markDeleted();
    else saver.receive(note);
  }, [saver, note, isGone]);
  return { saver, state };
}
