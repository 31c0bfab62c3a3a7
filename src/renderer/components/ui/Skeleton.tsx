import { useTranslation } from 'react-i18next';
import { cn } from '../../lib/cn.ts';

const WIDTHS = [114, 142, 93, 128, 104];

/** Rows in their final height; nothing is drawn for the first 300 ms. */
export function SkeletonRows({
  count = 5,
  className,
  rowClassName,
}: {
  count?: number;
  className?: string;
  rowClassName?: string;
}) {
  const { t } = useTranslation();
  return (
    <div className={cn('appear-late', className)} role="status" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className={cn('flex h-(--row) items-center gap-2.5', rowClassName)}>
          <span className="size-3.5 flex-none rounded-full bg-surface-sunken dark:bg-secondary" />
          <span
            className="h-2 flex-none rounded-xs bg-surface-sunken dark:bg-secondary"
            style={{ width: WIDTHS[index % WIDTHS.length] }}
          />
          <span className="ml-auto h-2 w-16 flex-none rounded-xs bg-surface-sunken dark:bg-secondary" />
        </div>
      ))}
    </div>
  );
}
