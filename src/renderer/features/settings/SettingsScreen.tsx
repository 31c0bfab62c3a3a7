import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cn } from '../../lib/cn.ts';
import { DensePage } from '../shell/Page.tsx';

const item =
  'flex h-8 items-center truncate rounded-md px-2.5 transition-state hover:bg-accent focus-inset aria-[current]:bg-accent aria-[current]:font-medium';

/** The sections at the start, the chosen one beside them. */
export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'trash']);
  return (
    <DensePage title={t('title')}>
      <div className="grid min-h-0 flex-1 grid-cols-[160px_minmax(0,1fr)] wide:grid-cols-[216px_minmax(0,1fr)]">
        <nav aria-label={t('sections')} className="grid content-start overflow-y-auto pt-5 pl-2.5 wide:pl-3.5">
          <Link to="/settings/appearance" className={item}>
            {t('nav.appearance')}
          </Link>
          <Link to="/settings/providers" className={item}>
            {t('nav.providers')}
          </Link>
          <Link to="/settings/assistant" className={item}>
            {t('nav.assistant')}
          </Link>
          <Link to="/settings/about" className={item}>
            {t('nav.about')}
          </Link>
          <Link to="/trash" className={cn(item, 'mt-3')}>
            {t('trash:title')}
          </Link>
        </nav>
        <div className="min-h-0 overflow-y-auto pt-5 pr-6 pb-8 pl-6 wide:pl-10">
          <div className="max-w-192">
            <Outlet />
          </div>
        </div>
      </div>
    </DensePage>
  );
}
