import { ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useDropGround } from './drag/useTaskDragging.ts';

interface GroupHeadingProps {
  group: string;
  name: string;
  /** null while the workspace has not said it. */
  count: number | null;
  isFolded: boolean;
  surface: string;
  onFold: (group: string) => void;
}

/** A group's heading with its count. It folds the group, and what is dropped on it comes first there. */
export function GroupHeading({ group, name, count, isFolded, surface, onFold }: GroupHeadingProps) {
  const { t } = useTranslation('tasks');
  const element = useRef<HTMLDivElement>(null);
  useDropGround(element, { surface, group, part: 'first' });
  return (
    <div ref={element} className="flex h-8 items-center" data-group={group}>
      <h2 className="flex min-w-0 type-section font-semibold">
        <button
          type="button"
          aria-expanded={!isFolded}
          data-group-fold
          onClick={() => {
            onFold(group);
          }}
          className="group/fold -ml-1.5 flex h-7 min-w-0 items-center gap-2 rounded-md px-1.5 hover:bg-accent focus-inset"
        >
          <span className="min-w-0 truncate" dir="auto">
            {name}
          </span>
          {count === null ? null : (
            <span className="type-section font-normal text-muted-foreground tabular-nums">
              <span aria-hidden>{formatNumber(count)}</span>
              <span className="sr-only">{t('group.count', { count })}</span>
            </span>
          )}
          <ChevronRight
            aria-hidden
            className={cn(
              'icon-14 text-muted-foreground transition-state',
              isFolded ? '' : 'rotate-90 opacity-0 group-hover/fold:opacity-100 group-focus-visible/fold:opacity-100',
            )}
          />
        </button>
      </h2>
    </div>
  );
}
