import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/format.ts';
import { countBoxes } from './changeLine.ts';

/** How far the checklist of a description is: a number and a line. Nothing without boxes. */
export function ChecklistProgress({ markdown }: { markdown: string }) {
  const { t } = useTranslation('taskPanel');
  const { total, done } = countBoxes(markdown);
  if (total === 0) return null;
  const words = t('checklist.progress', { done: formatNumber(done), total: formatNumber(total) });
  return (
    <div className="pointer-events-none relative mb-2 flex items-center gap-2.5 type-meta text-muted-foreground tabular-nums">
      <span
        role="progressbar"
        aria-label={t('checklist.label')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
        className="h-1 w-24 flex-none overflow-hidden rounded-full bg-surface-sunken"
      >
        <span
          className="block h-full origin-left rounded-full bg-secondary dark:bg-text-slate"
          style={{ width: `${(done / total) * 100}%` }}
        />
      </span>
      <span aria-hidden>{words}</span>
    </div>
  );
}
