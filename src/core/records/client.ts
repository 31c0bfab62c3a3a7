import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { uuidv7 } from 'uuidv7';
import type { clientListInputSchema } from '../../contracts/client.ts';
import { type Client, clientCreateSchema, clientSchema, clientUpdateSchema } from '../../contracts/client.ts';
import { AdiuvaError } from '../../contracts/errors.ts';
import { type ClientId, clientIdSchema } from '../../contracts/ids.ts';
import type { Color } from '../../contracts/text.ts';
import type { Database } from '../db/openDatabase.ts';
import type { Reader } from '../workspace.ts';
import { createPager, type Order } from './pager.ts';
import { editableOf, given, type RecordStore } from './recordStore.ts';
import { columnList, createRowWriter, type RawRow } from './rows.ts';

export const clients = sqliteTable(
  'clients',
  {
    id: text().$type<ClientId>().primaryKey(),
    version: integer().notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    name: text().notNull(),
    email: text().notNull(),
    company: text().notNull(),
    color: integer().$type<Color>().notNull(),
    isArchived: integer('is_archived', { mode: 'boolean' }).notNull(),
    notes: text().notNull(),
  },
  (table) => [
    index('clients_created').on(table.createdAt, table.id),
    index('clients_archived_created').on(table.isArchived, table.createdAt, table.id),
  ],
);

type Raw = RawRow<typeof clients.$inferSelect>;
const toClient = (row: Raw): Client => ({ ...row, isArchived: row.isArchived === 1 });
const SELECT = `select ${columnList(clients, 'c')} from clients c`;

export function createClientStore(database: Database): RecordStore<Client> {
  const { sqlite } = database;
  const rows = createRowWriter<Client>(database, clients);
  const selectOne = sqlite.prepare<[string], Raw>(`${SELECT} where c.id = ?`);
  const selectProjects = sqlite.prepare<[string], { id: string }>(
    'select id from projects where client_id = ? order by id',
  );
  const selectIds = sqlite.prepare<[string, number], { id: string }>(
    'select id from clients where id > ? order by id limit ?',
  );

  return {
    kind: 'client',
    read(id) {
      const row = selectOne.get(id);
      return row === undefined ? null : toClient(row);
    },
    insert: rows.insert,
    update: rows.update,
    remove: (client) => rows.remove(client.id),
    create(input, { now }) {
      const fields = clientCreateSchema.parse(input);
      return {
        id: fields.id ?? clientIdSchema.parse(uuidv7()),
        version: 1,
        createdAt: now,
        updatedAt: now,
        name: fields.name,
        email: fields.email ?? '',
        company: fields.company ?? '',
        color: fields.color ?? 1,
        notes: fields.notes ?? '',
        isArchived: fields.isArchived ?? false,
      };
    },
    edit(before, input) {
      const { id: _id, expectedVersion: _version, ...fields } = clientUpdateSchema.parse(input);
      return { ...before, ...given(fields) };
    },
    editable: editableOf(clientUpdateSchema),
    fromJson: (json) => clientSchema.parse(json),
    parseTarget: (input) => clientUpdateSchema.parse(input),
    titleOf: (client) => client.name,
    projectIdOf: () => null,
    references: () => [],
    children: () => [],
    mentions: (id) =>
      selectProjects.all(id).map((project) => ({ kind: 'project', id: project.id, fields: { clientId: null } })),
    countKeys: () => [],
    isPending: () => false,
    document: (client) => ({
      kind: 'client',
      id: client.id,
      title: client.name,
      body: [client.company, client.email, client.notes].filter((text) => text !== '').join('\n'),
      projectId: null,
    }),
    alsoIndexed: () => [],
    idsAfter: (id, limit) => selectIds.all(id, limit).map((row) => row.id),
  };
}

const byCreation: Order<Raw> = {
  name: 'created',
  key: 'c.created_at',
  id: 'c.id',
  direction: 'asc',
  type: 'number',
  keyOf: (row) => [row.createdAt, row.id],
};

/** Clients in the order they were made. */
export function createClientReader(database: Database): Reader<Client, Client, typeof clientListInputSchema> {
  const selectOne = database.sqlite.prepare<[string], Raw>(`${SELECT} where c.id = ?`);
  const page = createPager<Raw>(database);
  return {
    get(id) {
      const row = selectOne.get(id);
      if (row === undefined) throw new AdiuvaError('notFound', { recordKind: 'client', id });
      return toClient(row);
    },
    list({ archived, limit, cursor }) {
      const where = archived === 'include' ? [] : [{ sql: 'c.is_archived = ?', values: [archived === 'only' ? 1 : 0] }];
      return page({ select: SELECT, where, order: byCreation, limit, cursor, toItem: toClient });
    },
  };
}
