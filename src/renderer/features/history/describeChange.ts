import type { ActivityItem, ActivityOperation } from '../../../contracts/activity.ts';
import type { HistoryEntry, RecordJson } from '../../../contracts/change.ts';
import type { RecordKind } from '../../../contracts/record.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/i18n.ts';
import { dayOfChange, fieldPhrase, tellingFields, type Words } from './describeField.ts';

/** What is told of a change, whether it comes from a record's history or from the activity. */
export interface ChangeFacts {
  /** null: several records were changed in different ways. */
  readonly operation: ActivityOperation | null;
  /** null: of several kinds. */
  readonly recordKind: RecordKind | null;
  readonly title: string;
  /** Names of the fields that an update of one record changed. */
  readonly fields: readonly string[];
  /** Values, as far as they are known. */
  readonly before: RecordJson | null;
  readonly after: RecordJson | null;
  /** How many records were touched in the same step, with what hung on them. */
  readonly recordCount: number;
  /** Whether it is about one record, whatever hung on it. */
  readonly isOneRecord: boolean;
  /** What it took back, where it is an undo. */
  readonly undid: ActivityItem['undid'];
}

/** A sentence in three pieces, since the record in its middle can be opened. `title` is empty where none is named. */
export interface Sentence {
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

type Named = Pick<HistoryEntry, 'actorKind' | 'actorName'>;

/** Who: the user by name, an agent by its own. */
export function actorName({ actorKind, actorName: name }: Named, userName: string): string {
  switch (actorKind) {
    case 'user':
      return userName === '' ? t('activity:who.you') : userName;
    case 'api':
      return t('activity:who.api');
    case 'system':
      return t('activity:who.system');
    case 'agent':
      return name === null ? t('activity:who.assistant') : t('activity:who.agent', { name: capitalised(name) });
  }
}

/** The entries that undos took back, by the change set of the undo: as far as both are among these. */
export function undoneEntries(entries: readonly HistoryEntry[]): ReadonlyMap<string, HistoryEntry> {
  return new Map(entries.flatMap((entry) => (entry.undoneBy === null ? [] : [[entry.undoneBy, entry] as const])));
}

/** `undid`: what it took back. */
export function factsOfEntry(entry: HistoryEntry, undid?: HistoryEntry): ChangeFacts {
  return {
    operation: entry.isRestored ? 'restore' : entry.operation,
    recordKind: entry.recordKind,
    title: entry.title,
    fields: entry.operation === 'update' ? Object.keys(entry.after ?? {}) : [],
    before: entry.before,
    after: entry.after,
    recordCount: 1,
    isOneRecord: true,
    undid:
      undid === undefined || entry.isRestored
        ? null
        : { operation: undid.isRestored ? 'restore' : undid.operation, title: undid.title, recordCount: 1 },
  };
}

/** The same of a row of the activity. */
export function factsOfItem(item: ActivityItem): ChangeFacts {
  return {
    operation: item.operation,
    recordKind: item.recordKind,
    title: item.title,
    fields: item.fields,
    before: null,
    after: item.values,
    recordCount: item.recordCount,
    isOneRecord: item.recordId !== null,
    undid: item.undid,
  };
}

/** What an entry of one record's own history says: `set status to done, renamed it`. */
export function describeEntry(entry: HistoryEntry, words: Words, undid?: HistoryEntry): string {
  const { operation, recordKind } = entry;
  if (undid !== undefined && !entry.isRestored)
    return t('activity:phrase.undo', { change: describeEntry(undid, words) });
  if (entry.isRestored) return t('activity:phrase.restore');
  if (operation !== 'update') return t(`activity:phrase.${operation}`);
  const phrases = tellingFields(Object.keys(entry.after ?? {}))
    .map((name) => fieldPhrase(name, recordKind, entry, words))
    .filter((phrase) => phrase !== null);
  return phrases.length === 0 ? t('activity:phrase.changed') : [...new Set(phrases)].join(', ');
}

/** Takes the place of the title while a sentence is put together. */
const MARK = '\u0000';

/** What follows the name of who did it: `finished Stamp duty on invoice 2026/039`, `changed 20 tasks`. */
export function describeChange(facts: ChangeFacts, words: Words): Sentence {
  return split(sentenceOf(facts, words), facts);
}

function split(sentence: string, { title, recordKind }: ChangeFacts): Sentence {
  const [before = '', after = ''] = sentence.split(MARK);
  if (!sentence.includes(MARK)) return { before: sentence, title: '', after: '' };
  if (title.trim() !== '') return { before, title, after };
  // Only a note may have no title; of everything else it goes when the record is deleted for good.
  return { before, title: t(recordKind === 'note' ? 'activity:untitled' : 'activity:gone'), after };
}

function sentenceOf(facts: ChangeFacts, words: Words): string {
  const { operation, recordKind, undid } = facts;
  const title = MARK;
  if (undid !== null) {
    return facts.isOneRecord
      ? t(`activity:undid.one.${undid.operation ?? 'update'}`, { title })
      : t(`activity:undid.many.${undid.operation ?? 'mixed'}`, { formatted: formatNumber(undid.recordCount) });
  }
  if (facts.recordCount > 1 && !isOneWithOthers(facts)) return bulkSentence(facts);
  const others = formatNumber(facts.recordCount - 1);
  const sentence = oneSentence(operation, recordKind, facts, words);
  return facts.recordCount > 1
    ? t('activity:sentence.withOthers', { sentence, count: facts.recordCount - 1, formatted: others })
    : sentence;
}

/** One record was deleted or restored, and what hung on it with it. */
const isOneWithOthers = ({ operation, isOneRecord }: ChangeFacts): boolean =>
  isOneRecord && (operation === 'delete' || operation === 'restore');

function oneSentence(
  operation: ActivityOperation | null,
  recordKind: RecordKind | null,
  facts: ChangeFacts,
  words: Words,
): string {
  const title = MARK;
  switch (operation) {
    case 'create':
    case 'delete':
    case 'restore':
      return t(`activity:sentence.${operation}.${recordKind ?? 'task'}`, { title });
    case 'suggest':
    case 'approve':
    case 'reject':
      return t(`activity:sentence.${operation}`, { title });
    case 'update':
    case null:
      return updateSentence(facts, words);
  }
}

function bulkSentence({ operation, recordKind, recordCount }: ChangeFacts): string {
  const formatted = formatNumber(recordCount);
  switch (operation) {
    case 'suggest':
    case 'approve':
    case 'reject':
      return t(`activity:bulk.${operation}`, { formatted });
    case 'create':
    case 'update':
    case 'delete':
    case 'restore':
      return t(`activity:bulk.${operation}.${recordKind ?? 'mixed'}`, { formatted });
    case null:
      return t(`activity:bulk.update.${recordKind ?? 'mixed'}`, { formatted });
  }
}

function updateSentence(facts: ChangeFacts, words: Words): string {
  const { recordKind, after } = facts;
  const title = MARK;
  const fields = tellingFields(facts.fields);
  const [name] = fields;
  if (name === undefined || recordKind === null) return t('activity:sentence.changed', { title });
  if (fields.length > 1) return t('activity:sentence.several', { title, count: fields.length });
  const value = after?.[name];
  switch (name) {
    case 'title':
    case 'name':
      return t('activity:sentence.renamed', { title });
    case 'content':
    case 'body':
      return t(`activity:sentence.${recordKind === 'comment' ? 'commentEdited' : 'noteEdited'}`, { title });
    case 'description':
    case 'notes':
      return t('activity:sentence.written', { title });
    case 'status':
      if (value === 'done') return t('activity:sentence.finished', { title });
      if (value === 'archived') return t('activity:sentence.archived', { title });
      if (value === 'active') return t('activity:sentence.unarchived', { title });
      break;
    case 'isArchived':
      if (value !== undefined) return t(`activity:sentence.${value === true ? 'archived' : 'unarchived'}`, { title });
      break;
    case 'isDone':
      if (value !== undefined) return t(`activity:sentence.${value === true ? 'reached' : 'unreached'}`, { title });
      break;
    case 'isPinned':
      if (value !== undefined) return t(`activity:sentence.${value === true ? 'pinned' : 'unpinned'}`, { title });
      break;
    case 'dueDate':
    case 'date': {
      const day = dayOfChange(fields, after, words.today);
      if (day === null) return t('activity:sentence.undated', { title });
      if (day !== undefined) return t('activity:sentence.moved', { title, place: day });
      break;
    }
    case 'projectId':
      if (typeof value === 'string')
        return t('activity:sentence.moved', { title, place: words.projectName(value) ?? t('activity:otherProject') });
      break;
    default:
      break;
  }
  const phrase = fieldPhrase(name, recordKind, facts, words);
  return phrase === null ? t('activity:sentence.changed', { title }) : t('activity:sentence.set', { title, phrase });
}

const capitalised = (name: string): string => name.slice(0, 1).toLocaleUpperCase() + name.slice(1);
