import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contracts/conversation.ts';
import { formatList } from '../../i18n/format.ts';
import { providerReasonOf } from '../../i18n/providerReason.ts';

/** Which providers did not answer, why, and who did in their place. */
export function Fallbacks({ message }: { message: Pick<Message, 'fallbacks' | 'provider' | 'state'> }) {
  const { t } = useTranslation('chat');
  const { fallbacks, provider, state } = message;
  if (fallbacks.length === 0) return null;
  const failed = formatList(
    fallbacks.map(({ provider: name, code }) => {
      const reason = providerReasonOf(code);
      return reason === null ? name : t('fallback.failed', { name, reason: t(`fallback.reason.${reason}`) });
    }),
  );
  const sentence =
    state === 'streaming' || provider === null
      ? t('fallback.asking', { failed })
      : provider === 'offline'
        ? t('fallback.offline', { failed })
        : t('fallback.other', { failed, provider });
  return <p className="type-meta text-pretty text-muted-foreground">{sentence}</p>;
}
