import type { Input } from '@atlaskit/pragmatic-drag-and-drop/types';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/utils/set-custom-native-drag-preview';

interface PreviewOptions {
  look: 'row' | 'card';
  /** Where the drag began, so that the picture stays under the pointer as it was held. */
  input: Input;
  nativeSetDragImage: DataTransfer['setDragImage'] | null;
  /** `3 tasks` in place of the picture; null for one. */
  label: string | null;
}

/** Room around the picture for its shadow and its turned corners, in pixels. */
const ROOM = 32;
const RAISED = ['m-0!', 'rounded-lg!', 'border!', 'border-input!', 'bg-surface-raised!', 'shadow-3!', 'opacity-100!'];
const LOOKS = { row: ['px-2.5!', 'before:hidden!'], card: ['rotate-[1.2deg]'] } as const;

/** What hangs on the pointer: the row or card itself, raised; cards are turned a little. */
export function showDragPreview(
  element: HTMLElement,
  { look, input, nativeSetDragImage, label }: PreviewOptions,
): void {
  const rect = element.getBoundingClientRect();
  setCustomNativeDragPreview({
    nativeSetDragImage,
    getOffset: () =>
      label === null
        ? { x: input.clientX - rect.left + ROOM, y: input.clientY - rect.top + ROOM }
        : { x: ROOM + 16, y: ROOM + 16 },
    render: ({ container }) => {
      const room = document.createElement('div');
      room.style.padding = `${ROOM}px`;
      room.append(label === null ? pictureOf(element, rect, look) : chipOf(label));
      container.append(room);
    },
  });
}

function pictureOf(element: HTMLElement, rect: DOMRect, look: PreviewOptions['look']): HTMLElement {
  const picture = element.cloneNode(true);
  if (!(picture instanceof HTMLElement)) return document.createElement('div');
  for (const part of [picture, ...picture.querySelectorAll<HTMLElement>('*')]) restyle(part);
  picture.style.width = `${rect.width}px`;
  picture.style.height = `${rect.height}px`;
  picture.classList.add(...RAISED, ...LOOKS[look]);
  picture.setAttribute('data-drag-preview', '');
  return picture;
}

/** The content policy refuses style attributes, also copied ones, and allows styles that are set. */
function restyle(part: HTMLElement): void {
  const css = part.style.cssText;
  part.removeAttribute('style');
  if (css !== '') part.style.cssText = css;
  part.removeAttribute('id');
}

function chipOf(label: string): HTMLElement {
  const chip = document.createElement('div');
  chip.classList.add(...RAISED, 'w-fit', 'px-4', 'py-2.5', 'font-medium', 'whitespace-nowrap');
  chip.setAttribute('data-drag-preview', '');
  chip.textContent = label;
  return chip;
}
