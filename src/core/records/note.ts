import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { uuidv7 } from 'uuidv7';
import { AdiuvaError } from '../../contracts/errors.ts';
import { type NoteId, noteIdSchema, type ProjectId } from '../../contracts/ids.ts';
import type { noteListInputSchema } from '../../contracts/note.ts';
import { type Note, noteCreateSchema, noteSchema, type NoteListItem, noteUpdateSchema } from '../../contracts/note.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Reader } from '../workspace.ts';
import { excerptOf } from './excerpt.ts';
import { type Condition, createPager, type Order } from './pager.ts';
import { projects } from './project.ts';
import { editableOf, given, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';

export const notes = sqliteTable(
  'notes',
  {
    id: text().$type<NoteId>().primaryKey(),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    title: text().notNull(),
    projectId: text('project_id')
      .$type<ProjectId>()
      .references(() => projects.id),
    isPinned: integer('is_pinned', { mode: 'boolean' }).notNull(),
    /** Derived from the content. */
    excerpt: text().notNull(),
    // Last, so that lists do not read through it.
    content: text().notNull(),
  },
  (table) => [
    index('notes_updated').on(table.updatedAt, table.id),
    index('notes_project_updated').on(table.projectId, table.updatedAt, table.id),
    index('notes_pinned_updated').on(table.isPinned, table.updatedAt, table.id),
  ],
);

/** What is being typed, a row per window, until the note is saved. No record: it has no history and nobody else sees it. */
export const noteDrafts = sqliteTable(
  'note_drafts',
  {
    noteId: text('note_id')
      .$type<NoteId>()
      .notNull()
      .references(() => notes.id, { onDelete: 'cascade' }),
    /** Who types; empty where a caller does not say. */
    writer: text().notNull(),
    baseVersion: integer('base_version').notNull(),
    /** null where the title was not touched. */
    title: text(),
    updatedAt: integer('updated_at').notNull(),
    content: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.writer] })],
);

/** Where a writer's draft went when it was recovered, so that more of the same text follows it there. */
export const noteRecoveries = sqliteTable(
  'note_recoveries',
  {
    noteId: text('note_id')
      .$type<NoteId>()
      .notNull()
      .references(() => notes.id, { onDelete: 'cascade' }),
    writer: text().notNull(),
    /** What the draft was based on. */
    baseVersion: integer('base_version').notNull(),
    /** The note that has the text, and its version with it. */
    keptIn: text('kept_in')
      .$type<NoteId>()
      .notNull()
      .references(() => notes.id, { onDelete: 'cascade' }),
    keptVersion: integer('kept_version').notNull(),
    recoveredAt: integer('recovered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.writer] }), index('note_recoveries_kept_in').on(table.keptIn)],
);

type Row = typeof notes.$inferSelect;
type Raw = RawRow<Omit<Row, 'excerpt'>>;
type RawItem = RawRow<Omit<Row, 'content'>>;
const SELECT = `select ${columnList(notes, 'n', ['excerpt'])} from notes n`;
const SELECT_ITEM = `select ${columnList(notes, 'n', ['content'])} from notes n`;
const toNote = (row: Raw): Note => ({ ...row, isPinned: row.isPinned === 1 });
const toRow = (note: Note): Row => ({ ...note, excerpt: excerptOf(note.content) });

/** The kept count of all notes. */
export const NOTE_COUNT_KEY = 'notes';

export function createNoteStore(database: Database): RecordStore<Note> {
  const { sqlite } = database;
  const rows = createRowWriter<Row>(database, notes);
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT} where n.id = ?`);
  const rebaseDrafts = sqlite.prepare<[number, string, number, number]>(
    'update note_drafts set base_version = ? where note_id = ? and base_version = ? and (title is null or ?)',
  );
  const rebaseRecoveries = sqlite.prepare<[number, string, number]>(
    'update note_recoveries set kept_version = ? where kept_in = ? and kept_version = ?',
  );
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from notes where id > ? order by id limit ?',
  );

  return {
    kind: 'note',
    read(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : toNote(row);
    },
    insert: (note) => rows.insert(toRow(note)),
    update(note, before) {
      rows.update(toRow(note), toRow(before));
      // What is being typed does not conflict with a change of anything but the text.
      if (note.content !== before.content) return;
      const isSameTitle = note.title === before.title;
      rebaseDrafts.run(note.version, note.id, before.version, Number(isSameTitle));
      if (isSameTitle) rebaseRecoveries.run(note.version, note.id, before.version);
    },
    remove: (note) => rows.remove(note.id),
    create(input, { now }) {
      const fields = noteCreateSchema.parse(input);
      return {
        id: fields.id ?? noteIdSchema.parse(uuidv7()),
        version: 1,
        createdAt: now,
        updatedAt: now,
        title: fields.title ?? '',
        content: fields.content ?? '',
        projectId: fields.projectId ?? null,
        isPinned: fields.isPinned ?? false,
      };
    },
    edit(before, input) {
      const { id: _id, expectedVersion: _version, ...fields } = noteUpdateSchema.parse(input);
      return { ...before, ...given(fields) };
    },
    editable: editableOf(noteUpdateSchema),
    fromJson: (json) => noteSchema.parse(json),
    parseTarget: (input) => noteUpdateSchema.parse(input),
    titleOf: (note) => note.title,
    projectIdOf: (note) => note.projectId,
    references: (note) =>
      note.projectId === null ? [] : [{ field: 'projectId', kind: 'project', id: note.projectId }],
    children: () => [],
    mentions: () => [],
    countKeys: () => [NOTE_COUNT_KEY],
    isPending: () => false,
    document: (note) => ({
      kind: 'note',
      id: note.id,
      title: note.title,
      body: note.content,
      projectId: note.projectId,
    }),
    alsoIndexed: () => [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

const lastEditedFirst: Order<RawItem> = {
  name: 'updated',
  key: 'n.updated_at',
  id: 'n.id',
  direction: 'desc',
  type: 'number',
  keyOf: (row) => [row.updatedAt, row.id],
};

export function createNoteReader(
  database: Database,
): Reader<Note, NoteListItem, typeof noteListInputSchema> & { count(): number } {
  const { sqlite } = database;
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT} where n.id = ?`);
  const selectCount = sqlite.prepare<[], { value: number }>(`select value from counts where key = '${NOTE_COUNT_KEY}'`);
  const page = createPager<RawItem>(database);
  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'note', id });
      return toNote(row);
    },
    list({ projectId, isPinned, limit, cursor }) {
      const where: Condition[] = [];
      if (projectId === null) where.push({ sql: 'n.project_id is null', values: [] });
      else if (projectId !== undefined) where.push({ sql: 'n.project_id = ?', values: [projectId] });
      if (isPinned !== undefined) where.push({ sql: 'n.is_pinned = ?', values: [Number(isPinned)] });
      return page({
        select: SELECT_ITEM,
        where,
        order: lastEditedFirst,
        limit,
        cursor,
        toItem: (row): NoteListItem => ({ ...row, isPinned: row.isPinned === 1 }),
      });
    },
    count: () => selectCount.get()?.value ?? 0,
  };
}
