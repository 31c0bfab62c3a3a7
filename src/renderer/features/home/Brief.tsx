import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Brief, BriefSection } from '../../../contracts/brief.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { formatMomentLong, formatNumber } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { BriefLines } from './BriefLines.tsx';
import { briefTitle } from './briefTitle.ts';
import { EarlierBriefs } from './EarlierBriefs.tsx';
import type { BriefControl } from './useBrief.ts';

/** Home's one main action, and the same for a week beside it. */
export function BriefButtons({ brief }: { brief: BriefControl }) {
  const { t } = useTranslation('home');
  return (
    <div className="mb-0.5 flex flex-none items-center gap-2">
      <WorkingButton
        variant="ghost"
        isWorking={brief.writing === 'week'}
        workingLabel={t('brief.working')}
        onClick={() => brief.write('week')}
      >
        {t('brief.week')}
      </WorkingButton>
      <WorkingButton
        variant="primary"
        isWorking={brief.writing === 'day'}
        workingLabel={t('brief.working')}
        onClick={() => brief.write('day')}
      >
        <Sparkles aria-hidden />
        {t('brief.button')}
      </WorkingButton>
    </div>
  );
}

/** The last brief on paper, or an earlier one. Nothing until there is one. */
export function BriefCard({ brief: control }: { brief: BriefControl }) {
  const { t } = useTranslation('home');
  const today = useToday();
  const { brief, failed } = control;
  const hasFailed = control.error !== null;
  const cannotBeRead = control.readError !== null;
  if ((brief === null || brief === undefined) && !hasFailed && !cannotBeRead) return null;
  const title = brief ? briefTitle(brief, today) : t(`brief.${failed}`);
  return (
    <section aria-label={title} className="mb-4">
      <SectionTitle end={brief ? <BriefMeta brief={brief} control={control} /> : undefined}>{title}</SectionTitle>
      {hasFailed ? (
        <ErrorLine
          title={t(failed === 'day' ? 'brief.error' : 'brief.weekError')}
          error={control.error}
          onRetry={() => control.write(failed)}
          className="mb-2"
        />
      ) : null}
      {cannotBeRead ? (
        <ErrorLine
          title={t('brief.readError')}
          error={control.readError}
          onRetry={control.readAgain}
          className={brief ? 'mb-2' : ''}
        />
      ) : null}
      {brief ? (
        <div className="rounded-lg border bg-surface px-6 py-5" aria-live="polite">
          <BriefCounts brief={brief} />
          {brief.lines.length === 0 ? <p className="type-lead">{t(`brief.${emptyReason(brief)}`)}</p> : null}
          <BriefLines key={`${brief.kind} ${brief.day} ${brief.generatedAt}`} lines={brief.lines} />
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

/** Nothing to tell is another thing than nothing left of it. */
function emptyReason({ kind, recordCount, leftOut }: Brief): 'nothing' | 'nothingInWeek' | 'nothingLeft' {
  if (recordCount > 0 || leftOut > 0) return 'nothingLeft';
  return kind === 'day' ? 'nothing' : 'nothingInWeek';
}

const COUNTED = ['finished', 'reached', 'slipped', 'missed', 'next', 'quiet'] as const satisfies BriefSection[];

/** A week in numbers: the lines tell only the first of each. */
function BriefCounts({ brief: { kind, counts } }: { brief: Brief }) {
  const { t } = useTranslation('home');
  if (kind !== 'week') return null;
  const words = COUNTED.flatMap((section) => {
    const count = counts[section] ?? 0;
    return count === 0 ? [] : [t(`brief.count.${section}`, { count, formatted: formatNumber(count) })];
  });
  return words.length === 0 ? null : (
    <p className="mb-2 type-meta text-muted-foreground tabular-nums">{words.join(', ')}</p>
  );
}

function BriefMeta({ brief, control }: { brief: Brief; control: BriefControl }) {
  const { t } = useTranslation('home');
  const today = useToday();
  const meta = t('brief.meta', { count: brief.recordCount, when: formatMomentLong(brief.generatedAt, today) });
  const { provider } = brief;
  return (
    <span className="flex items-center gap-1.5">
      <span
        className="tabular-nums"
        title={brief.model === null ? undefined : `${provider}, ${brief.model}, ${formatNumber(brief.recordCount)}`}
      >
        {meta}
        <span className="max-wide:hidden">{t('brief.by', { meta: '', provider })}</span>
      </span>
      {control.kept.length > 1 ? <EarlierBriefs kept={control.kept} shown={brief} onRead={control.read} /> : null}
    </span>
  );
}
