import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { Topbar } from './Page.tsx';

/** A fault of the window itself, kept to the screen it happened on. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation('errors');
  const router = useRouter();
  return (
    <>
      <Topbar />
      <ErrorState
        title={t('screen.title')}
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </>
  );
}

export function NotFoundScreen() {
  const { t } = useTranslation('errors');
  return (
    <>
      <Topbar />
      <EmptyState
        title={t('screen.notFoundTitle')}
        actions={
          <Button variant="primary" asChild>
            <Link to="/">{t('screen.goHome')}</Link>
          </Button>
        }
      >
        {t('screen.notFoundBody')}
      </EmptyState>
    </>
  );
}
