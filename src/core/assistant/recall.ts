import type { AttachedRecord } from '../../contracts/attachment.ts';
import type { Scope } from '../../contracts/conversation.ts';
import { SEARCH_TEXT_MAX, searchQuerySchema } from '../../contracts/search.ts';
import type { Workspace } from '../workspace.ts';
import type { ReadRecord, RecordReader } from './records.ts';
import { plainSnippet } from './tools/readTools.ts';

const FOUND_MAX = 8;
/** UTF-16 code units of all recalled records together. */
const RECALL_MAX = 24_000;

const GOES_ON = '\n(It goes on; this is its beginning.)';

function beginningOf(text: string, length: number): string {
  return `${text.slice(0, length - GOES_ON.length).toWellFormed()}${GOES_ON}`;
}

/** A record that has to do with the question, and as much of it as there is room for: all, or what matched. */
export interface RecalledRecord {
  readonly record: ReadRecord;
  readonly shown: string;
}

/**
 * What the workspace knows about a question before anybody is asked: the record it was asked on, those put beside it, then what
 * search finds, best first. Pending suggestions are not among it.
 */
export async function recall(
  search: Workspace['search'],
  reader: RecordReader,
  question: string,
  scope: Scope,
  attached: readonly AttachedRecord[] = [],
): Promise<RecalledRecord[]> {
  const recalled: RecalledRecord[] = [];
  let room = RECALL_MAX;
  const add = (record: ReadRecord | null, snippet: string): void => {
    if (record === null || recalled.some((known) => known.record.kind === record.kind && known.record.id === record.id))
      return;
    const shown = record.text.length <= room ? record.text : snippet;
    if (shown === '' || shown.length > room) return;
    room -= shown.length;
    recalled.push({ record, shown });
  };
  // What the question is asked on, and what lies beside it, is always there, if need be only its beginning.
  const given = [
    ...(scope.kind === 'workspace' ? [] : [scope]),
    ...attached.map(({ recordKind, id }) => ({ kind: recordKind, id })),
  ];
  for (const { kind, id } of given) {
    const record = reader.read(kind, id);
    add(record, record === null ? '' : beginningOf(record.text, RECALL_MAX / (2 * given.length)));
  }
  const text = question.slice(0, SEARCH_TEXT_MAX).toWellFormed();
  const { items } = await search.query(searchQuerySchema.parse({ text, limit: FOUND_MAX }));
  for (const item of items) add(reader.read(item.kind, item.id), plainSnippet(item.snippet));
  return recalled;
}
