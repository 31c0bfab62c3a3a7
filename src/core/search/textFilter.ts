import type { RecordKind } from '../../contracts/record.ts';
import type { Connection } from '../db/openDatabase.ts';
import { toMatchExpression } from './matchExpression.ts';

/** The records of one kind that have some words, for use inside a list's own query. */
export interface TextMatch {
  /** How many there are; no more than `ESTIMATE_MAX` are counted, of all kinds. */
  readonly estimate: number;
  /** A table of their ids, column `id`, with the values of its question marks. One that goes through all of them. */
  readonly source: { readonly sql: string; readonly values: readonly string[] };
  /**
   * A condition on one id, for going through a list in its own order. Good for statements that run before the next match is
   * opened. Has to read which documents match, once, but none of them.
   */
  condition(idColumn: string): { readonly sql: string; readonly values: readonly string[] };
}

export interface TextFilter {
  /** Finds by all words, the last one as the beginning of one. null: the text has no words. */
  open(kind: RecordKind, text: string): TextMatch | null;
  /** Whether it finds so much that counting or sorting it takes long. */
  isCommon(text: string): boolean;
}

export const ESTIMATE_MAX = 2_000;
/** For how many searches what was found is kept. */
const KEPT_MAX = 4;

interface Found {
  readonly estimate: number;
  /** Which documents; read when they are first asked for. */
  sequences: ReadonlySet<unknown> | null;
}

/** One for each connection: it gives that a function of its own. */
export function createTextFilter(connection: Connection): TextFilter {
  const { sqlite } = connection;
  const countSome = sqlite
    .prepare<[string], number>(
      `select count(*) from (select 1 from search_text where search_text match ? limit ${ESTIMATE_MAX})`,
    )
    .pluck();
  const selectAll = sqlite
    .prepare<[string], string>('select json_group_array(rowid) from search_text where search_text match ?')
    .pluck();
  // Changes with what this connection writes, and with what another one does.
  const selectWrites = sqlite
    .prepare<[], string>(`select total_changes() || '/' || data_version from pragma_data_version`)
    .pluck();
  /** What was found last, good until something is written: a board asks column by column for the same words. */
  const kept = new Map<string, Found>();
  let keptAt: string | undefined;
  let sequences: ReadonlySet<unknown> = new Set();

  function find(expression: string): Found {
    const writes = selectWrites.get();
    if (writes !== keptAt) kept.clear();
    keptAt = writes;
    let found = kept.get(expression);
    if (found === undefined) {
      if (kept.size >= KEPT_MAX) kept.clear();
      kept.set(expression, (found = { estimate: countSome.get(expression) ?? 0, sequences: null }));
    }
    return found;
  }
  sqlite.function('is_text_match', { directOnly: true }, (sequence) => (sequences.has(sequence) ? 1 : 0));

  return {
    isCommon(text) {
      const expression = toMatchExpression(text)?.every;
      return expression !== undefined && find(expression).estimate === ESTIMATE_MAX;
    },
    open(kind, text) {
      const expression = toMatchExpression(text)?.every;
      if (expression === undefined) return null;
      return {
        estimate: find(expression).estimate,
        source: {
          sql: `(select d.id from search_text join search_documents d on d.sequence = search_text.rowid
            where search_text match ? and d.kind = '${kind}')`,
          values: [expression],
        },
        condition(idColumn) {
          const found = find(expression);
          sequences = found.sequences ??= new Set(readNumbers(selectAll.get(expression) ?? '[]'));
          return {
            sql: `is_text_match((select d.sequence from search_documents d where d.kind = '${kind}' and d.id = ${idColumn}))`,
            values: [],
          };
        },
      };
    },
  };
}

/** What SQLite wrote as a list of whole numbers; parsing a hundred thousand of them as JSON text is the quick way. */
function readNumbers(json: string): unknown[] {
  const content: unknown = JSON.parse(json);
  return Array.isArray(content) ? content : [];
}
