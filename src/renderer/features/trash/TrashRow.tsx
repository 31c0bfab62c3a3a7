import { RotateCcw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TrashItem } from '../../../contracts/trash.ts';
import { Checkbox } from '../../components/ui/Checkbox.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { row, rowSelected } from '../../components/ui/row.ts';
import { dayOf, formatMomentExact, formatMomentLong, formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { actorName } from '../history/describeChange.ts';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { daysUntil } from './daysUntil.ts';

interface TrashRowProps {
  item: TrashItem;
  projectName: string | undefined;
  userName: string;
  today: string;
  isSelected: boolean;
  tabIndex: number;
  /** `isRange`: from the last one chosen to this one. */
  onSelect: (isRange: boolean) => void;
  onRestore: () => void;
  onDelete: () => void;
}

/** What it was, what hung on it, who deleted it and when, and how long it stays. */
export function TrashRow(props: TrashRowProps) {
  const { item, projectName, userName, today, isSelected, tabIndex, onSelect, onRestore, onDelete } = props;
  const { t } = useTranslation(['trash', 'common']);
  const title = item.title.trim() === '' ? t('untitled') : item.title;
  const days = daysUntil(dayOf(item.expiresAt), today);
  const formatted = formatNumber(item.childCount);
  const belongings =
    item.childCount === 0
      ? null
      : item.kind === 'project' || item.kind === 'task'
        ? t(`belongings.${item.kind}`, { count: item.childCount, formatted })
        : t('belongings.other', { count: item.childCount, formatted });
  return (
    <div
      className={cn(row, 'h-14', isSelected && rowSelected)}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button') !== null) return;
        onSelect(event.shiftKey);
      }}
    >
      <span className="grid w-4 flex-none place-items-center">
        <Checkbox
          data-row-main
          tabIndex={tabIndex}
          aria-label={t('select', { title })}
          checked={isSelected}
          onClick={(event) => {
            event.preventDefault();
            onSelect(event.shiftKey);
          }}
        />
      </span>
      <RecordIcon kind={item.kind} className="flex-none text-muted-foreground" />
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium" dir="auto">
          {title}
        </span>
        <span className="truncate type-meta text-muted-foreground">
          {[
            t(`common:kind.${item.kind}`),
            projectName === undefined ? null : t('inProject', { project: projectName }),
            belongings,
          ]
            .filter((part) => part !== null)
            .join(' ')}
        </span>
      </span>
      <span
        title={formatMomentExact(item.deletedAt)}
        className="w-48 flex-none truncate text-right type-meta text-muted-foreground tabular-nums @max-[640px]:hidden"
      >
        {t('deletedBy', {
          name: actorName(item, userName),
          time: formatMomentLong(item.deletedAt, today),
        })}
      </span>
      <span
        className={cn(
          'w-22 flex-none text-right type-meta whitespace-nowrap text-muted-foreground tabular-nums',
          days <= 2 && 'font-medium text-foreground',
        )}
      >
        {t('daysLeft', { count: Math.max(0, days) })}
      </span>
      <span className="-mr-1.5 flex flex-none items-center">
        <IconButton
          size="row"
          tabIndex={-1}
          label={t('restoreNamed', { title })}
          hint={t('restore')}
          onClick={onRestore}
        >
          <RotateCcw aria-hidden className="icon-14" />
        </IconButton>
        <IconButton
          size="row"
          tabIndex={-1}
          label={t('deleteNamed', { title })}
          hint={t('deleteForGood')}
          onClick={onDelete}
        >
          <Trash2 aria-hidden className="icon-14" />
        </IconButton>
      </span>
    </div>
  );
}
