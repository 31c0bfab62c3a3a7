import { AdiuvaError } from '../../contracts/errors.ts';
import type { noteDraftInputSchema } from '../../contracts/note.ts';
import type { z } from 'zod';
import type { Database } from '../db/openDatabase.ts';
import type { Clock } from '../ports.ts';
import type { HistoryWriter } from './historyWriter.ts';

export interface NoteDrafts {
  /** @throws AdiuvaError `deleted`, `notFound` */
  keep(draft: z.output<typeof noteDraftInputSchema>): void;
  /** Ends one writer's draft: its text is saved or given up. */
  clear(noteId: string, writer: string | undefined): void;
}

/** Callers that do not say who types. */
export const NOBODY = '';

/** Texts being typed: kept at once, on disk when the call returns, outside history, one per note and writer. */
export function createNoteDrafts(database: Database, history: Pick<HistoryWriter, 'knows'>, clock: Clock): NoteDrafts {
  const { sqlite } = database;
  const exists = sqlite.prepare<[string], { found: number }>('select 1 as found from notes where id = ?');
  // Without a title of its own, a draft keeps the one that was typed before.
  const put = sqlite.prepare<[string, string, number, string | null, string, number]>(
    `insert into note_drafts (note_id, writer, base_version, title, content, updated_at) values (?, ?, ?, ?, ?, ?)
     on conflict (note_id, writer) do update set base_version = excluded.base_version, title = ifnull(excluded.title, title),
       content = excluded.content, updated_at = excluded.updated_at`,
  );
  const remove = sqlite.prepare<[string, string]>('delete from note_drafts where note_id = ? and writer = ?');
  const forget = sqlite.prepare<[string, string]>('delete from note_recoveries where note_id = ? and writer = ?');
  return {
    keep({ id, writer = NOBODY, baseVersion, title, content }) {
      database.transaction(() => {
        if (exists.get(id) === undefined) {
          throw new AdiuvaError(history.knows('note', id) ? 'deleted' : 'notFound', { recordKind: 'note', id });
        }
        put.run(id, writer, baseVersion, title ?? null, content, clock.now());
      });
    },
    clear(noteId, writer = NOBODY) {
      database.transaction(() => {
        remove.run(noteId, writer);
        forget.run(noteId, writer);
      });
    },
  };
}
