import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { FieldError } from '../../components/ui/Field.tsx';
import type { DraftControl } from './useDraft.ts';

/** Below a field whose text is not saved: why, and what can be done. Nothing while all is well. */
export function DraftProblem({ draft }: { draft: DraftControl }) {
  const { t } = useTranslation();
  if (draft.state === 'conflict') {
    return (
      <div className="mt-1">
        <FieldError>{t('draft.conflict')}</FieldError>
        <div className="mt-1.5 flex gap-1">
          <Button size="sm" onClick={draft.overwrite}>
            {t('draft.keepMine')}
          </Button>
          <Button size="sm" variant="ghost" onClick={draft.discard}>
            {t('draft.takeTheirs')}
          </Button>
        </div>
      </div>
    );
  }
  if (draft.problem === null) return null;
  return (
    <div className="mt-1">
      <FieldError>{draft.problem}</FieldError>
      <Button size="sm" className="mt-1.5" onClick={draft.commit}>
        {t('actions.tryAgain')}
      </Button>
    </div>
  );
}
