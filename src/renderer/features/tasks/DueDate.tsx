import { useTranslation } from 'react-i18next';
import { formatDue } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';

interface DueDateProps {
  date: string | null;
  time: string | null;
  /** A task that is done is late no more. */
  isDone: boolean;
  className?: string;
}

/** `Tue 17 Nov` in a list; late is colour, weight and a word for screen readers. */
export function DueDate({ date, time, isDone, className }: DueDateProps) {
  const { t } = useTranslation();
  const today = useToday();
  if (date === null) return <span className={cn('flex-none', className)} />;
  const isOverdue = date < today && !isDone;
  const words = formatDue(date, time, today);
  return (
    <time
      dateTime={time === null ? date : `${date}T${time}`}
      className={cn(
        'flex-none text-right type-meta whitespace-nowrap text-muted-foreground tabular-nums',
        isOverdue && 'font-medium text-overdue',
        className,
      )}
    >
      <span aria-hidden>{words}</span>
      <span className="sr-only">{isOverdue ? t('due.overdue', { date: words }) : t('due.label', { date: words })}</span>
    </time>
  );
}
