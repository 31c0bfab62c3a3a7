import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { uuidv7 } from 'uuidv7';
import { AdiuvaError } from '../../contracts/errors.ts';
import { type ViewId, viewIdSchema } from '../../contracts/ids.ts';
import type { viewListInputSchema } from '../../contracts/view.ts';
import { type View, viewCreateSchema, viewQuerySchema, viewSchema, viewUpdateSchema } from '../../contracts/view.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Reader } from '../workspace.ts';
import { checkOrder, orderAfter } from './manualOrder.ts';
import { createPager, type Order } from './pager.ts';
import { editableOf, given, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';

export const views = sqliteTable(
  'views',
  {
    id: text().$type<ViewId>().primaryKey(),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    name: text().notNull(),
    /** JSON: ViewQuery */
    query: text().notNull(),
    sortOrder: text('sort_order').notNull(),
  },
  (table) => [index('views_manual').on(table.sortOrder, table.id)],
);

type Row = typeof views.$inferSelect;
type Raw = RawRow<Row>;
const SELECT = `select ${columnList(views, 'v')} from views v`;
const toView = (row: Raw): View => ({ ...row, query: viewQuerySchema.parse(JSON.parse(row.query)) });
const toRow = (view: View): Row => ({ ...view, query: JSON.stringify(view.query) });

export function createViewStore(database: Database): RecordStore<View> {
  const { sqlite } = database;
  const rows = createRowWriter<Row>(database, views);
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT} where v.id = ?`);
  const selectLast = sqlite.prepare<[], { last: string | null }>('select max(sort_order) as last from views');
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from views where id > ? order by id limit ?',
  );

  return {
    kind: 'view',
    read(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : toView(row);
    },
    insert: (view) => rows.insert(toRow(view)),
    update: (view, before) => rows.update(toRow(view), toRow(before)),
    remove: (view) => rows.remove(view.id),
    create(input, { now }) {
      const fields = viewCreateSchema.parse(input);
      return {
        id: fields.id ?? viewIdSchema.parse(uuidv7()),
        version: 1,
        createdAt: now,
        updatedAt: now,
        name: fields.name,
        query: fields.query,
        sortOrder:
          fields.sortOrder === undefined ? orderAfter(selectLast.get()?.last ?? null) : checkOrder(fields.sortOrder),
      };
    },
    edit(before, input) {
      const { id: _id, expectedVersion: _version, ...fields } = viewUpdateSchema.parse(input);
      if (fields.sortOrder !== undefined) checkOrder(fields.sortOrder);
      return { ...before, ...given(fields) };
    },
    editable: editableOf(viewUpdateSchema),
    fromJson: (json) => viewSchema.parse(json),
    parseTarget: (input) => viewUpdateSchema.parse(input),
    titleOf: (view) => view.name,
    projectIdOf: () => null,
    // What a view asks for may go: then it finds nothing.
    references: () => [],
    children: () => [],
    mentions: () => [],
    countKeys: () => [],
    isPending: () => false,
    document: () => null,
    alsoIndexed: () => [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

const byOrder: Order<Raw> = {
  name: 'manual',
  key: 'v.sort_order',
  id: 'v.id',
  direction: 'asc',
  type: 'string',
  keyOf: (row) => [row.sortOrder, row.id],
};

export function createViewReader(database: Database): Reader<View, View, typeof viewListInputSchema> {
  const selectOne = database.sqlite.prepare<[string], Raw>(`${SELECT} where v.id = ?`);
  const page = createPager<Raw>(database);
  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'view', id });
      return toView(row);
    },
    list: ({ limit, cursor }) => page({ select: SELECT, where: [], order: byOrder, limit, cursor, toItem: toView }),
  };
}
