import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { isGoneError } from '../../i18n/errorData.ts';
import { Topbar } from '../shell/Page.tsx';
import { useDocumentTitle } from '../shell/useDocumentTitle.ts';

interface RecordMissingProps {
  words: { title: string; gone: string; unreadable: string };
  crumb: ReactNode;
  /** Of reading it; null while it is on its way. */
  error: unknown;
  onRetry: () => void;
}

/** In place of a client's or a project's page: on its way, gone, or not to be read. */
export function RecordMissing({ words, crumb, error, onRetry }: RecordMissingProps) {
  const { t } = useTranslation('projects');
  useDocumentTitle(words.title);
  return (
    <>
      <Topbar>{crumb}</Topbar>
      {isGoneError(error) ? (
        <EmptyState
          title={words.gone}
          actions={
            <>
              <Button variant="primary" asChild>
                <Link to="/projects">{t('gone.back')}</Link>
              </Button>
              <Button variant="ghost" asChild>
                <Link to="/trash">{t('gone.trash')}</Link>
              </Button>
            </>
          }
        >
          {t('gone.body')}
        </EmptyState>
      ) : error === null ? (
        <SkeletonRows count={8} className="px-(--gutter) pt-2" />
      ) : (
        <ErrorState title={words.unreadable} error={error} onRetry={onRetry} />
      )}
    </>
  );
}
