import { Check, Pencil, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { cn } from '../../lib/cn.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { RejectPopover } from './RejectPopover.tsx';
import { canEdit, SuggestionEditDialog } from './SuggestionEditDialog.tsx';
import { useApprove, useReviewAgain } from './useSuggestionActions.ts';

interface SuggestionButtonsProps {
  suggestion: Suggestion;
  /** Whether the list around has the keys for them, which the tooltips then tell. */
  hasKeys?: boolean;
  isEditing: boolean;
  onEditing: (isEditing: boolean) => void;
  className?: string;
}

/**
 * Edit, Reject, Approve: the end of a pending record's row or card, with the dialog that edits it. What was overtaken is
 * reviewed again instead of being approved.
 */
export function SuggestionButtons({
  suggestion,
  hasKeys = true,
  isEditing,
  onEditing,
  className,
}: SuggestionButtonsProps) {
  const { t } = useTranslation(['suggestions', 'common']);
  const { approve, isWorking } = useApprove();
  const { reviewAgain, isWorking: isReviewing } = useReviewAgain();
  const { title } = suggestion;
  const isStale = suggestion.stale.length > 0;
  const keyOf = (id: 'edit' | 'reject' | 'approve') => (hasKeys ? { shortcut: keysOf(id) } : {});
  return (
    <div className={cn('relative z-1 flex flex-none items-center gap-0.5', className)}>
      {!isStale && canEdit(suggestion) ? (
        <IconButton
          size="row"
          label={t('editNamed', { title })}
          hint={t('editThenApprove')}
          {...keyOf('edit')}
          data-action="edit"
          onClick={() => onEditing(true)}
        >
          <Pencil aria-hidden className="icon-14" />
        </IconButton>
      ) : null}
      <RejectPopover suggestion={suggestion}>
        <IconButton
          size="row"
          label={t('rejectNamed', { title })}
          hint={t('common:actions.reject')}
          {...keyOf('reject')}
          data-action="reject"
        >
          <X aria-hidden />
        </IconButton>
      </RejectPopover>
      {isStale ? (
        <IconButton
          size="row"
          label={t('reviewAgainNamed', { title })}
          hint={t('reviewAgain')}
          {...keyOf('approve')}
          data-action="approve"
          disabled={isReviewing}
          onClick={() => reviewAgain(suggestion)}
        >
          <RotateCw aria-hidden className="icon-14" />
        </IconButton>
      ) : (
        <IconButton
          size="row"
          label={t('approveNamed', { title })}
          hint={t('common:actions.approve')}
          {...keyOf('approve')}
          data-action="approve"
          disabled={isWorking}
          onClick={() => approve(suggestion)}
        >
          <Check aria-hidden />
        </IconButton>
      )}
      <SuggestionEditDialog suggestion={suggestion} open={isEditing} onOpenChange={onEditing} />
    </div>
  );
}
