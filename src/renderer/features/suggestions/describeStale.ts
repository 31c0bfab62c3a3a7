import type { StaleRecord, Suggestion } from '../../../contracts/suggestion.ts';
import { formatList, formatMomentInline } from '../../i18n/format.ts';
import { i18n, t } from '../../i18n/i18n.ts';
import { actorName } from '../history/describeChange.ts';
import { fieldLabel, fieldText, tellingFields, type Words } from '../history/describeField.ts';

/** So many fields of a record, and so many records, are told. */
const SHOWN = 2;
/** Longer values say nothing in a line. */
const VALUE_MAX = 60;

/** What has become of the records of a stale suggestion: `The due date is now Tue 24 Nov, set by Marta today, 09:20`. */
export function staleSentences({ stale, changes }: Suggestion, words: Words, userName: string): readonly string[] {
  const namesRecords = new Set(changes.map(({ recordId }) => recordId)).size > 1;
  const told = stale.slice(0, SHOWN).map((record) => {
    const sentence = sentenceOf(record, words, userName);
    return namesRecords && record.version !== null
      ? t('suggestions:staleOf', { title: record.title, sentence })
      : sentence;
  });
  const rest = stale.length - told.length;
  return rest > 0 ? [...told, t('suggestions:staleMore', { count: rest })] : told;
}

function sentenceOf(record: StaleRecord, words: Words, userName: string): string {
  const by = byWhom(record, words, userName);
  if (record.version === null) {
    const gone = t('suggestions:staleDeleted', { title: record.title });
    return by === null ? gone : t('suggestions:staleDeletedBy', { gone, by });
  }
  const fields = tellingFields(Object.keys(record.changed));
  if (fields.length === 0) return t('suggestions:staleChanged', { title: record.title });
  const shown = fields.slice(0, SHOWN).map((name) => fieldSentence(name, record, words));
  const more = fields.length - shown.length;
  const all = formatList(more > 0 ? [...shown, t('suggestions:staleFields', { count: more })] : shown);
  const sentence = `${all.slice(0, 1).toLocaleUpperCase()}${all.slice(1)}`;
  return by === null ? sentence : t('suggestions:staleBy', { sentence, by });
}

/** `the due date is now Tue 24 Nov`, `the text has changed`. */
function fieldSentence(name: string, { changed, recordKind }: StaleRecord, words: Words): string {
  const key = `staleField.${name}`;
  const field = i18n.exists(key, { ns: 'suggestions' })
    ? t(`suggestions:${key}` as 'suggestions:staleField.dueDate')
    : fieldLabel(name).toLocaleLowerCase();
  const value = changed[name];
  const isNone = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isNone) return t('suggestions:staleNone', { field });
  const text = fieldText(name, value, recordKind, words);
  return text.length > VALUE_MAX
    ? t('suggestions:staleText', { field })
    : t('suggestions:staleNow', { field, value: text });
}

function byWhom({ changedBy, changedAt }: StaleRecord, { today }: Words, userName: string): string | null {
  if (changedBy === null || changedAt === null) return null;
  const name = actorName({ actorKind: changedBy, actorName: null }, userName);
  const who = changedBy === 'user' && userName === '' ? t('suggestions:byYou') : name;
  return t('suggestions:by', { who, when: formatMomentInline(changedAt, today) });
}
