import { Check, Circle, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Provider } from '../../../../contracts/provider.ts';
import { describeErrorCode } from '../../../i18n/describeError.ts';
import { dayOf, formatDuration, formatMomentInline, formatTime } from '../../../i18n/format.ts';
import { providerReasonOf } from '../../../i18n/providerReason.ts';
import { useToday } from '../../../lib/useToday.ts';

/** Ready, not working and why, or not tested yet. */
export function ProviderState({ provider }: { provider: Provider }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const { lastTest } = provider;
  if (provider.kind === 'offline') {
    return (
      <State
        icon={<Check aria-hidden className="icon-14 text-success" />}
        title={t('providers.ready')}
        body={t('providers.offlineReady')}
      />
    );
  }
  if (lastTest === null) {
    return (
      <State
        icon={<Circle aria-hidden className="icon-14 text-muted-foreground" />}
        title={t('providers.notTested')}
        body={t('providers.notTestedBody')}
      />
    );
  }
  const when = dayOf(lastTest.at) === today ? formatTime(lastTest.at) : formatMomentInline(lastTest.at, today);
  if (lastTest.error === null) {
    return (
      <State
        icon={<Check aria-hidden className="icon-14 text-success" />}
        title={t('providers.ready')}
        body={t('providers.tested', { when, duration: formatDuration(lastTest.duration) })}
      />
    );
  }
  const reason = providerReasonOf(lastTest.error);
  return (
    <State
      icon={<TriangleAlert aria-hidden className="icon-14 text-destructive" />}
      title={reason === null ? t('providers.failed') : t(`providers.short.${reason}`)}
      body={t('providers.failedAt', { when })}
      hint={describeErrorCode(lastTest.error)}
    />
  );
}

function State({ icon, title, body, hint }: { icon: React.ReactNode; title: string; body: string; hint?: string }) {
  return (
    <div className="flex w-38 flex-none items-start gap-2 type-section wide:w-42 [&>svg]:mt-[3px]" title={hint}>
      {icon}
      <span className="min-w-0">
        <span className="block truncate">{title}</span>
        <span className="block truncate type-meta text-muted-foreground tabular-nums">{body}</span>
      </span>
    </div>
  );
}
