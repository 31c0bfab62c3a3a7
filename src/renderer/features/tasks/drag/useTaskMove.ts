import type { InfiniteData } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { showError } from '../../../components/ui/showError.ts';
import { describeError } from '../../../i18n/describeError.ts';
import { todayDay } from '../../../i18n/format.ts';
import { useLastingMutation } from '../../../lib/useLastingMutation.ts';
import { client, queryClient, trpc } from '../../../trpc.ts';
import { offerUndo, rememberChange } from '../../undo/undo.ts';
import { GROUPINGS, STATUSES } from '../taskSearch.ts';
import { announce } from './announce.ts';
import type { TaskMove } from './dropPlace.ts';
import { moveInPages, movedTask } from './moveInPages.ts';

interface MoveOptions {
  /** The words of the group they are brought to; absent within a group. */
  group?: string | undefined;
  /** What is said instead of the usual sentence: a position, after a move by key. Then no toast says it too. */
  said?: string | undefined;
}

type Pages = InfiniteData<{ items: TaskListItem[]; nextCursor: string | null }>;

/**
 * Moves tasks: on screen at once, in the workspace in one step that can be undone. Where it fails everything goes back and
 * the reason is said.
 */
export function useTaskMove(): (move: TaskMove, options?: MoveOptions) => void {
  const { t } = useTranslation('board');
  const { mutate } = useLastingMutation({
    mutationKey: trpc.tasks.move.mutationKey(),
    mutationFn: (move: TaskMove) => client.tasks.move.mutate(move),
    onMutate: async (move: TaskMove) => {
      const listed = { queryKey: trpc.tasks.list.pathKey() };
      // A reading that is under way would bring the old order back; one that reads for the first time is let be.
      await queryClient.cancelQueries({ ...listed, predicate: (query) => query.state.data !== undefined });
      const before = queryClient.getQueriesData<Pages>(listed);
      const known = new Map(before.flatMap(([, data]) => tasksOf(data)).map((task) => [task.id, task]));
      const now = Date.now();
      const tasks = move.ids.flatMap((id) => {
        const task = known.get(id);
        return task === undefined ? [] : movedTask(task, move, now);
      });
      for (const [key, data] of before) {
        const question = questionOf(key[1]);
        if (data === undefined || question === null || !('pages' in data)) continue;
        queryClient.setQueryData<Pages>(key, { ...data, pages: moveInPages(data.pages, question, move, tasks) });
      }
      return { before };
    },
    onError: (error, _move, context) => {
      for (const [key, data] of context?.before ?? []) queryClient.setQueryData(key, data);
      void queryClient.invalidateQueries(trpc.tasks.list.pathFilter());
      showError(error);
      announce(describeError(error));
    },
  });
  return useCallback(
    (move, { group, said } = {}) => {
      const title = titleOf(move);
      const count = move.ids.length;
      mutate(move, {
        onSuccess: ({ changeSetId }) => {
          const message =
            group === undefined
              ? title === undefined
                ? t('drag.movedMany', { count })
                : t('drag.moved', { title })
              : title === undefined
                ? t('drag.movedManyTo', { count, group })
                : t('drag.movedTo', { title, group });
          if (said === undefined && group !== undefined) offerUndo({ changeSetId, message });
          else {
            rememberChange({ changeSetId, message });
            announce(said ?? message);
          }
        },
      });
    },
    [mutate, t],
  );
}

const tasksOf = (data: Pages | undefined): TaskListItem[] =>
  data === undefined || !('pages' in data) ? [] : data.pages.flatMap((page) => page.items);

/** The title of the one task that is moved; undefined for several. */
function titleOf({ ids }: TaskMove): string | undefined {
  const [id, ...more] = ids;
  if (more.length > 0) return undefined;
  return queryClient
    .getQueriesData<Pages>(trpc.tasks.list.pathFilter())
    .flatMap(([, data]) => tasksOf(data))
    .find((task) => task.id === id)?.title;
}

const questionSchema = z.object({
  input: z.object({
    status: z.enum(STATUSES).default('open'),
    groupBy: z.enum(GROUPINGS).default('none'),
    group: z.string().optional(),
    today: z.string().optional(),
  }),
});

/** What a list was asked, from the key it is kept under: tRPC has a call's input in the second part. */
function questionOf(part: unknown) {
  const parsed = questionSchema.safeParse(part);
  if (!parsed.success) return null;
  const { status, groupBy, group, today } = parsed.data.input;
  return { status, groupBy, group, today: today ?? todayDay() };
}
