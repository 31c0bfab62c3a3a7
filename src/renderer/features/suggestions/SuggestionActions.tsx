import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { cn } from '../../lib/cn.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { RejectPopover } from './RejectPopover.tsx';
import { canEdit, SuggestionEditDialog } from './SuggestionEditDialog.tsx';
import { useApprove, useReviewAgain } from './useSuggestionActions.ts';

interface SuggestionActionsProps {
  suggestion: Suggestion;
  /** Approve is gold, and Ctrl or Cmd and Enter is its key. */
  isMain?: boolean;
  className?: string;
}

/** Approve, Edit, Reject in words; of a stale one Review again and Reject. */
export function SuggestionActions({ suggestion, isMain = false, className }: SuggestionActionsProps) {
  const { t } = useTranslation(['suggestions', 'common']);
  const [isEditing, setIsEditing] = useState(false);
  const { approve, isWorking } = useApprove();
  const { reviewAgain, isWorking: isReviewing } = useReviewAgain();
  const { title } = suggestion;
  const isStale = suggestion.stale.length > 0;
  return (
    <div className={cn('flex flex-wrap items-center gap-1', className)}>
      {isStale ? (
        <Button
          size="sm"
          data-action="approve"
          aria-label={t('reviewAgainNamed', { title })}
          disabled={isReviewing}
          onClick={() => reviewAgain(suggestion)}
        >
          {t('reviewAgain')}
        </Button>
      ) : (
        <Button
          size="sm"
          variant={isMain ? 'primary' : 'outline'}
          data-approve
          data-action="approve"
          aria-label={t('approveNamed', { title })}
          disabled={isWorking}
          onClick={() => approve(suggestion)}
        >
          {t('common:actions.approve')}
        </Button>
      )}
      {!isStale && canEdit(suggestion) ? (
        <Button
          size="sm"
          variant={isMain ? 'outline' : 'ghost'}
          data-action="edit"
          aria-label={t('editNamed', { title })}
          onClick={() => setIsEditing(true)}
        >
          {t('common:actions.edit')}
        </Button>
      ) : null}
      <RejectPopover suggestion={suggestion}>
        <Button size="sm" variant="ghost" data-action="reject" aria-label={t('rejectNamed', { title })}>
          {t('common:actions.reject')}
        </Button>
      </RejectPopover>
      {isMain && !isStale ? (
        <span className="ml-auto flex">
          <Kbd keys={keysOf('approveInChat')} />
        </span>
      ) : null}
      <SuggestionEditDialog suggestion={suggestion} open={isEditing} onOpenChange={setIsEditing} />
    </div>
  );
}
