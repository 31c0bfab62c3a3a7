import { Check, Pencil, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { cn } from '../../lib/cn.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { SuggestionEditDialog } from './SuggestionEditDialog.tsx';
import { useApprove, useReject } from './useSuggestionActions.ts';

interface SuggestionButtonsProps {
  suggestion: Suggestion;
  /** Whether the list around has the keys for them, which the tooltips then tell. */
  hasKeys?: boolean;
  isEditing: boolean;
  onEditing: (isEditing: boolean) => void;
  className?: string;
}

/**
 * Edit, Reject, Approve: the end of a pending record's row or card, with the dialog that edits it. What was overtaken
 * cannot be approved; only a record that would be new can be edited before.
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
  const { reject, isWorking: isRejecting } = useReject();
  const { title } = suggestion;
  const keyOf = (id: 'edit' | 'reject' | 'approve') => (hasKeys ? { shortcut: keysOf(id) } : {});
  return (
    <div className={cn('relative z-1 flex flex-none items-center gap-0.5', className)}>
      {suggestion.kind === 'create' ? (
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
      <IconButton
        size="row"
        label={t('rejectNamed', { title })}
        hint={t('common:actions.reject')}
        {...keyOf('reject')}
        data-action="reject"
        disabled={isRejecting}
        onClick={() => reject(suggestion)}
      >
        <X aria-hidden />
      </IconButton>
      {suggestion.stale.length > 0 ? null : (
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
      {suggestion.kind === 'create' ? (
        <SuggestionEditDialog suggestion={suggestion} open={isEditing} onOpenChange={onEditing} />
      ) : null}
    </div>
  );
}
