import { AdiuvaError } from '../../contracts/errors.ts';
import type { Health } from '../../contracts/health.ts';
import { type Note, type noteDraftInputSchema, noteSchema } from '../../contracts/note.ts';
import { TITLE_MAX } from '../../contracts/text.ts';
import type { z } from 'zod';
import type { Database } from '../db/openDatabase.ts';
import type { Clock, Logger } from '../ports.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { ChangeService } from '../workspace.ts';
import type { HistoryWriter } from './historyWriter.ts';

export interface NoteDrafts {
  /** @throws AdiuvaError `deleted`, `notFound` */
  keep(draft: z.output<typeof noteDraftInputSchema>): void;
  clear(noteId: string): void;
}

interface Draft {
  noteId: string;
  baseVersion: number;
  title: string | null;
  content: string;
}

const COLUMNS = 'note_id as noteId, base_version as baseVersion, title, content';

/** Texts being typed: kept at once, on disk when the call returns, outside history. */
export function createNoteDrafts(database: Database, history: Pick<HistoryWriter, 'knows'>, clock: Clock): NoteDrafts {
  const { sqlite } = database;
  const exists = sqlite.prepare<[string], { found: number }>('select 1 as found from notes where id = ?');
  // Without a title of its own, a draft keeps the one that was typed before.
  const put = sqlite.prepare<[string, number, string | null, string, number]>(
    `insert into note_drafts (note_id, writer, base_version, title, content, updated_at) values (?, '', ?, ?, ?, ?)
     on conflict (note_id, writer) do update set base_version = excluded.base_version, title = ifnull(excluded.title, title),
       content = excluded.content, updated_at = excluded.updated_at`,
  );
  const remove = sqlite.prepare<[string]>('delete from note_drafts where note_id = ?');
  return {
    keep({ id, baseVersion, title, content }) {
      database.transaction(() => {
        if (exists.get(id) === undefined) {
          throw new AdiuvaError(history.knows('note', id) ? 'deleted' : 'notFound', { recordKind: 'note', id });
        }
        put.run(id, baseVersion, title ?? null, content, clock.now());
      });
    },
    clear(noteId) {
      remove.run(noteId);
    },
  };
}

/**
 * Turns what a crash left unsaved into updates; where the note's text changed since, into a note of its own, so that neither
 * text is lost. Answers the notices.
 */
export function recoverNoteDrafts({
  database,
  stores,
  changes,
  logger,
}: {
  database: Database;
  stores: RecordStores;
  changes: ChangeService;
  logger: Logger;
}): Health['notices'] {
  const { sqlite } = database;
  const drafts = sqlite.prepare<[], Draft>(`select ${COLUMNS} from note_drafts order by updated_at`).all();
  const remove = sqlite.prepare<[string]>('delete from note_drafts where note_id = ?');
  const copies: Health['notices'] = [];
  let recovered = 0;
  for (const draft of drafts) {
    try {
      database.transaction(() => {
        remove.run(draft.noteId);
        recover(draft);
      });
    } catch (error) {
      // It stays where it is; a workspace that did not open would help nobody.
      logger.error('a draft could not be recovered', { noteId: draft.noteId, error });
    }
  }
  return recovered > 0 ? [{ code: 'draftsRecovered', fields: { count: String(recovered) } }, ...copies] : copies;

  function recover(draft: Draft): void {
    const record = stores.note.read(draft.noteId);
    const note = record === null ? null : noteSchema.parse(record);
    if (note === null || isSaved(draft, note)) return;
    if (note.version === draft.baseVersion) {
      const fields = { id: note.id, content: draft.content, ...(draft.title === null ? {} : { title: draft.title }) };
      changes.apply([{ kind: 'note', operation: 'update', fields }], { kind: 'system' });
      recovered += 1;
      return;
    }
    const title = titleOfCopy(draft.title ?? note.title);
    const fields = { title, content: draft.content, projectId: note.projectId };
    changes.apply([{ kind: 'note', operation: 'create', fields }], { kind: 'system' });
    copies.push({ code: 'draftKeptAsCopy', fields: { title } });
  }
}

function isSaved({ title, content }: Draft, note: Note): boolean {
  return note.content === content && (title === null || title === note.title);
}

function titleOfCopy(title: string): string {
  const word = '(copy)';
  return title.trim() === '' ? word : `${title.slice(0, TITLE_MAX - word.length - 1).trimEnd()} ${word}`;
}
