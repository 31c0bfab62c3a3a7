import { queryClient } from '../../trpc.ts';

/** Routers whose calls write records. The assistant's answer, say, is not waited for. */
const WRITERS = new Set([
  'tasks',
  'projects',
  'clients',
  'checkpoints',
  'notes',
  'comments',
  'views',
  'suggestions',
  'trash',
]);
/** Longer than any write takes; one that hangs must not take undo away. */
const PATIENCE = 2_000;

/** Resolves when the writes that are on their way have ended, well or not. At once where there are none. */
export function settleWrites(): Promise<void> {
  const isWriting = (): boolean =>
    queryClient.isMutating({ predicate: ({ options }) => isWriter(options.mutationKey) }) > 0;
  if (!isWriting()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    const stop = queryClient.getMutationCache().subscribe(() => {
      // Its own callbacks, which remember the change, run before the next task.
      if (!isWriting()) setTimeout(end, 0);
    });
  });
}

/** tRPC's key: `[['tasks', 'update']]`. Calls without a key are the app's own functions around such a call. */
function isWriter(key: readonly unknown[] | undefined): boolean {
  if (key === undefined) return true;
  const [path] = key;
  return Array.isArray(path) && typeof path[0] === 'string' && WRITERS.has(path[0]);
}
