import { z } from 'zod';
import type { ActivityFilter, ActivityItem } from '../../contracts/activity.ts';
import { recordJsonSchema } from '../../contracts/change.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { ChangeSetId, ConversationId } from '../../contracts/ids.ts';
import type { SuggestionState } from '../../contracts/suggestion.ts';
import type { HistoryReader } from '../changes/createHistory.ts';
import type { Database } from '../db/openDatabase.ts';
import { createPager, type Order } from '../records/pager.ts';
import type { RecordStores } from '../records/createRecords.ts';
import { columnList } from '../records/rows.ts';
import type { ActivityService } from '../workspace.ts';
import { activityConditions } from './activityConditions.ts';
import { createActivityCounter } from './activityCounter.ts';
import { createCsv } from './activityCsv.ts';
import { readFields } from './activityWriter.ts';
import { activity } from './tables.ts';

type Row = typeof activity.$inferSelect & {
  undoes: ChangeSetId | null;
  undoneBy: ChangeSetId | null;
  isExpired: number | null;
  suggestionState: SuggestionState | null;
  suggestionAgent: string | null;
  undidOperation: ActivityItem['operation'];
  undidTitle: string | null;
  undidCount: number | null;
};

const SELECT = `
  select ${columnList(activity, 'a')}, s.undoes, s.undone_by as undoneBy, s.is_expired as isExpired,
    g.state as suggestionState, g.agent as suggestionAgent,
    u.operation as undidOperation, u.title as undidTitle, u.record_count as undidCount
  from activity a
  left join change_sets s on s.id = a.change_set_id
  left join suggestions g on g.id = a.suggestion_id
  left join activity u on u.change_set_id = s.undoes`;

const newestFirst: Order<Row> = {
  name: 'activity',
  key: 'a.at',
  id: 'a.sequence',
  direction: 'desc',
  type: 'number',
  keyOf: (row) => [row.at, row.sequence],
};

/** What a row tells of a field: no texts. */
const shortValueSchema = z.union([z.string().max(100), z.number(), z.boolean(), z.null()]);

/** Entries of a row that `get` answers. */
const ENTRIES_MAX = 100;

export interface ActivityParts {
  readonly database: Database;
  readonly stores: RecordStores;
  readonly history: HistoryReader;
  /** What conversations are called, of those that are there. */
  readonly titlesOf: (ids: readonly ConversationId[]) => ReadonlyMap<string, string>;
  /** Whether undoing would go through now. */
  readonly wouldUndo: (changeSetId: ChangeSetId) => boolean;
}

/** What happened, newest first: change sets, tool runs and briefs. */
export function createActivity({ database, stores, history, titlesOf, wouldUndo }: ActivityParts): ActivityService {
  const selectOne = database.sqlite.prepare<[number], Row>(`${SELECT} where a.sequence = ?`);
  const selectSuggestion = database.sqlite.prepare<
    [string],
    { title: string; state: SuggestionState; createdAt: number; resolvedAt: number | null }
  >('select title, state, created_at as createdAt, resolved_at as resolvedAt from suggestions where id = ?');
  const selectAfter = database.sqlite
    .prepare<[string, string, string], string | null>(
      `select after from history where change_set_id = ? and record_kind = ? and record_id = ? and operation = 'update'
       order by sequence desc limit 1`,
    )
    .pluck();
  const page = createPager<Row>(database);
  const count = createActivityCounter(database);

  function named(rows: readonly Row[]): ActivityItem[] {
    const ids = rows.flatMap((row) => (row.conversationId === null ? [] : [row.conversationId]));
    const titles = ids.length === 0 ? new Map<string, string>() : titlesOf([...new Set(ids)]);
    return rows.map((row) => toItem(row, titles, valuesOf(row)));
  }

  /** A row tells one changed field with its value, so only then it is read. */
  function valuesOf({ type, changeSetId, recordKind, recordId, fields }: Row): ActivityItem['values'] {
    if (type !== 'change' || fields === null || changeSetId === null || recordKind === null || recordId === null)
      return {};
    const after: unknown = JSON.parse(selectAfter.get(changeSetId, recordKind, recordId) ?? '{}');
    const short = Object.entries(recordJsonSchema.parse(after)).flatMap(([name, value]) =>
      shortValueSchema.safeParse(value).success ? [[name, shortValueSchema.parse(value)] as const] : [],
    );
    return Object.fromEntries(short);
  }

  function list(filter: ActivityFilter, limit: number, cursor: string | null | undefined) {
    const where = activityConditions(filter);
    const rows = page({ select: SELECT, where, order: newestFirst, limit, cursor, toItem: (row) => row });
    return { items: named(rows.items), nextCursor: rows.nextCursor };
  }

  return {
    list: ({ limit, cursor, ...filter }) => list(filter, limit, cursor),
    get(sequence) {
      const row = selectOne.get(sequence);
      const [item] = row === undefined ? [] : named([row]);
      if (item === undefined) throw new AdiuvaError('notFound', { recordKind: 'activity', id: sequence });
      const suggestion = item.suggestion === null ? undefined : selectSuggestion.get(item.suggestion.id);
      const { changeSetId } = item;
      return {
        ...item,
        canUndo: item.canUndo && (item.recordCount > ENTRIES_MAX || (changeSetId !== null && wouldUndo(changeSetId))),
        entries: changeSetId === null ? [] : history.ofChangeSet(changeSetId, ENTRIES_MAX),
        suggestedAt: suggestion?.createdAt ?? null,
        approvedAt: suggestion?.state === 'approved' ? suggestion.resolvedAt : null,
        suggestionTitle: suggestion?.title ?? null,
      };
    },
    count: (filter) => ({ matching: count(activityConditions(filter)), total: count([]) }),
    csv: createCsv({ list, history, stores }),
  };
}

function toItem(row: Row, titles: ReadonlyMap<string, string>, values: ActivityItem['values']): ActivityItem {
  const { type, operation, undidOperation, undidTitle, undidCount } = row;
  // Restoring all that a change set deleted takes that one back, but it is not told as an undo.
  const undoes = operation === 'restore' ? null : row.undoes;
  return {
    sequence: row.sequence,
    at: row.at,
    type,
    actorKind: row.actorKind,
    actorName: row.actorName,
    conversationId: row.conversationId,
    conversationTitle: row.conversationId === null ? null : (titles.get(row.conversationId) ?? null),
    projectId: row.projectId,
    changeSetId: row.changeSetId,
    operation,
    recordKind: row.recordKind,
    recordId: row.recordId,
    title: row.title,
    fields: readFields(row.fields),
    values,
    recordCount: row.recordCount,
    undoes,
    undoneBy: row.undoneBy,
    // What an agent writes is a proposal, which is approved or rejected.
    canUndo: type === 'change' && row.actorKind !== 'agent' && row.undoneBy === null && row.isExpired === 0,
    suggestion:
      row.suggestionId === null || row.suggestionState === null || row.suggestionAgent === null
        ? null
        : { id: row.suggestionId, state: row.suggestionState, agent: row.suggestionAgent },
    undid:
      undoes === null || undidTitle === null || undidCount === null
        ? null
        : { operation: undidOperation, title: undidTitle, recordCount: undidCount },
    tool:
      row.toolName === null
        ? null
        : { name: row.toolName, found: row.toolFound, duration: row.toolDuration, error: row.toolError },
  };
}
