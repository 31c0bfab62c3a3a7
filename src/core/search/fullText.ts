import type { RecordKind } from '../../contracts/record.ts';
import { SNIPPET_MARK_END, SNIPPET_MARK_START, type SearchItem } from '../../contracts/search.ts';
import type { Connection, Database } from '../db/openDatabase.ts';
import type { DocumentKey, SearchDocument } from './document.ts';
import { toMatchExpression } from './matchExpression.ts';
import { makeSnippet, tidySnippet, withoutMarks } from './snippet.ts';

export interface FullTextQuery {
  readonly text: string;
  readonly limit: number;
  readonly kinds?: readonly RecordKind[] | undefined;
  readonly projectId?: string | undefined;
}

export interface FullTextReader {
  /** The best hits first: those with every word, then those with some. The last word counts as the beginning of one. */
  query(query: FullTextQuery): SearchItem[];
  /** One record by its key, where it passes the filters and its text is accepted; else null. */
  find(key: DocumentKey, query: FullTextQuery, accepts: (text: string) => boolean): SearchItem | null;
  /** How many records can be found. */
  count(): number;
  /** Whether so many records have one of the words that looking for the best of them takes long. */
  isCommon(text: string): boolean;
}

export interface FullText extends FullTextReader {
  /** Writes what can be found of a record, in the caller's transaction. The same document again costs one read. */
  put(document: SearchDocument): void;
  /** Takes a record out, in the caller's transaction. One that is not there is no error. */
  remove(kind: RecordKind, id: string): void;
  /** Makes the index anew from the documents. */
  repair(): void;
}

interface StoredDocument {
  sequence: number;
  title: string;
  body: string;
}
interface HitRow extends DocumentKey {
  sequence: number;
  title: string;
  projectId: string | null;
  /** null where the body is too long to be quoted by SQLite, which reads all of it. */
  snippet: string | null;
}

/** Bytes of a body up to which SQLite quotes it; that takes about 30 ms per MB. */
const QUOTED_BODY_MAX = 65_536;
const SNIPPET_WORDS = 28;
/** Matches that are gone through in a few milliseconds. */
const COMMON_MIN = 4_000;
/** Characters of a body that are read for a hit found by meaning. */
const FOUND_BODY_MAX = 4_000;

/**
 * Full text over all records (SQLite FTS5, https://sqlite.org/fts5.html): English stems, accents folded, titles above
 * bodies (the weights are in the table's `rank` configuration, in its migration).
 */
export function createFullTextReader(connection: Connection): FullTextReader {
  const { sqlite } = connection;
  const search = sqlite.prepare<
    { match: string; kinds: string | null; projectId: string | null; limit: number },
    HitRow
  >(
    `select d.sequence, d.kind, d.id, d.title, d.project_id as projectId,
       case when octet_length(d.body) <= ${QUOTED_BODY_MAX}
         then snippet(search_text, 1, '${SNIPPET_MARK_START}', '${SNIPPET_MARK_END}', '…', ${SNIPPET_WORDS}) end as snippet
     from search_text join search_documents d on d.sequence = search_text.rowid
     where search_text match @match
       and (@kinds is null or d.kind in (select value from json_each(@kinds)))
       and (@projectId is null or d.project_id = @projectId)
     order by rank limit @limit`,
  );
  const selectBody = sqlite.prepare<[number], string>('select body from search_documents where sequence = ?').pluck();
  const selectFound = sqlite.prepare<[string, string], SearchItem & { body: string }>(
    `select kind, id, title, project_id as projectId, substr(body, 1, ${FOUND_BODY_MAX}) as body
     from search_documents where kind = ? and id = ?`,
  );
  const countAll = sqlite.prepare<[], number>('select count(*) from search_documents').pluck();
  const countSome = sqlite
    .prepare<[string], number>(
      `select count(*) from (select 1 from search_text where search_text match ? limit ${COMMON_MIN})`,
    )
    .pluck();

  const run = (match: string, query: FullTextQuery): HitRow[] =>
    search.all({
      match,
      kinds: query.kinds === undefined ? null : JSON.stringify(query.kinds),
      projectId: query.projectId ?? null,
      limit: query.limit,
    });

  return {
    query(query) {
      const expression = toMatchExpression(query.text);
      if (expression === null) return [];
      const rows = run(expression.every, query);
      if (rows.length < query.limit && expression.any !== expression.every) {
        const known = new Set(rows.map((row) => row.sequence));
        rows.push(...run(expression.any, query).filter((row) => !known.has(row.sequence)));
      }
      return rows.slice(0, query.limit).map(({ sequence, snippet, ...row }) => ({
        ...row,
        snippet:
          snippet === null ? makeSnippet(selectBody.get(sequence) ?? '', expression.words) : tidySnippet(snippet),
      }));
    },

    find({ kind, id }, query, accepts) {
      if (query.kinds !== undefined && !query.kinds.includes(kind)) return null;
      const found = selectFound.get(kind, id);
      if (found === undefined || (query.projectId !== undefined && found.projectId !== query.projectId)) return null;
      const { body, ...item } = found;
      if (!accepts(`${item.title}\n${body}`)) return null;
      return { ...item, snippet: makeSnippet(body, toMatchExpression(query.text)?.words ?? []) };
    },

    count() {
      return countAll.get() ?? 0;
    },

    isCommon(text) {
      const expression = toMatchExpression(text);
      return expression !== null && countSome.get(expression.any) === COMMON_MIN;
    },
  };
}

/** The same with its writing side. */
export function createFullText(database: Database): FullText {
  const { sqlite } = database;
  const select = sqlite.prepare<[string, string], StoredDocument>(
    'select sequence, title, body from search_documents where kind = ? and id = ?',
  );
  const insertDocument = sqlite.prepare<[string, string, string | null, string, string]>(
    'insert into search_documents (kind, id, project_id, title, body) values (?, ?, ?, ?, ?)',
  );
  const updateText = sqlite.prepare<[string, string, number]>(
    'update search_documents set title = ?, body = ? where sequence = ?',
  );
  const updateProject = sqlite.prepare<[string | null, number, string | null]>(
    'update search_documents set project_id = ? where sequence = ? and project_id is not ?',
  );
  const deleteDocument = sqlite.prepare<[number]>('delete from search_documents where sequence = ?');
  const addToIndex = sqlite.prepare<[number | bigint, string, string]>(
    'insert into search_text (rowid, title, body) values (?, ?, ?)',
  );
  const takeFromIndex = sqlite.prepare<[number, string, string]>(
    `insert into search_text (search_text, rowid, title, body) values ('delete', ?, ?, ?)`,
  );

  return {
    ...createFullTextReader(database),

    put(document) {
      const title = withoutMarks(document.title);
      const body = withoutMarks(document.body);
      const stored = select.get(document.kind, document.id);
      if (stored === undefined) {
        const { lastInsertRowid } = insertDocument.run(document.kind, document.id, document.projectId, title, body);
        addToIndex.run(lastInsertRowid, title, body);
        return;
      }
      updateProject.run(document.projectId, stored.sequence, document.projectId);
      if (stored.title === title && stored.body === body) return;
      takeFromIndex.run(stored.sequence, stored.title, stored.body);
      updateText.run(title, body, stored.sequence);
      addToIndex.run(stored.sequence, title, body);
    },

    remove(kind, id) {
      const stored = select.get(kind, id);
      if (stored === undefined) return;
      takeFromIndex.run(stored.sequence, stored.title, stored.body);
      deleteDocument.run(stored.sequence);
    },

    repair() {
      sqlite.exec(`insert into search_text (search_text) values ('rebuild')`);
    },
  };
}
