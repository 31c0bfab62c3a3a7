import { useTranslation } from 'react-i18next';
import { cn } from '../../lib/cn.ts';

interface ProgressProps {
  name: string;
  done: number;
  count: number;
  className?: string;
}

/** Done tasks among all, as a bar. */
export function Progress({ name, done, count, className }: ProgressProps) {
  const { t } = useTranslation('projects');
  const share = count === 0 ? 0 : done / count;
  return (
    <span
      role="progressbar"
      aria-label={t('progressLabel', { name, done, count })}
      aria-valuenow={Math.round(share * 100)}
      className={cn('block h-1 flex-none overflow-hidden rounded-[2px] bg-surface-sunken dark:bg-secondary', className)}
    >
      <span
        className="block h-full origin-left rounded-[2px] bg-secondary dark:bg-foreground"
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}
