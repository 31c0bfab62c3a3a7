import { z } from 'zod';
import { AdiuvaError } from '../../contracts/errors.ts';
import type { SuggestionId } from '../../contracts/ids.ts';
import { recordLinkSchema } from '../../contracts/record.ts';
import { type ProposedChange, proposedChangeSchema, type Suggestion } from '../../contracts/suggestion.ts';
import type { Database } from '../db/openDatabase.ts';
import type { RecordStores } from '../records/createRecords.ts';
import { type Condition, createPager, type Order } from '../records/pager.ts';
import { columnList } from '../records/rows.ts';
import type { SuggestionService } from '../workspace.ts';
import { PENDING_SUGGESTIONS_KEY } from './changeSet.ts';
import { toJson } from './images.ts';
import { createStaleness } from './staleness.ts';
import { suggestions } from './tables.ts';

export interface SuggestionReader extends Pick<SuggestionService, 'get' | 'list' | 'count'> {
  find(id: SuggestionId): Suggestion | null;
}

type Row = typeof suggestions.$inferSelect;
const SELECT = `select ${columnList(suggestions, 's')} from suggestions s`;

/** The changes of a suggestion as its row keeps them, JSON. */
export const proposedChangesSchema = z.array(proposedChangeSchema);

const newestFirst: Order<Row> = {
  name: 'made',
  key: 's.sequence',
  id: 's.id',
  direction: 'desc',
  type: 'number',
  keyOf: (row) => [row.sequence, row.id],
};

export function createSuggestionReader(database: Database, stores: RecordStores): SuggestionReader {
  const { sqlite } = database;
  const selectOne = sqlite.prepare<[string], Row>(`${SELECT} where s.id = ?`);
  const selectCount = sqlite.prepare<[], { value: number }>(
    `select value from counts where key = '${PENDING_SUGGESTIONS_KEY}'`,
  );
  const page = createPager<Row>(database);
  const staleOf = createStaleness(database, stores);

  function toSuggestion(row: Row): Suggestion {
    const { sequence: _sequence, recordKind: _kind, recordId: _id, fingerprint: _fingerprint, ...fields } = row;
    const stored = proposedChangesSchema.parse(JSON.parse(row.changes));
    const changes = row.state === 'pending' && row.kind === 'create' ? stored.map(asItIsNow) : stored;
    return {
      ...fields,
      changes,
      source: row.source === null ? null : recordLinkSchema.nullable().parse(JSON.parse(row.source)),
      stale: row.state === 'pending' ? staleOf(row.kind, changes) : [],
    };
  }

  /** The user may have edited a pending record in place; what would be approved is the record as it is now. */
  function asItIsNow(change: ProposedChange): ProposedChange {
    const record = stores[change.recordKind].read(change.recordId);
    return record === null
      ? change
      : { ...change, title: stores[change.recordKind].titleOf(record), after: toJson(record) };
  }

  const find = (id: SuggestionId): Suggestion | null => {
    const row = selectOne.get(id);
    return row === undefined ? null : toSuggestion(row);
  };

  return {
    find,
    get(id) {
      const suggestion = find(id);
      if (suggestion === null) throw new AdiuvaError('notFound', { recordKind: 'suggestion', id });
      return suggestion;
    },
    list({ state, projectId, conversationId, limit, cursor }) {
      const where: Condition[] = [{ sql: 's.state = ?', values: [state] }];
      if (projectId !== undefined) where.push({ sql: 's.project_id = ?', values: [projectId] });
      if (conversationId !== undefined) where.push({ sql: 's.conversation_id = ?', values: [conversationId] });
      return page({ select: SELECT, where, order: newestFirst, limit, cursor, toItem: toSuggestion });
    },
    count: () => selectCount.get()?.value ?? 0,
  };
}
