import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './NoteSaver.ts';

/** Saved, Saving, Not saved: one quiet word in the topbar. Why not stands above the text. */
export function SaveStatus({ state }: { state: SaveState }) {
  const { t } = useTranslation('notes');
  if (state.kind === 'saved' || state.kind === 'saving') {
    return <span className="mr-1 type-meta text-muted-foreground">{t(`save.${state.kind}`)}</span>;
  }
  return (
    <span className="mr-1 flex items-center gap-1.5 type-meta font-medium text-destructive">
      <TriangleAlert aria-hidden className="icon-14" />
      {t('save.notSaved')}
    </span>
  );
}
