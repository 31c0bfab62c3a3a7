import { useTranslation } from 'react-i18next';
import type { RecordJson } from '../../../contracts/change.ts';
import type { SuggestionId } from '../../../contracts/ids.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { showError } from '../../components/ui/showError.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';
import { markSettling } from './settling.ts';

/** What the user changed of one change of a set, or that it is not wanted. */
export interface SetEdit {
  readonly index: number;
  readonly edits?: RecordJson;
  readonly isLeftOut?: boolean;
}

export interface ApproveOptions {
  edits?: RecordJson;
  /** Of a set. */
  changes?: SetEdit[];
  onSuccess?: () => void;
}

/** Approves, as it is or with edits; with Undo. `isWorking` while it is on its way. */
export function useApprove(): {
  approve: (suggestion: Suggestion, options?: ApproveOptions) => void;
  isWorking: boolean;
  error: unknown;
} {
  const { t } = useTranslation('suggestions');
  const { mutate, isPending, error } = useLastingMutation(trpc.suggestions.approve.mutationOptions());
  return {
    isWorking: isPending,
    error,
    approve: (suggestion, { edits, changes, onSuccess } = {}) => {
      mutate(
        { id: suggestion.id, ...(edits === undefined ? {} : { edits }), ...(changes === undefined ? {} : { changes }) },
        {
          onSuccess: ({ changeSetId, suggestion: approved }) => {
            markSettling(approved.changes.map((change) => change.recordId));
            offerUndo({ changeSetId, message: t('toast.approved', { title: approved.title }) });
            onSuccess?.();
          },
          onError: (failure) => {
            // With edits there is a form that keeps them and says it below the fields.
            if (edits === undefined && changes === undefined) showError(failure);
          },
        },
      );
    },
  };
}

/** Approves all of these that can be, in one step with one Undo, and says what was left out. */
export function useApproveMany(): { approveMany: (suggestions: readonly Suggestion[]) => void; isWorking: boolean } {
  const { t } = useTranslation('suggestions');
  const { mutate, isPending } = useLastingMutation(trpc.suggestions.approveMany.mutationOptions());
  return {
    isWorking: isPending,
    approveMany: (suggestions) => {
      const records = new Map<SuggestionId, string[]>(
        suggestions.map(({ id, changes }) => [id, changes.map(({ recordId }) => recordId)]),
      );
      mutate(
        { ids: [...records.keys()] },
        {
          onSuccess: ({ approved, leftOut, changeSetId }) => {
            markSettling(approved.flatMap((id) => records.get(id) ?? []));
            const words = (count: number) => ({ count, formatted: formatNumber(count) });
            const rest = leftOut.length === 0 ? null : t('toast.leftOut', words(leftOut.length));
            if (changeSetId === null) {
              showToast({ message: rest ?? t('toast.noneApproved') });
              return;
            }
            const message = t('toast.approvedMany', words(approved.length));
            offerUndo({ changeSetId, message: rest === null ? message : `${message}. ${rest}` });
          },
          onError: (failure) => showError(failure),
        },
      );
    },
  };
}

/** Brings a stale suggestion up to its records as they are now, or says that nothing of it is left. */
export function useReviewAgain(): { reviewAgain: (suggestion: Suggestion) => void; isWorking: boolean } {
  const { t } = useTranslation('suggestions');
  const { mutate, isPending } = useLastingMutation(trpc.suggestions.refresh.mutationOptions());
  return {
    isWorking: isPending,
    reviewAgain: ({ id, title }) => {
      mutate(
        { id },
        {
          onSuccess: ({ changeSetId }) => {
            if (changeSetId === null) showToast({ message: t('toast.refreshed', { title }) });
            else offerUndo({ changeSetId, message: t('toast.nothingLeft', { title }) });
          },
          onError: (failure) => showError(failure),
        },
      );
    },
  };
}

/** Rejects, with the user's reason or without; with Undo. */
export function useReject(): { reject: (suggestion: Suggestion, reason?: string) => void; isWorking: boolean } {
  const { t } = useTranslation('suggestions');
  const { mutate, isPending } = useLastingMutation(trpc.suggestions.reject.mutationOptions());
  return {
    isWorking: isPending,
    reject: (suggestion, reason = '') => {
      mutate(
        { id: suggestion.id, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
        {
          onSuccess: ({ changeSetId }) => {
            offerUndo({ changeSetId, message: t('toast.rejected', { title: suggestion.title }) });
          },
          onError: (failure) => {
            showError(failure);
          },
        },
      );
    },
  };
}
