import { imageSchema, linkSchema, listItemSchema } from '@milkdown/kit/preset/commonmark';
import type { NodeViewConstructor } from '@milkdown/kit/prose/view';
import { $remark, $view } from '@milkdown/kit/utils';
import { icon } from './icons.ts';

/** The sentences that the parts of the editor say. */
export interface ViewLabels {
  /** Accessible name of a check box. */
  readonly task: string;
  imageNamed(alt: string): string;
}

interface MarkdownNode {
  type: string;
  alt?: string | null | undefined;
  title?: string | null | undefined;
  children?: MarkdownNode[];
}

/** An image without a title or words is one with empty ones: the schema knows no null. */
export const imageTitles = $remark('imageTitles', () => () => (tree: MarkdownNode) => {
  const visit = (node: MarkdownNode): void => {
    if (node.type === 'image') {
      node.alt ??= '';
      node.title ??= '';
    }
    node.children?.forEach(visit);
  };
  visit(tree);
});

/** What is typed after a link is not part of it. */
export const closedLinks = linkSchema.extendSchema((make) => (ctx) => ({ ...make(ctx), inclusive: false }));

/** List items as plain elements: thousands of them must stay light. A check list's box is a real one. */
export function listItemView(labels: ViewLabels) {
  return $view(listItemSchema.node, (): NodeViewConstructor => (initial, view, getPos) => {
    let node = initial;
    const dom = document.createElement('li');
    const contentDOM = document.createElement('div');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.contentEditable = 'false';
    box.setAttribute('aria-label', labels.task);
    box.addEventListener('change', () => {
      const position = getPos();
      if (position === undefined) return;
      view.dispatch(view.state.tr.setNodeAttribute(position, 'checked', box.checked));
    });
    const show = (): void => {
      const { checked, listType, label } = node.attrs;
      const isTask = typeof checked === 'boolean';
      dom.className = isTask ? 'task' : listType === 'ordered' ? 'ordered' : 'bullet';
      dom.dataset['label'] = typeof label === 'string' ? label : '';
      if (isTask) {
        box.checked = checked;
        dom.dataset['checked'] = String(checked);
        if (!box.isConnected) dom.prepend(box);
      } else {
        delete dom.dataset['checked'];
        box.remove();
      }
    };
    dom.append(contentDOM);
    show();
    return {
      dom,
      contentDOM,
      update(updated) {
        if (updated.type !== node.type) return false;
        node = updated;
        show();
        return true;
      },
      stopEvent: (event) => event.target === box,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    };
  });
}

/**
 * Images lie outside the note and are never fetched: one that is written into the note itself is shown, any other is its
 * words and its whole target.
 */
export function imageView(labels: ViewLabels) {
  return $view(imageSchema.node, (): NodeViewConstructor => (initial) => {
    let node = initial;
    const dom = document.createElement('span');
    dom.className = 'note-image';
    const show = (): void => {
      const source = String(node.attrs['src'] ?? '');
      const alt = String(node.attrs['alt'] ?? '');
      if (/^data:image\/(?:png|jpeg|gif|webp|avif);/iu.test(source)) {
        const image = document.createElement('img');
        image.src = source;
        image.alt = alt;
        dom.replaceChildren(image);
        return;
      }
      dom.innerHTML = icon('image');
      const name = document.createElement('span');
      name.textContent = labels.imageNamed(alt);
      const target = document.createElement('span');
      target.className = 'note-image-target';
      target.textContent = source;
      dom.append(name, target);
      dom.title = source;
    };
    show();
    return {
      dom,
      update(updated) {
        if (updated.type !== node.type) return false;
        node = updated;
        show();
        return true;
      },
      ignoreMutation: () => true,
    };
  });
}
