import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ChangeSetId, ProjectId } from '../../contracts/ids.ts';
import type { RecordKind } from '../../contracts/record.ts';
import type { TrashItem } from '../../contracts/trash.ts';

/** What was deleted and can come back. The records themselves are in the history of the change set that deleted them. */
export const trash = sqliteTable(
  'trash',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    recordKind: text('record_kind').$type<RecordKind>().notNull(),
    recordId: text('record_id').notNull(),
    title: text().notNull(),
    projectId: text('project_id').$type<ProjectId>(),
    deletedAt: integer('deleted_at').notNull(),
    childCount: integer('child_count').notNull(),
    actorKind: text('actor_kind').$type<TrashItem['actorKind']>().notNull(),
    actorName: text('actor_name'),
    changeSetId: text('change_set_id').$type<ChangeSetId>().notNull(),
  },
  (table) => [
    uniqueIndex('trash_record').on(table.recordKind, table.recordId),
    // Ends in the row's sequence by itself.
    index('trash_deleted').on(table.deletedAt),
  ],
);
