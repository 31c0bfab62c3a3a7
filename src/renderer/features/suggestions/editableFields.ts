import type { ProposedChange } from '../../../contracts/suggestion.ts';

/** Fields of a proposed change that have a control. */
export type EditableField =
  | 'title'
  | 'name'
  | 'dueDate'
  | 'date'
  | 'projectId'
  | 'priority'
  | 'status'
  | 'labels'
  | 'assignees'
  | 'description'
  | 'content'
  | 'body';

/** In the order of the form. */
const OF_KIND: Readonly<Record<ProposedChange['recordKind'], readonly EditableField[]>> = {
  task: ['title', 'dueDate', 'projectId', 'priority', 'status', 'labels', 'assignees', 'description'],
  checkpoint: ['title', 'date', 'projectId'],
  note: ['title', 'projectId', 'content'],
  project: ['name', 'description'],
  client: ['name'],
  comment: ['body'],
  view: [],
};
/** Of a new task those that are mostly meant; the others are set later. */
const OF_NEW_TASK: readonly EditableField[] = ['title', 'dueDate', 'projectId', 'priority', 'description'];

/** The fields that can be changed before a change is approved: of a new record its main ones, of an edit those that it is about. */
export function editableFields({ operation, recordKind, after }: ProposedChange): readonly EditableField[] {
  switch (operation) {
    case 'create':
      return recordKind === 'task' ? OF_NEW_TASK : OF_KIND[recordKind];
    case 'update':
      return OF_KIND[recordKind].filter((name) => isAsked(name, after ?? {}));
    case 'delete':
      return [];
  }
}

const isAsked = (name: EditableField, after: object): boolean =>
  name in after || (name === 'dueDate' && 'dueTime' in after);
