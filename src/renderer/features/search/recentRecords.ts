import { z } from 'zod';

export const recentKindSchema = z.enum(['task', 'note', 'project', 'client']);
const recentRecordSchema = z.object({ kind: recentKindSchema, id: z.uuid() });
export type RecentRecord = z.infer<typeof recentRecordSchema>;

const KEPT = 12;
type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** `workspace` tells apart what several workspaces keep in one browser: its folder. */
const keyOf = (workspace: string): string => `adiuva.recent.${workspace}`;

/** What was opened last, newest first. Whatever else lies there, or nothing, is an empty list. */
export function readRecent(store: Store, workspace: string): readonly RecentRecord[] {
  try {
    return z
      .array(recentRecordSchema)
      .parse(JSON.parse(store.getItem(keyOf(workspace)) ?? '[]'))
      .slice(0, KEPT);
  } catch {
    return [];
  }
}

export function rememberRecent(store: Store, workspace: string, record: RecentRecord): void {
  const others = readRecent(store, workspace).filter(({ id }) => id !== record.id);
  write(store, workspace, [record, ...others].slice(0, KEPT));
}

/** Takes out what is gone. */
export function forgetRecent(store: Store, workspace: string, ids: ReadonlySet<string>): void {
  const records = readRecent(store, workspace);
  const left = records.filter(({ id }) => !ids.has(id));
  if (left.length < records.length) write(store, workspace, left);
}

function write(store: Store, workspace: string, records: readonly RecentRecord[]): void {
  try {
    store.setItem(keyOf(workspace), JSON.stringify(records));
  } catch {
    // Storage can be full or refused; the only loss is this list.
  }
}
