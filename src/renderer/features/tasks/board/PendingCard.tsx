import { Sparkles } from 'lucide-react';
import { type MouseEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../../contracts/suggestion.ts';
import type { TaskListItem } from '../../../../contracts/task.ts';
import { Swatch } from '../../../components/ui/Swatch.tsx';
import { cn } from '../../../lib/cn.ts';
import { staleSentence } from '../../suggestions/describeSuggestion.ts';
import { SuggestionButtons } from '../../suggestions/SuggestionButtons.tsx';
import { useDragItem } from '../drag/useTaskDragging.ts';
import { card, cardFoot, cardMain } from './cardStyles.ts';

interface PendingCardProps {
  task: TaskListItem;
  suggestion: Suggestion;
  project?: { name: string; color: number } | undefined;
  surface: string;
  group: string;
  isOpen: boolean;
  tabIndex: number;
  onPress: (task: TaskListItem, event: MouseEvent) => void;
}

const NONE: readonly never[] = [];
const draggedNone = () => NONE;

/** A pending task in its column: dashed, Sparkles first; Edit, Reject, Approve in its foot. It cannot be moved. */
export function PendingCard({
  task,
  suggestion,
  project,
  surface,
  group,
  isOpen,
  tabIndex,
  onPress,
}: PendingCardProps) {
  const { t } = useTranslation('suggestions');
  const [isEditing, setIsEditing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLDivElement>(null);
  useDragItem(box, held, { surface, group, task, look: 'card', dragged: draggedNone, isFixed: true });
  const stale = staleSentence(suggestion);
  const { title } = suggestion;
  return (
    <div ref={box} className="pb-2">
      <div
        ref={held}
        data-suggestion-card={suggestion.id}
        className={cn(
          card,
          'border-dashed border-suggestion bg-suggestion-bg hover:border-suggestion',
          stale !== null && 'border-suggestion-stale bg-transparent hover:border-suggestion-stale',
          isOpen && 'bg-selected',
        )}
      >
        <div className="flex items-start gap-2">
          <Sparkles
            aria-hidden
            className={cn('icon-14 mt-[3px]', stale === null ? 'text-assistant' : 'text-suggestion-stale')}
          />
          <button
            type="button"
            data-row-main
            tabIndex={tabIndex}
            aria-current={isOpen ? 'true' : undefined}
            dir="auto"
            className={cardMain}
            onClick={(event) => onPress(task, event)}
          >
            <span className="line-clamp-3">{title}</span>
            <span className="sr-only">{`, ${t('pending')}`}</span>
          </button>
        </div>
        {stale === null ? null : <p className="type-meta text-muted-foreground">{stale}</p>}
        <div className={cn(cardFoot, '-mt-0.5 -mb-1.5')}>
          {project === undefined ? null : (
            <>
              <Swatch color={project.color} />
              <span className="truncate">{project.name}</span>
            </>
          )}
          <SuggestionButtons
            suggestion={suggestion}
            isEditing={isEditing}
            onEditing={setIsEditing}
            className="ml-auto"
          />
        </div>
      </div>
    </div>
  );
}
