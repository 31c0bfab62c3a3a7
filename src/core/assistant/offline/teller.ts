import type { RecordJson } from '../../../contracts/change.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import type { AnswerTask } from '../runs/runs.ts';
import { SourceBook } from '../sourceBook.ts';

/** How the offline provider speaks: line by line, with numbered sources, its work shown as steps. */
export interface Teller {
  /** Adds a line; between two calls others get their turn. */
  say(line: string): Promise<void>;
  /** Makes a record a source and answers its citation, `[1]`. */
  cite(record: { kind: RecordKind; id: string; title: string }): string;
  /** Shows `work` as a step. `key` is the same when the run is repeated. */
  step<Result>(
    key: string,
    tool: string,
    given: RecordJson,
    work: () => Promise<Result> | Result,
    count: (result: Result) => number | null,
  ): Promise<Result>;
}

/** Ids of the offline provider's steps and tool calls begin with this: they never meet those of a model. */
export const OFFLINE_PREFIX = 'offline';

export function createTeller(task: AnswerTask, now: () => number): Teller {
  const book = new SourceBook([]);
  let isFirst = true;
  return {
    async say(line) {
      task.signal.throwIfAborted();
      task.emit({ type: 'textAdded', text: isFirst ? line : `\n${line}` });
      isFirst = false;
      await new Promise(setImmediate);
    },
    cite(record) {
      const source = book.add(record);
      task.emit({ type: 'sourceFound', source });
      return `[${source.number}]`;
    },
    async step(key, tool, given, work, count) {
      task.signal.throwIfAborted();
      const startedAt = now();
      const step = { id: `${OFFLINE_PREFIX}.${key}`, tool, arguments: given };
      task.emit({ type: 'stepChanged', step: { ...step, state: 'running', count: null, duration: null } });
      const result = await work();
      const duration = Math.max(0, now() - startedAt);
      task.emit({ type: 'stepChanged', step: { ...step, state: 'done', count: count(result), duration } });
      return result;
    },
  };
}
