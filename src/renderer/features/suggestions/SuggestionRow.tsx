import { Check, Pencil, Sparkles, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { row, rowMain, rowSelected, rowSuggested } from '../../components/ui/row.ts';
import { formatDay } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { ProjectName } from '../records/ProjectName.tsx';
import { useProjects } from '../records/useProjects.ts';
import { staleSentence, suggestedDay } from './describeSuggestion.ts';
import { SuggestionEditDialog } from './SuggestionEditDialog.tsx';
import { keysOf } from '../commands/shortcuts.ts';
import { useApprove, useReject } from './useSuggestionActions.ts';

interface SuggestionRowProps {
  suggestion: Suggestion;
  showsProject?: boolean;
  isSelected?: boolean;
  /** For a roving focus, as in TaskRow. */
  tabIndex?: number;
  /** Absent: the row opens the edit dialog. */
  onOpen?: (suggestion: Suggestion) => void;
}

/** A pending record in its place in a list: dashed, Sparkles first; Edit, Reject, Approve at its end. */
export function SuggestionRow({
  suggestion,
  showsProject = true,
  isSelected = false,
  tabIndex,
  onOpen,
}: SuggestionRowProps) {
  const { t } = useTranslation(['suggestions', 'common']);
  const today = useToday();
  const projects = useProjects();
  const [isEditing, setIsEditing] = useState(false);
  const { approve, isWorking } = useApprove();
  const { reject, isWorking: isRejecting } = useReject();
  const [change] = suggestion.changes;
  const date = change === undefined ? null : suggestedDay(change);
  const stale = staleSentence(suggestion);
  const day = date === null ? null : formatDay(date, today);
  const { title } = suggestion;
  return (
    <div
      className={cn(
        row,
        rowSuggested,
        stale !== null && 'border-suggestion-stale bg-transparent',
        isSelected && rowSelected,
      )}
      data-suggestion-row={suggestion.id}
    >
      <Sparkles aria-hidden className={stale === null ? 'text-assistant' : 'text-suggestion-stale'} />
      <button
        type="button"
        data-row-main
        tabIndex={tabIndex}
        className={rowMain}
        dir="auto"
        onClick={() => {
          if (onOpen) onOpen(suggestion);
          else setIsEditing(true);
        }}
      >
        {title}
        <span className="sr-only">{`, ${t('pending')}`}</span>
        {showsProject || stale !== null ? (
          <span className="ml-2.5 type-meta text-muted-foreground">{stale ?? day}</span>
        ) : null}
      </button>
      {showsProject ? (
        <ProjectName project={projects.byId(suggestion.projectId)} className="w-36 @max-[520px]:hidden" />
      ) : stale === null ? (
        <span className="flex-none type-meta text-muted-foreground tabular-nums">{day}</span>
      ) : null}
      <div className="relative z-1 flex flex-none items-center gap-0.5">
        {suggestion.kind === 'create' ? (
          <IconButton
            size="row"
            label={t('editNamed', { title })}
            hint={t('editThenApprove')}
            shortcut={keysOf('edit')}
            data-action="edit"
            onClick={() => setIsEditing(true)}
          >
            <Pencil aria-hidden className="icon-14" />
          </IconButton>
        ) : null}
        <IconButton
          size="row"
          label={t('rejectNamed', { title })}
          hint={t('common:actions.reject')}
          shortcut={keysOf('reject')}
          data-action="reject"
          disabled={isRejecting}
          onClick={() => reject(suggestion)}
        >
          <X aria-hidden />
        </IconButton>
        {stale === null ? (
          <IconButton
            size="row"
            label={t('approveNamed', { title })}
            hint={t('common:actions.approve')}
            shortcut={keysOf('approve')}
            data-action="approve"
            disabled={isWorking}
            onClick={() => approve(suggestion)}
          >
            <Check aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {suggestion.kind === 'create' ? (
        <SuggestionEditDialog suggestion={suggestion} open={isEditing} onOpenChange={setIsEditing} />
      ) : null}
    </div>
  );
}
