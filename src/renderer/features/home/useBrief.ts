import { useMutation, useQuery } from '@tanstack/react-query';
import type { Brief } from '../../../contracts/brief.ts';
import { todayDay } from '../../i18n/format.ts';
import { queryClient, trpc } from '../../trpc.ts';

export interface BriefControl {
  /** The last one; null where there is none, undefined until that is known. */
  brief: Brief | null | undefined;
  isWriting: boolean;
  /** Why the last press of the button gave none. */
  error: unknown;
  readError: unknown;
  write: () => void;
  readAgain: () => void;
}

export function useBrief(): BriefControl {
  const latest = useQuery(trpc.brief.latest.queryOptions());
  const { mutate, isPending, error } = useMutation(
    trpc.brief.generate.mutationOptions({
      onSuccess: (brief) => {
        queryClient.setQueryData(trpc.brief.latest.queryKey(), brief);
      },
    }),
  );
  return {
    brief: latest.data,
    isWriting: isPending,
    error,
    readError: latest.error,
    write: () => mutate({ today: todayDay() }),
    readAgain: () => void latest.refetch(),
  };
}
