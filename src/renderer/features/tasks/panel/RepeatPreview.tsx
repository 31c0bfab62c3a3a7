import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';
import { useToday } from '../../../lib/useToday.ts';
import { trpc } from '../../../trpc.ts';

const SHOWN = 3;

/** The next days of a rule after the task's own. */
export function RepeatPreview({ rule, day, className }: { rule: string; day: string; className?: string }) {
  const { t } = useTranslation('repeat');
  const today = useToday();
  const { data, isError } = useQuery(
    trpc.tasks.occurrences.queryOptions(
      { rule, from: day, count: SHOWN + 1 },
      { placeholderData: keepPreviousData, retry: false },
    ),
  );
  const days = data?.days.filter((next) => next > day).slice(0, SHOWN) ?? [];
  return (
    <p aria-live="polite" className={cn('type-meta text-pretty text-muted-foreground tabular-nums', className)}>
      {isError
        ? t('invalid')
        : data === undefined
          ? null
          : days.length === 0
            ? t('over')
            : t('next', { days: days.map((next) => formatDay(next, today)).join(', ') })}
    </p>
  );
}
