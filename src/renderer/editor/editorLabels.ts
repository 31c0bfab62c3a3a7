import type { ViewLabels } from './views.ts';

/** Every word that the rich editor says: it is no React and does not read the catalogue itself. */
export interface EditorLabels extends ViewLabels {
  /** Accessible name of the text. */
  readonly text: string;
  readonly placeholder: string;
  readonly linkPlaceholder: string;
  readonly table: Readonly<
    Record<'addRow' | 'addColumn' | 'deleteRow' | 'deleteColumn' | 'alignStart' | 'alignCenter' | 'alignEnd', string>
  >;
  readonly toolbar: Readonly<Record<'bold' | 'italic' | 'strike' | 'code' | 'link', string>>;
  readonly slash: Readonly<
    Record<
      | 'text'
      | 'paragraph'
      | 'heading1'
      | 'heading2'
      | 'heading3'
      | 'quote'
      | 'divider'
      | 'list'
      | 'bulletList'
      | 'orderedList'
      | 'taskList'
      | 'advanced'
      | 'code'
      | 'table',
      string
    >
  >;
}
