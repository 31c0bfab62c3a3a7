import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { forgetUnshown } from './forgetUnshown.ts';
import { closeWindow } from '../windows/openInWindow.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import { Topbar } from './Page.tsx';

/** A fault of the window itself, kept to the screen it happened on. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation('errors');
  const router = useRouter();
  return (
    <>
      <Topbar>
        <h1 className="sr-only">{t('screen.title')}</h1>
      </Topbar>
      <ErrorState
        title={t('screen.title')}
        error={error}
        onRetry={() => {
          forgetUnshown();
          reset();
          void router.invalidate();
        }}
      />
    </>
  );
}

export function NotFoundScreen() {
  const { t } = useTranslation(['errors', 'windows']);
  const isPopOut = useIsPopOut();
  return (
    <>
      <Topbar>
        <h1 className="sr-only">{t('screen.notFoundTitle')}</h1>
      </Topbar>
      <EmptyState
        title={t('screen.notFoundTitle')}
        actions={
          isPopOut ? (
            <Button variant="primary" onClick={closeWindow}>
              {t('windows:close')}
            </Button>
          ) : (
            <Button variant="primary" asChild>
              <Link to="/">{t('screen.goHome')}</Link>
            </Button>
          )
        }
      >
        {t('screen.notFoundBody')}
      </EmptyState>
    </>
  );
}
