import { AppWindow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PopOut } from '../../../contracts/popOut.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { mainPathOf, showInMain } from './openInWindow.ts';

/** In a record's own window: shows the record where it belongs. */
export function OpenInMainButton({ record }: { record: PopOut }) {
  const { t } = useTranslation('windows');
  return (
    <IconButton label={t('openInMain')} onClick={() => showInMain(mainPathOf(record))}>
      <AppWindow aria-hidden />
    </IconButton>
  );
}
