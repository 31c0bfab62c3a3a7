import { useQuery } from '@tanstack/react-query';
import { PAGE_LIMIT_MAX } from '../../../../contracts/page.ts';
import type { View } from '../../../../contracts/view.ts';
import { trpc } from '../../../trpc.ts';

const NO_VIEWS: readonly View[] = [];

/** The saved views of tasks, in their own order; none while they are not read. */
export function useViews(): readonly View[] {
  return useQuery(trpc.views.list.queryOptions({ limit: PAGE_LIMIT_MAX })).data?.items ?? NO_VIEWS;
}
