import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrashItem, TrashRestored } from '../../../contracts/trash.ts';
import { showError } from '../../components/ui/showError.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { client } from '../../trpc.ts';
import { fieldLabel } from '../history/describeField.ts';
import { offerUndo } from '../undo/undo.ts';

type TrashRef = Pick<TrashItem, 'kind' | 'id' | 'title'>;

/** As many as one call takes. */
const BATCH = 1_000;
/** Links that could not come back are named up to here. */
const NAMED = 3;

export interface TrashActions {
  /** Brings back whole, with what hung on it, as one step that can be undone; says which links could not come back. */
  restore(items: readonly TrashRef[]): void;
  deleteForGood(items: readonly TrashRef[]): void;
  empty(): void;
  /** Something is on its way. */
  readonly working: 'restore' | 'delete' | null;
}

/** What can be done with things in the trash. Failures are said, with the reason. */
export function useTrashActions(onDone: () => void): TrashActions {
  const { t } = useTranslation('trash');
  const onError = (error: unknown): void => {
    showError(error);
  };
  const { mutate: restore, isPending: isRestoring } = useMutation({
    mutationFn: async (items: readonly TrashRef[]) => {
      for (let start = 0; start < items.length; start += BATCH) {
        const batch = items.slice(start, start + BATCH);
        const restored = await client.trash.restore.mutate({ items: batch.map(({ kind, id }) => ({ kind, id })) });
        offerUndo({ changeSetId: restored.changeSetId, message: restoredWords(batch, restored) });
      }
    },
    onSuccess: onDone,
    onError,
  });
  const { mutate: remove, isPending: isRemoving } = useMutation({
    mutationFn: async (items: readonly TrashRef[]) => {
      let count = 0;
      for (let start = 0; start < items.length; start += BATCH) {
        const batch = items.slice(start, start + BATCH);
        count += (await client.trash.delete.mutate({ items: batch.map(({ kind, id }) => ({ kind, id })) })).count;
      }
      return { count, title: items.length === 1 ? (items[0]?.title ?? '') : null };
    },
    onSuccess: ({ count, title }) => {
      showToast({
        message:
          title === null
            ? t('toast.deletedMany', { count, formatted: formatNumber(count) })
            : t('toast.deleted', { title: title === '' ? t('untitled') : title }),
      });
      onDone();
    },
    onError,
  });
  const { mutate: empty, isPending: isEmptying } = useMutation({
    mutationFn: () => client.trash.empty.mutate(),
    onSuccess: ({ count }) => {
      showToast({ message: t('toast.deletedMany', { count, formatted: formatNumber(count) }) });
      onDone();
    },
    onError,
  });

  function restoredWords(items: readonly TrashRef[], { count, dropped }: TrashRestored): string {
    const [only] = items;
    const message =
      items.length === 1 && only !== undefined
        ? t('toast.restored', { title: only.title === '' ? t('untitled') : only.title })
        : t('toast.restoredMany', { count, formatted: formatNumber(count) });
    if (dropped.length === 0) return message;
    const links = dropped
      .slice(0, NAMED)
      .map(({ field, title }) => t('toast.link', { field: fieldLabel(field), title }))
      .join(', ');
    return t('toast.dropped', {
      message,
      count: dropped.length,
      formatted: formatNumber(dropped.length),
      links: dropped.length > NAMED ? `${links}, …` : links,
    });
  }

  const working = isRestoring ? 'restore' : isRemoving || isEmptying ? 'delete' : null;
  return useMemo(() => ({ restore, deleteForGood: remove, empty, working }), [restore, remove, empty, working]);
}
