import type { NoteId } from '../../contracts/ids.ts';
import type { noteWritingInputSchema } from '../../contracts/note.ts';
import type { z } from 'zod';
import type { Notice } from '../../contracts/health.ts';
import type { Writing } from '../workspace.ts';
import type { DraftRecovery } from './recoverDrafts.ts';

export interface NoteWriters {
  start(input: z.output<typeof noteWritingInputSchema>): Writing;
  recover(id: NoteId): Notice[];
}

/**
 * Who types in which note. A writer is there while a call of its window is under way, and a call cannot outlive its window:
 * nothing has to be said by a window that crashes, and nothing has to be guessed from time that passed.
 *
 * The end of that call recovers nothing, since a connection that breaks ends it too, and the window may be back in a
 * moment. A draft is taken over only where it is missed: when the note is opened, or at the next start.
 */
export function createNoteWriters(recovery: DraftRecovery): NoteWriters {
  /** By note, each writer with its calls under way: after a break, the new one may begin before the old one has ended. */
  const present = new Map<string, Map<string, number>>();
  return {
    start({ id, writer }) {
      const writers = present.get(id) ?? new Map<string, number>();
      present.set(id, writers);
      writers.set(writer, (writers.get(writer) ?? 0) + 1);
      let hasEnded = false;
      return {
        recovered: recovery.find(id, writer),
        end() {
          if (hasEnded) return;
          hasEnded = true;
          const left = (writers.get(writer) ?? 1) - 1;
          if (left > 0) writers.set(writer, left);
          else writers.delete(writer);
          if (writers.size === 0 && present.get(id) === writers) present.delete(id);
        },
      };
    },
    recover: (id) => recovery.recoverNote(id, (writer) => present.get(id)?.has(writer) === true),
  };
}
