import { type RecordKind, recordKindSchema } from '../../contracts/record.ts';
import type { Database } from '../db/openDatabase.ts';
import type { DocumentKey, SearchDocument } from '../search/document.ts';
import { createCheckpointStore } from './checkpoint.ts';
import { createClientStore } from './client.ts';
import { createCommentStore } from './comment.ts';
import { createNoteStore } from './note.ts';
import { createProjectStore } from './project.ts';
import type { AnyRecord, RecordStore } from './recordStore.ts';
import { createTaskStore } from './task.ts';
import { createViewStore } from './view.ts';

export type RecordStores = Readonly<Record<RecordKind, RecordStore<AnyRecord>>>;

export interface Records {
  readonly stores: RecordStores;
  /** What search may know of a record; null where there is none or it waits for approval. */
  readDocument(kind: RecordKind, id: string): SearchDocument | null;
  /** All documents, kind by kind and in order of id, those after `after`; fewer than `limit` only at the end. */
  listDocuments(after: DocumentKey | null, limit: number): SearchDocument[];
}

export function createRecords(database: Database): Records {
  const stores: RecordStores = {
    client: createClientStore(database),
    project: createProjectStore(database),
    task: createTaskStore(database),
    checkpoint: createCheckpointStore(database),
    note: createNoteStore(database),
    comment: createCommentStore(database),
    view: createViewStore(database),
  };
  const readDocument = (kind: RecordKind, id: string): SearchDocument | null => {
    const record = stores[kind].read(id);
    return record === null ? null : stores[kind].document(record);
  };
  return {
    stores,
    readDocument,
    listDocuments(after, limit) {
      const documents: SearchDocument[] = [];
      const kinds = recordKindSchema.options;
      for (const kind of kinds.slice(after === null ? 0 : kinds.indexOf(after.kind))) {
        let id = kind === after?.kind ? after.id : '';
        while (documents.length < limit) {
          const ids = stores[kind].idsAfter(id, limit - documents.length);
          for (id of ids) {
            const document = readDocument(kind, id);
            if (document !== null) documents.push(document);
          }
          if (ids.length === 0) break;
        }
      }
      return documents;
    },
  };
}
