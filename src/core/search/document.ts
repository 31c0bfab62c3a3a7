import type { RecordKind } from '../../contracts/record.ts';

/** Names one record for search. */
export interface DocumentKey {
  readonly kind: RecordKind;
  readonly id: string;
}

/** What search knows of a record: its words and where it belongs. Records that wait for approval have none. */
export interface SearchDocument extends DocumentKey {
  /** What the record is called. A comment goes by its task's title. */
  readonly title: string;
  /** Everything else that can be found, as plain text or Markdown. */
  readonly body: string;
  /** The project it belongs to, a project's own id for the project itself, or null. */
  readonly projectId: string | null;
}
