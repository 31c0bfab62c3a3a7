import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';
import { ErrorLine, ErrorState } from '../../components/ui/ErrorState.tsx';
import { SidePanel } from '../../components/ui/SidePanel.tsx';
import { showError } from '../../components/ui/showError.ts';
import { forgetUnshown } from './forgetUnshown.ts';

interface BoundaryProps {
  /** What of the window it is, which decides how much there is to say it in. */
  part: 'content' | 'panel' | 'panelBody' | 'line';
  children: ReactNode;
}

/** Keeps a fault of a part of the window to that part, and says it there. Going to another address tries again by itself. */
export function Boundary({ part, children }: BoundaryProps) {
  const href = useLocation({ select: (location) => location.href });
  const Fallback = FALLBACKS[part];
  return (
    <ErrorBoundary FallbackComponent={Fallback} resetKeys={[href]} onReset={forgetUnshown}>
      {children}
    </ErrorBoundary>
  );
}

/** For what floats over the screen: a fault closes it and is said in a toast. */
export function FloatingBoundary({
  onFault,
  resetKey,
  children,
}: {
  onFault: () => void;
  resetKey: unknown;
  children: ReactNode;
}) {
  return (
    <ErrorBoundary
      fallback={null}
      resetKeys={[resetKey]}
      onError={(error) => {
        showError(error);
        onFault();
      }}
    >
      {children}
    </ErrorBoundary>
  );
}

const FALLBACKS = { content: ContentFault, panel: PanelFault, panelBody: PanelBodyFault, line: LineFault } as const;

function ContentFault({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useTranslation('errors');
  return <ErrorState title={t('screen.title')} error={error} onRetry={resetErrorBoundary} />;
}

function PanelFault(props: FallbackProps) {
  const { t } = useTranslation('errors');
  return (
    <SidePanel aria-label={t('panel.label')} className="overflow-y-auto">
      <PanelBodyFault {...props} />
    </SidePanel>
  );
}

function PanelBodyFault({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useTranslation('errors');
  return <ErrorState title={t('panel.title')} error={error} onRetry={resetErrorBoundary} />;
}

function LineFault({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useTranslation('errors');
  return <ErrorLine title={t('part.title')} error={error} onRetry={resetErrorBoundary} />;
}
