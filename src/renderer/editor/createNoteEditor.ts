import { CrepeBuilder } from '@milkdown/crepe/builder';
import { blockEdit } from '@milkdown/crepe/feature/block-edit';
import { cursor } from '@milkdown/crepe/feature/cursor';
import { linkTooltip } from '@milkdown/crepe/feature/link-tooltip';
import { placeholder } from '@milkdown/crepe/feature/placeholder';
import { table } from '@milkdown/crepe/feature/table';
import { toolbar } from '@milkdown/crepe/feature/toolbar';
import {
  editorViewCtx,
  editorViewOptionsCtx,
  parserCtx,
  remarkStringifyOptionsCtx,
  serializerCtx,
} from '@milkdown/kit/core';
import { uploadConfig } from '@milkdown/kit/plugin/upload';
import { remarkPreserveEmptyLinePlugin, syncHeadingIdPlugin } from '@milkdown/kit/preset/commonmark';
import type { Node } from '@milkdown/kit/prose/model';
import { NodeSelection, Plugin, Selection } from '@milkdown/kit/prose/state';
import { $prose } from '@milkdown/kit/utils';
import { createBlockSerializer } from './blockSerializer.ts';
import type { EditorLabels } from './editorLabels.ts';
import { icon, namedIcon } from './icons.ts';
import { type KeepSource, keepSource } from './keepSource.ts';
import { markdownStyleOf } from './markdownStyle.ts';
import type { Heading, NoteEditor } from './noteEditor.ts';
import { closedLinks, imageTitles, imageView, listItemView } from './views.ts';
import { losesText } from './losesText.ts';

export interface NoteEditorOptions {
  readonly root: HTMLElement;
  readonly markdown: string;
  readonly labels: EditorLabels;
  /** The user changed the text. */
  onEdit(): void;
  /** The document changed, by whomever. */
  onDocument(): void;
  onBlur(): void;
  onImageRefused(): void;
  onLinkCopied(): void;
  /** The user asked to open a link, outside. */
  onOpenLink(href: string): void;
}

/** From here on, in characters, the text is laid out only where it is seen. */
const LONG = 20_000;

/** Makes the rich editor for one note. Destroy it only after this has resolved. */
export async function createNoteEditor(options: NoteEditorOptions): Promise<NoteEditor> {
  const { root, labels } = options;
  const crepe = new CrepeBuilder({ root, defaultValue: options.markdown });
  const { editor } = crepe;
  // Empty lines are no content: `<br />` would be written for them. Ids of headings are not used, and cost at each key.
  await editor.remove([...remarkPreserveEmptyLinePlugin, syncHeadingIdPlugin]);
  addFeatures(crepe, options);
  const style = markdownStyleOf(options.markdown);
  editor
    .config((ctx) => {
      ctx.update(remarkStringifyOptionsCtx, (previous) => ({ ...previous, ...style, listItemIndent: 'one' as const }));
      ctx.update(editorViewOptionsCtx, (previous) => ({
        ...previous,
        attributes: {
          'aria-label': labels.text,
          'aria-multiline': 'true',
          role: 'textbox',
          class: 'note-prose',
          ...(options.markdown.length > LONG ? { 'data-long': '' } : {}),
        },
        handleClick: (_view, _position, event) => openLink(event, options.onOpenLink),
      }));
      ctx.update(uploadConfig.key, (previous) => ({
        ...previous,
        uploader: async () => {
          options.onImageRefused();
          return [];
        },
      }));
    })
    .use(imageTitles)
    .use(closedLinks)
    .use(listItemView(labels))
    .use(imageView(labels))
    .use($prose(() => watchDocument(options)))
    .use($prose(() => cellsKeepCursor()));
  await crepe.create();

  const view = editor.ctx.get(editorViewCtx);
  const serialize = createBlockSerializer(editor.ctx.get(serializerCtx));
  const parse = editor.ctx.get(parserCtx);
  const written = serialize(view.state.doc);
  const keepsAll = !losesText(options.markdown, written);
  /** Merging is believed only where the result says what the editor says: else the editor's own text is taken. */
  const keepWhole = (source: string, own: string): KeepSource => {
    if (source === own) return (edited) => edited;
    const keep = keepSource(source, own);
    return (edited) => {
      const merged = keep(edited);
      return merged === source || serialize(parse(merged)) === edited ? merged : edited;
    };
  };
  let keep = keepWhole(options.markdown, written);
  let read: { doc: Node; text: string } = { doc: view.state.doc, text: options.markdown };

  return {
    keepsAll,
    read() {
      const { doc } = view.state;
      if (read.doc !== doc) read = { doc, text: keep(serialize(doc)) };
      return read.text;
    },
    replace(markdown) {
      const next = parse(markdown);
      const { state } = view;
      const start = state.doc.content.findDiffStart(next.content);
      const end = state.doc.content.findDiffEnd(next.content);
      if (start !== null && end !== null) {
        const overlap = Math.max(0, start - Math.min(end.a, end.b));
        view.dispatch(
          state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap)).setMeta('addToHistory', false),
        );
      }
      keep = keepWhole(markdown, serialize(view.state.doc));
      read = { doc: view.state.doc, text: markdown };
    },
    headings: () => headingsOf(view.state.doc),
    showHeading({ position }) {
      view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(position + 1))));
      const dom = view.nodeDOM(position);
      if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'start' });
      view.focus();
    },
    focus: () => view.focus(),
    async destroy() {
      await crepe.destroy();
    },
  };
}

function addFeatures(crepe: CrepeBuilder, { labels, onLinkCopied }: NoteEditorOptions): void {
  const { slash } = labels;
  crepe
    .addFeature(cursor, { color: false, width: 2, virtual: false })
    .addFeature(placeholder, { text: labels.placeholder, mode: 'doc' })
    .addFeature(linkTooltip, {
      linkIcon: icon('copy'),
      editButton: icon('edit'),
      removeButton: icon('unlink'),
      confirmButton: icon('confirm'),
      inputPlaceholder: labels.linkPlaceholder,
      onCopyLink: onLinkCopied,
    })
    .addFeature(table, {
      addRowIcon: namedIcon('add', labels.table.addRow),
      addColIcon: namedIcon('add', labels.table.addColumn),
      deleteRowIcon: namedIcon('remove', labels.table.deleteRow),
      deleteColIcon: namedIcon('remove', labels.table.deleteColumn),
      alignLeftIcon: namedIcon('alignStart', labels.table.alignStart),
      alignCenterIcon: namedIcon('alignCenter', labels.table.alignCenter),
      alignRightIcon: namedIcon('alignEnd', labels.table.alignEnd),
      colDragHandleIcon: icon('dragColumn'),
      rowDragHandleIcon: icon('dragRow'),
    })
    .addFeature(toolbar, {
      boldIcon: icon('bold'),
      italicIcon: icon('italic'),
      strikethroughIcon: icon('strike'),
      codeIcon: icon('code'),
      linkIcon: icon('link'),
      boldLabel: labels.toolbar.bold,
      italicLabel: labels.toolbar.italic,
      strikethroughLabel: labels.toolbar.strike,
      codeLabel: labels.toolbar.code,
      linkLabel: labels.toolbar.link,
    })
    .addFeature(blockEdit, {
      handleAddIcon: icon('add'),
      handleDragIcon: icon('dragRow'),
      blockHandle: { getOffset: () => 4 },
      textGroup: {
        label: slash.text,
        text: { label: slash.paragraph, icon: icon('text') },
        h1: { label: slash.heading1, icon: icon('heading1') },
        h2: { label: slash.heading2, icon: icon('heading2') },
        h3: { label: slash.heading3, icon: icon('heading3') },
        h4: null,
        h5: null,
        h6: null,
        quote: { label: slash.quote, icon: icon('quote') },
        divider: { label: slash.divider, icon: icon('divider') },
      },
      listGroup: {
        label: slash.list,
        bulletList: { label: slash.bulletList, icon: icon('bulletList') },
        orderedList: { label: slash.orderedList, icon: icon('orderedList') },
        taskList: { label: slash.taskList, icon: icon('taskList') },
      },
      advancedGroup: {
        label: slash.advanced,
        image: null,
        codeBlock: { label: slash.code, icon: icon('code') },
        table: { label: slash.table, icon: icon('table') },
        math: null,
      },
    });
}

/** Tells the user's changes from those that the editor makes by itself (heading ids, list numbers, a last empty line). */
function watchDocument({ onEdit, onDocument, onBlur }: NoteEditorOptions): Plugin<number> {
  const plugin: Plugin<number> = new Plugin<number>({
    state: {
      init: () => 0,
      apply(transaction, edits) {
        if (!transaction.docChanged || transaction.getMeta('addToHistory') === false) return edits;
        return transaction.getMeta('appendedTransaction') === undefined ? edits + 1 : edits;
      },
    },
    view() {
      return {
        update(view, before) {
          if (view.state.doc === before.doc) return;
          onDocument();
          if (plugin.getState(view.state) !== plugin.getState(before)) onEdit();
        },
      };
    },
    props: {
      handleDOMEvents: {
        blur: () => {
          onBlur();
          return false;
        },
      },
    },
  });
  return plugin;
}

/**
 * A click into a table's cell sets the cursor there. The table component would select the whole cell instead, and the
 * next key would replace what is in it.
 */
function cellsKeepCursor(): Plugin {
  return new Plugin({
    filterTransaction: ({ docChanged, selectionSet, selection }) =>
      docChanged ||
      !selectionSet ||
      !(selection instanceof NodeSelection) ||
      selection.node.type.name !== 'paragraph' ||
      !['table_cell', 'table_header'].includes(selection.$from.parent.type.name),
  });
}

/** Ctrl or Cmd and click on a link opens it; a plain click sets the cursor. */
function openLink(event: MouseEvent, open: (href: string) => void): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const href = link?.getAttribute('href');
  if (href == null || !/^(?:https?|mailto):/iu.test(href)) return false;
  event.preventDefault();
  open(href);
  return true;
}

function headingsOf(doc: Node): Heading[] {
  const headings: Heading[] = [];
  doc.forEach((node, position) => {
    if (node.type.name !== 'heading') return;
    headings.push({ level: Number(node.attrs['level'] ?? 1), text: node.textContent, position });
  });
  return headings;
}
