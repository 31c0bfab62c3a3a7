import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { type ChangeSpec, EditorState, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type { Heading, NoteEditor } from './noteEditor.ts';

export interface PlainEditorOptions {
  readonly root: HTMLElement;
  readonly markdown: string;
  readonly labels: { readonly text: string; readonly placeholder: string };
  onEdit(): void;
  onDocument(): void;
  onBlur(): void;
}

/** In an outline of a very long text, more would not be read. */
const HEADINGS_MAX = 500;

/**
 * Markdown as it is written, for notes that the rich editor would lose or be slow with. It lays out only the lines in
 * sight, so that 5 MB are typed in as smoothly as 5 KB (a textarea takes a second for each key there).
 */
export function createPlainEditor(options: PlainEditorOptions): NoteEditor {
  const { labels, markdown } = options;
  // CodeMirror joins lines with one line end; a note's own is kept.
  const lineEnd = markdown.includes('\r\n') ? '\r\n' : '\n';
  const view = new EditorView({
    parent: options.root,
    state: EditorState.create({
      doc: markdown,
      extensions: [
        EditorState.lineSeparator.of(lineEnd),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        EditorView.contentAttributes.of({ 'aria-label': labels.text, class: 'note-plain', dir: 'auto' }),
        placeholder(labels.placeholder),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          options.onDocument();
          if (
            update.transactions.some(
              (transaction) => transaction.docChanged && transaction.annotation(Transaction.addToHistory) !== false,
            )
          ) {
            options.onEdit();
          }
        }),
        EditorView.domEventHandlers({
          blur: () => {
            options.onBlur();
          },
        }),
      ],
    }),
  });
  // A text that mixes line ends is given back as it came while nobody changed it.
  let shown = { doc: view.state.doc, text: markdown };
  return {
    keepsAll: true,
    read: () => (view.state.doc === shown.doc ? shown.text : view.state.sliceDoc()),
    replace(text) {
      view.dispatch({ changes: differenceOf(view.state, text), annotations: Transaction.addToHistory.of(false) });
      shown = { doc: view.state.doc, text };
    },
    headings: () => headingsOf(view.state),
    showHeading({ position }) {
      view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: 'start' }) });
      view.focus();
    },
    focus: () => view.focus(),
    destroy() {
      view.destroy();
      return Promise.resolve();
    },
  };
}

/** The one stretch in which a text differs from the document, so that the cursor and what is in sight stay. */
function differenceOf(state: EditorState, text: string): ChangeSpec {
  const old = state.sliceDoc();
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < most - start && old.charCodeAt(old.length - 1 - end) === text.charCodeAt(text.length - 1 - end))
    end += 1;
  // Not between the two halves of a line end.
  if (state.lineBreak === '\r\n') return { from: 0, to: state.doc.length, insert: state.toText(text) };
  return { from: start, to: old.length - end, insert: text.slice(start, text.length - end) };
}

function headingsOf(state: EditorState): Heading[] {
  const headings: Heading[] = [];
  let position = 0;
  for (const lines = state.doc.iterLines(); !lines.next().done && headings.length < HEADINGS_MAX;) {
    const match = /^(#{1,6})\s+(.+?)\s*#*$/u.exec(lines.value);
    if (match) headings.push({ level: match[1]?.length ?? 1, text: match[2] ?? '', position });
    position += lines.value.length + 1;
  }
  return headings;
}
