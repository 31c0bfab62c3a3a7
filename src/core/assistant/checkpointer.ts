import { SqliteSaver } from '@langchain/langgraph-checkpoint-sqlite';
import type { Database } from '../db/openDatabase.ts';

/**
 * LangGraph's SQLite checkpointer over the workspace's own connection. It calls its tables `checkpoints` and `writes`,
 * and the first is the name of our records: the statements are given the names of tables.ts on their way.
 */
export function createCheckpointer({ sqlite }: Pick<Database, 'sqlite'>): SqliteSaver {
  const rename = (statement: string): string =>
    statement.replaceAll(/\bcheckpoints\b/gu, 'run_checkpoints').replaceAll(/\bwrites\b/gu, 'run_checkpoint_writes');
  const renaming = new Proxy(sqlite, {
    get(target, name) {
      if (name === 'prepare') return (statement: string) => target.prepare(rename(statement));
      if (name === 'exec') return (statement: string) => target.exec(rename(statement));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function'
        ? (...given: unknown[]): unknown => Reflect.apply(value, target, given)
        : value;
    },
  });
  return new SqliteSaver(renaming);
}
