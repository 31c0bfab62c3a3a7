import type { Notice } from '../../contracts/health.ts';
import type { NoteId } from '../../contracts/ids.ts';
import { type Note, noteSchema, type NoteWritingEvent } from '../../contracts/note.ts';
import { TITLE_MAX } from '../../contracts/text.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Clock, Logger } from '../ports.ts';
import type { RecordStores } from '../records/createRecords.ts';
import type { Change, ChangeService } from '../workspace.ts';
import { NOBODY } from './noteDrafts.ts';

export interface DraftRecovery {
  /** For the start, when nobody types yet. */
  recoverAll(): Notice[];
  /** The drafts of one note, but for those whose writer is there. */
  recoverNote(noteId: NoteId, isThere: (writer: string) => boolean): Notice[];
  /** Where a writer's draft went. */
  find(noteId: NoteId, writer: string): NoteWritingEvent['recovered'];
}

interface Draft {
  noteId: NoteId;
  writer: string;
  baseVersion: number;
  title: string | null;
  content: string;
}

interface Recovery {
  baseVersion: number;
  keptIn: NoteId;
  keptVersion: number;
}

/** How long it is remembered where a draft went, in milliseconds: longer than a window stays open without its workspace. */
const MEMORY = 30 * 24 * 60 * 60 * 1_000;
const SELECT = 'select note_id as noteId, writer, base_version as baseVersion, title, content from note_drafts';

/**
 * Turns what a crash left unsaved into updates; where the note's text changed since, into a note of its own, so that neither
 * text is lost.
 *
 * Each draft goes to one place, once: what it becomes, its own end and the memory of where it went are one transaction. The
 * memory is for a writer that was only out of reach. What it types on is still based on the version before, although its
 * own text is what changed the note: it follows the text to where that went, as long as nobody else changed it there.
 */
export function createDraftRecovery({
  database,
  stores,
  changes,
  clock,
  logger,
}: {
  database: Database;
  stores: RecordStores;
  changes: ChangeService;
  clock: Clock;
  logger: Logger;
}): DraftRecovery {
  const { sqlite } = database;
  const selectAll = sqlite.prepare<[], Draft>(`${SELECT} order by updated_at, writer`);
  const selectOfNote = sqlite.prepare<[string], Draft>(`${SELECT} where note_id = ? order by updated_at, writer`);
  const removeDraft = sqlite.prepare<[string, string]>('delete from note_drafts where note_id = ? and writer = ?');
  const selectRecovery = sqlite.prepare<[string, string], Recovery>(
    `select base_version as baseVersion, kept_in as keptIn, kept_version as keptVersion from note_recoveries
     where note_id = ? and writer = ?`,
  );
  const putRecovery = sqlite.prepare<[string, string, number, string, number, number]>(
    `insert or replace into note_recoveries (note_id, writer, base_version, kept_in, kept_version, recovered_at)
     values (?, ?, ?, ?, ?, ?)`,
  );
  const forgetOld = sqlite.prepare<[number]>('delete from note_recoveries where recovered_at < ?');

  return {
    recoverAll() {
      forgetOld.run(clock.now() - MEMORY);
      return recoverEach(selectAll.all());
    },
    recoverNote: (noteId, isThere) =>
      recoverEach(selectOfNote.all(noteId).filter(({ writer }) => writer === NOBODY || !isThere(writer))),
    find(noteId, writer) {
      const found = selectRecovery.get(noteId, writer);
      return found === undefined ? null : { keptIn: found.keptIn, keptVersion: found.keptVersion };
    },
  };

  function recoverEach(drafts: readonly Draft[]): Notice[] {
    const copies: Notice[] = [];
    let recovered = 0;
    for (const draft of drafts) {
      try {
        const kept = database.transaction(() => recover(draft));
        if (kept === null) continue;
        if (kept.id === draft.noteId) recovered += 1;
        else copies.push({ code: 'draftKeptAsCopy', fields: { title: kept.title } });
      } catch (error) {
        // It stays where it is; a workspace or a note that did not open would help nobody.
        logger.error('a draft could not be recovered', { noteId: draft.noteId, error });
      }
    }
    return recovered > 0 ? [{ code: 'draftsRecovered', fields: { count: String(recovered) } }, ...copies] : copies;
  }

  /** The note that has the text now, or null where there was nothing new in it. */
  function recover(draft: Draft): Note | null {
    removeDraft.run(draft.noteId, draft.writer);
    const note = readNote(draft.noteId);
    if (note === null || isSaved(draft, note)) return null;
    const place = placeOf(draft, note);
    const kept = place === null ? copyOf(draft, note) : updateOf(draft, place);
    if (kept.version === place?.version) return null;
    // Callers without a name are not one writer, whose next text would go on from this one.
    if (draft.writer !== NOBODY)
      putRecovery.run(draft.noteId, draft.writer, draft.baseVersion, kept.id, kept.version, clock.now());
    return kept;
  }

  /** The note that the text may replace, or null where it has to be one of its own. */
  function placeOf(draft: Draft, note: Note): Note | null {
    if (note.version === draft.baseVersion) return note;
    const earlier = selectRecovery.get(draft.noteId, draft.writer);
    if (earlier === undefined || earlier.baseVersion < draft.baseVersion) return null;
    const place = readNote(earlier.keptIn);
    return place?.version === earlier.keptVersion ? place : null;
  }

  function updateOf({ noteId, writer, title, content }: Draft, place: Note): Note {
    const titleThere = title === null || place.id === noteId ? title : titleOfCopy(title);
    const fields = { id: place.id, content, ...(titleThere === null ? {} : { title: titleThere }) };
    return write({ kind: 'note', operation: 'update', fields, writer });
  }

  function copyOf(draft: Draft, note: Note): Note {
    const title = titleOfCopy(draft.title ?? note.title);
    const fields = { title, content: draft.content, projectId: note.projectId };
    return write({ kind: 'note', operation: 'create', fields });
  }

  function write(change: Change): Note {
    const result = changes.apply([change], { kind: 'system' });
    return noteSchema.parse(result.outcome === 'applied' ? result.records[0] : null);
  }

  function readNote(id: NoteId): Note | null {
    const record = stores.note.read(id);
    return record === null ? null : noteSchema.parse(record);
  }
}

function isSaved({ title, content }: Draft, note: Note): boolean {
  return note.content === content && (title === null || title === note.title);
}

function titleOfCopy(title: string): string {
  const word = '(copy)';
  return title.trim() === '' ? word : `${title.slice(0, TITLE_MAX - word.length - 1).trimEnd()} ${word}`;
}
