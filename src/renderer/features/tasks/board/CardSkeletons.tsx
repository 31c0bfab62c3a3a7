import { useTranslation } from 'react-i18next';

const WIDTHS = ['w-40', 'w-52', 'w-32'];

/** Cards on their way; nothing is drawn for the first 300 ms. */
export function CardSkeletons() {
  const { t } = useTranslation();
  return (
    <div className="grid appear-late gap-2 pt-[3px]" role="status" aria-label={t('loading')}>
      {WIDTHS.map((width) => (
        <div key={width} className="grid h-[74px] content-between rounded-lg border border-hairline bg-surface p-3">
          <span className={`h-2 rounded-xs bg-surface-sunken dark:bg-secondary ${width}`} />
          <span className="h-2 w-24 rounded-xs bg-surface-sunken dark:bg-secondary" />
        </div>
      ))}
    </div>
  );
}
