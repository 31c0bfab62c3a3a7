import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { row, rowMain, rowSelected, rowSuggested } from '../../components/ui/row.ts';
import { formatDay } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { ProjectName } from '../records/ProjectName.tsx';
import { useProjects } from '../records/useProjects.ts';
import { staleSentence, suggestedDay } from './describeSuggestion.ts';
import { SuggestionButtons } from './SuggestionButtons.tsx';

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
  const { t } = useTranslation('suggestions');
  const today = useToday();
  const projects = useProjects();
  const [isEditing, setIsEditing] = useState(false);
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
      <SuggestionButtons suggestion={suggestion} isEditing={isEditing} onEditing={setIsEditing} />
    </div>
  );
}
