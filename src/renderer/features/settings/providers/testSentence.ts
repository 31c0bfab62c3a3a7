import type { TFunction } from 'i18next';
import { errorFieldsSchema } from '../../../../contracts/errors.ts';
import type { Provider, ProviderTestResult } from '../../../../contracts/provider.ts';
import { describeErrorCode } from '../../../i18n/describeError.ts';
import { formatDuration, formatNumber } from '../../../i18n/format.ts';

/** What a test said, as one sentence, and what it found that the model can do. */
export function testSentence(
  result: ProviderTestResult,
  { capabilities }: Pick<Provider, 'capabilities'>,
  name: string,
  t: TFunction<'settings'>,
): string {
  if (!result.ok && result.error !== null) {
    const fields = errorFieldsSchema.safeParse(result.error.fields);
    const reason = describeErrorCode(result.error.code, fields.success ? fields.data : {});
    return t('providers.testFailed', { name, reason });
  }
  const { tools = null, streaming = null, contextLength = null } = capabilities ?? {};
  return [
    t('providers.testOk', { name, duration: formatDuration(result.duration) }),
    tools === null ? null : t(tools ? 'providers.callsTools' : 'providers.writesCalls'),
    streaming === false ? t('providers.answersWhole') : null,
    contextLength === null ? null : t('providers.context', { tokens: formatNumber(contextLength) }),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
