import { Plus } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Tooltip } from '../../../components/ui/Tooltip.tsx';
import { formatNumber } from '../../../i18n/format.ts';

export interface ColumnHeadProps {
  element: RefObject<HTMLDivElement | null>;
  id: string;
  name: string;
  icon: ReactNode;
  /** null while it is not known. */
  count: number | null;
  /** There are more than that. */
  hasMore?: boolean;
  /** Absent where a task cannot be made into this group. */
  onAdd?: (() => void) | undefined;
  /** Of the column of done tasks: whether it shows all of them, and how to turn that. */
  done?: { showsAll: boolean; onTurn: () => void } | undefined;
}

/** Mark, name and count of a group; at its end what makes a task in it, or how far back it goes. */
export function ColumnHead({ element, id, name, icon, count, hasMore = false, onAdd, done }: ColumnHeadProps) {
  const { t } = useTranslation('board');
  return (
    <div ref={element} className="mb-[5px] flex h-8 flex-none items-center gap-2 px-1">
      {icon}
      <h2 id={id} className="flex min-w-0 items-center gap-2 type-section">
        <span className="truncate font-semibold" dir="auto" title={name}>
          {name}
        </span>
        {count === null ? null : (
          <span className="text-muted-foreground tabular-nums">
            {hasMore ? t('atLeast', { number: formatNumber(count) }) : formatNumber(count)}
          </span>
        )}
      </h2>
      <span className="flex-1" />
      {done === undefined ? null : (
        <Tooltip label={done.showsAll ? t('showLast') : t('showAll')}>
          <button
            type="button"
            aria-pressed={done.showsAll}
            aria-label={done.showsAll ? `${t('all')}: ${t('showLast')}` : `${t('lastDays')}: ${t('showAll')}`}
            onClick={done.onTurn}
            className="-mr-2 h-6 flex-none rounded-sm px-2 type-meta text-muted-foreground transition-state hover:bg-accent hover:text-foreground focus-inset"
          >
            {done.showsAll ? t('all') : t('lastDays')}
            <span className="sr-only">{`: ${done.showsAll ? t('showLast') : t('showAll')}`}</span>
          </button>
        </Tooltip>
      )}
      {onAdd === undefined ? null : (
        <IconButton label={t('add', { name })} onClick={onAdd}>
          <Plus aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
