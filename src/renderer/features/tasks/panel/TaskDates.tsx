import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { formatMomentExact, formatMomentInline } from '../../../i18n/format.ts';
import { useToday } from '../../../lib/useToday.ts';

/** When a task was made, and when it was done: one quiet line. */
export function TaskDates({ task }: { task: Task }) {
  const { t } = useTranslation('taskPanel');
  const today = useToday();
  const { createdAt, completedAt } = task;
  const created = formatMomentInline(createdAt, today);
  return (
    <p className="mt-3 type-meta text-muted-foreground tabular-nums" title={formatMomentExact(createdAt)}>
      {completedAt === null
        ? t('dates.created', { created })
        : t('dates.completed', { created, completed: formatMomentInline(completedAt, today) })}
    </p>
  );
}
