import type { ActivityItem } from '../../../contracts/activity.ts';
import { errorCodeSchema } from '../../../contracts/errors.ts';
import { describeErrorCode } from '../../i18n/describeError.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { describeChange, factsOfItem, type Sentence } from '../history/describeChange.ts';
import type { Words } from '../history/describeField.ts';

/** What follows the name of a row: a sentence about a change or a brief, or a tool with how it went. */
export type ItemSentence =
  | ({ readonly kind: 'sentence' } & Sentence)
  | { readonly kind: 'tool'; readonly tool: string; readonly outcome: string };

export function describeItem(item: ActivityItem, words: Words): ItemSentence {
  switch (item.type) {
    case 'tool':
      return { kind: 'tool', tool: item.tool?.name ?? '', outcome: toolOutcome(item.tool) };
    case 'brief':
      return {
        kind: 'sentence',
        before: t(item.title.includes('/') ? 'activity:review' : 'activity:brief', {
          count: item.recordCount,
          formatted: formatNumber(item.recordCount),
        }),
        title: '',
        after: '',
      };
    case 'change':
      return { kind: 'sentence', ...describeChange(factsOfItem(item), words) };
  }
}

function toolOutcome(tool: ActivityItem['tool']): string {
  if (tool === null) return '';
  if (tool.error !== null) return toolError(tool.error);
  if (tool.found === null) return '';
  return t('activity:tool.found', { count: tool.found, formatted: formatNumber(tool.found) });
}

/** Why a tool failed, in a few words or a sentence. */
export function toolError(code: string): string {
  if (code === 'stopped' || code === 'unknownTool' || code === 'malformedArguments') return t(`activity:tool.${code}`);
  return errorCodeSchema.safeParse(code).success ? describeErrorCode(code) : t('activity:tool.failed');
}

/** The same as plain words, for names of controls and toasts. */
export function plainSentence(sentence: ItemSentence): string {
  return sentence.kind === 'tool'
    ? [`${t('activity:tool.ran')} ${sentence.tool}`, sentence.outcome].filter((part) => part !== '').join(', ')
    : `${sentence.before}${sentence.title}${sentence.after}`;
}
