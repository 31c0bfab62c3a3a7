import { useTranslation } from 'react-i18next';
import type { RecordJson } from '../../../contracts/change.ts';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { showError } from '../../components/ui/showError.ts';
import { useLastingMutation } from '../../lib/useLastingMutation.ts';
import { trpc } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';
import { markSettling } from './settling.ts';

export interface ApproveOptions {
  edits?: RecordJson;
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
    approve: (suggestion, { edits, onSuccess } = {}) => {
      mutate(
        { id: suggestion.id, ...(edits === undefined ? {} : { edits }) },
        {
          onSuccess: ({ changeSetId, suggestion: approved }) => {
            markSettling(approved.changes.map((change) => change.recordId));
            offerUndo({ changeSetId, message: t('toast.approved', { title: approved.title }) });
            onSuccess?.();
          },
          onError: (failure) => {
            // With edits there is a form that keeps them and says it below the fields.
            if (edits === undefined) showError(failure);
          },
        },
      );
    },
  };
}

/** Rejects; with Undo. */
export function useReject(): { reject: (suggestion: Suggestion) => void; isWorking: boolean } {
  const { t } = useTranslation('suggestions');
  const { mutate, isPending } = useLastingMutation(trpc.suggestions.reject.mutationOptions());
  return {
    isWorking: isPending,
    reject: (suggestion) => {
      mutate(
        { id: suggestion.id },
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
