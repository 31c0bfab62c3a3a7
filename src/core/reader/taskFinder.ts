import type { TaskFinder, TaskReader } from '../workspace.ts';
import type { Reader } from './createReader.ts';

export interface TaskFinderParts {
  readonly tasks: TaskReader;
  readonly reader: Pick<Reader, 'read'>;
  readonly isCommon: (text: string) => boolean;
}

/** Lists and counts: nearly all of them answer at once, a search that finds very much does so in the reader's thread. */
export function createTaskFinder({ tasks, reader, isCommon }: TaskFinderParts): TaskFinder {
  const takesLong = ({ text }: { text?: string | undefined }): boolean => text !== undefined && isCommon(text);
  return {
    async find(input, signal) {
      const here = () => tasks.list(input);
      return takesLong(input) ? reader.read({ type: 'taskList', input }, here, signal) : here();
    },
    async findGroups(input, signal) {
      const here = () => tasks.groups(input);
      return takesLong(input) ? reader.read({ type: 'taskGroups', input }, here, signal) : here();
    },
  };
}
