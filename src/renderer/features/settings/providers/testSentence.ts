import type { TFunction } from 'i18next';
import { errorFieldsSchema } from '../../../../contracts/errors.ts';
import type { ProviderTestResult } from '../../../../contracts/provider.ts';
import { describeErrorCode } from '../../../i18n/describeError.ts';
import { formatDuration } from '../../../i18n/format.ts';

/** What a test said, as one sentence. */
export function testSentence(result: ProviderTestResult, name: string, t: TFunction<'settings'>): string {
  if (result.ok || result.error === null)
    return t('providers.testOk', { name, duration: formatDuration(result.duration) });
  const fields = errorFieldsSchema.safeParse(result.error.fields);
  return t('providers.testFailed', {
    name,
    reason: describeErrorCode(result.error.code, fields.success ? fields.data : {}),
  });
}
