import { Circle, CircleCheck, Contrast } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskStatus } from '../../../contracts/task.ts';
import { cn } from '../../lib/cn.ts';

const LOOKS = {
  todo: { Icon: Circle, color: 'text-(--status-todo)' },
  in_progress: { Icon: Contrast, color: 'text-(--status-in-progress) [&_path]:fill-current [&_path]:stroke-none' },
  done: { Icon: CircleCheck, color: 'text-(--status-done)' },
} as const;

/** Empty, half and ticked circle. `isSilent` where its word stands beside it. */
export function StatusIcon({ status, isSilent = false }: { status: TaskStatus; isSilent?: boolean }) {
  const { t } = useTranslation();
  const { Icon, color } = LOOKS[status];
  const name = isSilent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`status.${status}`) };
  return (
    <span {...name} className={cn('grid size-4 flex-none place-items-center', color)}>
      <Icon aria-hidden />
    </span>
  );
}
