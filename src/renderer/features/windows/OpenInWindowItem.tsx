import { SquareArrowOutUpRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PopOut } from '../../../contracts/popOut.ts';
import { MenuItem } from '../../components/ui/Menu.tsx';
import { keysOf } from '../commands/shortcuts.ts';
import { openInWindow } from './openInWindow.ts';
import { useIsPopOut } from './popOut.ts';

interface OpenInWindowItemProps {
  record: PopOut;
  disabled?: boolean;
}

/** In a record's menu: a window of its own. Not there in that window. */
export function OpenInWindowItem({ record, disabled = false }: OpenInWindowItemProps) {
  const { t } = useTranslation('windows');
  const isPopOut = useIsPopOut();
  if (isPopOut) return null;
  return (
    <MenuItem disabled={disabled} shortcut={keysOf('openInWindow')} onSelect={() => openInWindow(record)}>
      <SquareArrowOutUpRight aria-hidden />
      {t('open')}
    </MenuItem>
  );
}
