import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { Toaster } from '../../components/ui/Toast.tsx';
import { TooltipProvider } from '../../components/ui/Tooltip.tsx';

/** The last resort: a fault of the window around the screens. What was typed is kept by core; the window starts again. */
export function RootFault({ error }: { error: unknown }) {
  const { t } = useTranslation('errors');
  return (
    <TooltipProvider>
      <main id="content" className="h-full">
        <h1 className="sr-only">{t('window.title')}</h1>
        <ErrorState title={t('window.title')} error={error} onRetry={() => location.reload()} />
      </main>
      <Toaster />
    </TooltipProvider>
  );
}
