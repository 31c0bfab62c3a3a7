import { useTranslation } from 'react-i18next';

const WIDTHS = ['92%', '78%', '85%', '40%'];

/** The place of a note's text while it, or the editor, is on its way. */
export function NoteSkeleton({ className = 'mx-auto w-full max-w-(--measure) px-6 py-8' }: { className?: string }) {
  const { t } = useTranslation();
  return (
    <div className={className} role="status" aria-label={t('loading')}>
      <div className="appear-late grid gap-5">
        {WIDTHS.map((width) => (
          <span key={width} className="h-2 rounded-xs bg-surface-sunken dark:bg-secondary" style={{ width }} />
        ))}
      </div>
    </div>
  );
}
