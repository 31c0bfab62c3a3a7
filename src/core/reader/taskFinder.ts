import type { TaskFinder, TaskReader } from '../workspace.ts';
import type { Reader } from './createReader.ts';

/** Lists and counts: what is kept and indexed answers at once, a search in the reader's thread. */
export function createTaskFinder(tasks: TaskReader, { read }: Reader): TaskFinder {
  return {
    async find(input, signal) {
      const here = () => tasks.list(input);
      return input.text === undefined ? here() : read({ type: 'taskList', input }, here, signal);
    },
    async findGroups(input, signal) {
      const here = () => tasks.groups(input);
      return input.text === undefined ? here() : read({ type: 'taskGroups', input }, here, signal);
    },
  };
}
