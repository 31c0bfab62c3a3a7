import { SignalHigh, SignalLow, SignalMedium } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Priority } from '../../../contracts/task.ts';
import { cn } from '../../lib/cn.ts';

const LOOKS = {
  high: { Icon: SignalHigh, color: 'text-(--priority-high)' },
  medium: { Icon: SignalMedium, color: 'text-(--priority-medium)' },
  low: { Icon: SignalLow, color: 'text-(--priority-low)' },
} as const;

/** Bars of rising height over the three pale ones. `isSilent` where its word stands beside it. */
export function PriorityIcon({ priority, isSilent = false }: { priority: Priority; isSilent?: boolean }) {
  const { t } = useTranslation();
  const { Icon, color } = LOOKS[priority];
  const name = isSilent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`priorityLabel.${priority}`) };
  return (
    <span
      {...name}
      className={cn(
        'relative size-4 flex-none [&_svg.lucide]:absolute [&_svg.lucide]:inset-0 [&_svg.lucide]:stroke-[2.25]',
        color,
      )}
    >
      <SignalHigh aria-hidden className="opacity-[.22]" />
      <Icon aria-hidden />
    </span>
  );
}
