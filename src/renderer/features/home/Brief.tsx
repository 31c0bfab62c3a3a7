import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../contracts/brief.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { formatMomentLong, formatNumber } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { RecordLink } from '../records/RecordLink.tsx';
import type { BriefControl } from './useBrief.ts';

/** How many lines of a long brief are read at once. */
const SHOWN = 7;

/** Home's one main action. */
export function BriefButton({ brief }: { brief: BriefControl }) {
  const { t } = useTranslation('home');
  return (
    <WorkingButton
      variant="primary"
      className="mb-0.5"
      isWorking={brief.isWriting}
      workingLabel={t('brief.working')}
      onClick={brief.write}
    >
      <Sparkles aria-hidden />
      {t('brief.button')}
    </WorkingButton>
  );
}

/** The last brief on paper, each line with links into the workspace. Nothing until there is one. */
export function BriefCard({ brief: control }: { brief: BriefControl }) {
  const { t } = useTranslation('home');
  const { brief } = control;
  const [showsAll, setShowsAll] = useState(false);
  // One line alone is not worth hiding.
  const hidden = (brief?.lines.length ?? 0) > SHOWN + 1 ? (brief?.lines.length ?? 0) - SHOWN : 0;
  const hasFailed = control.error !== null;
  const cannotBeRead = control.readError !== null && brief === undefined;
  if ((brief === null || brief === undefined) && !hasFailed && !cannotBeRead) return null;
  return (
    <section aria-label={t('brief.title')} className="mb-4">
      <SectionTitle end={brief ? <BriefMeta brief={brief} /> : undefined}>{t('brief.title')}</SectionTitle>
      {hasFailed ? (
        <ErrorLine title={t('brief.error')} error={control.error} onRetry={control.write} className="mb-2" />
      ) : null}
      {cannotBeRead ? (
        <ErrorLine title={t('brief.readError')} error={control.readError} onRetry={control.readAgain} />
      ) : null}
      {brief ? (
        <div className="rounded-lg border bg-surface px-6 py-5" aria-live="polite">
          <div className="grid gap-2 type-lead">
            {brief.lines.length === 0 ? <p>{t('brief.nothing')}</p> : null}
            {brief.lines.slice(0, showsAll || hidden === 0 ? brief.lines.length : SHOWN).map((line, index) => (
              <p key={index} dir="auto" className="break-words">
                {line.pieces.map((piece, place) =>
                  piece.link === null ? (
                    piece.text
                  ) : (
                    <RecordLink key={place} record={piece.link}>
                      {piece.text}
                    </RecordLink>
                  ),
                )}
              </p>
            ))}
          </div>
          {hidden === 0 ? null : (
            <button
              type="button"
              aria-expanded={showsAll}
              onClick={() => setShowsAll((before) => !before)}
              className="mt-2 min-h-6 rounded-xs type-section text-muted-foreground hover:text-foreground"
            >
              {showsAll ? t('brief.fewer') : t('brief.more', { count: hidden })}
            </button>
          )}
          {brief.fallbackFrom === null ? null : (
            <p className="mt-3 type-meta text-muted-foreground">
              {t('brief.fellBack', { provider: brief.fallbackFrom })}
            </p>
          )}
        </div>
      ) : null}
    </section>
  );
}

function BriefMeta({ brief }: { brief: Brief }) {
  const { t } = useTranslation('home');
  const today = useToday();
  const meta = t('brief.meta', { count: brief.recordCount, when: formatMomentLong(brief.generatedAt, today) });
  const { provider } = brief;
  return (
    <span
      className="tabular-nums"
      title={brief.model === null ? undefined : `${provider}, ${brief.model}, ${formatNumber(brief.recordCount)}`}
    >
      {meta}
      <span className="max-wide:hidden">{t('brief.by', { meta: '', provider })}</span>
    </span>
  );
}
