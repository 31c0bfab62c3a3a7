import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Brief, BriefKey, BriefKind, BriefListItem } from '../../../contracts/brief.ts';
import { todayDay } from '../../i18n/format.ts';
import { queryClient, trpc } from '../../trpc.ts';

/** Of those kept, how many are offered to be read again. */
const EARLIER = 60;

export interface BriefControl {
  /** The one that is read: the last one, or the earlier one that was chosen. null: there is none; undefined: not known yet. */
  brief: Brief | null | undefined;
  /** Those that can be read, the last one first. */
  kept: readonly BriefListItem[];
  /** Which is being written. */
  writing: BriefKind | null;
  /** Why the last press of a button gave none, and of which. */
  error: unknown;
  failed: BriefKind;
  readError: unknown;
  write: (kind: BriefKind) => void;
  read: (key: BriefKey) => void;
  readAgain: () => void;
}

export function useBrief(): BriefControl {
  const latest = useQuery(trpc.brief.latest.queryOptions());
  const writtenAt = latest.data?.generatedAt;
  // An earlier one is read until another one is written.
  const [chosen, setChosen] = useState<{ key: BriefKey; since: number } | null>(null);
  const key = chosen !== null && chosen.since === writtenAt ? chosen.key : null;
  const earlier = useQuery({
    ...trpc.brief.get.queryOptions(key ?? { kind: 'day', day: todayDay() }),
    enabled: key !== null,
    placeholderData: keepPreviousData,
  });
  const kept = useQuery({ ...trpc.brief.list.queryOptions({ limit: EARLIER }), enabled: writtenAt !== undefined });
  const { mutate, isPending, error, variables } = useMutation(
    trpc.brief.generate.mutationOptions({
      onSuccess: (brief) => {
        queryClient.setQueryData(trpc.brief.latest.queryKey(), brief);
        setChosen(null);
      },
    }),
  );
  const asked = variables?.kind ?? 'day';
  const shown = key === null ? latest : earlier;
  return {
    brief: key === null ? latest.data : (earlier.data ?? latest.data),
    kept: kept.data?.items ?? [],
    writing: isPending ? asked : null,
    error,
    failed: asked,
    readError: shown.error,
    write: (kind) => mutate({ today: todayDay(), kind }),
    read: (next) => setChosen(writtenAt === undefined ? null : { key: next, since: writtenAt }),
    readAgain: () => void shown.refetch(),
  };
}
