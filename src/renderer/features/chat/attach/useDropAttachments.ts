import { type DragEvent, type RefObject, useState } from 'react';
import { useDropTasks } from '../../tasks/drag/useDropTasks.ts';
import type { Attachments } from './useAttachments.ts';
import { type AddressedRecord, recordOfAddress } from './recordOfAddress.ts';

interface DropHandlers {
  onDragOver(event: DragEvent): void;
  onDragLeave(event: DragEvent): void;
  onDrop(event: DragEvent): void;
}

/** Lets the panel take what is dragged onto it: tasks, links of this app's records, text files. */
export function useDropAttachments(
  panel: RefObject<HTMLElement | null>,
  { addFiles, addRecords }: Attachments,
  onDropped: () => void,
): { isOver: boolean; handlers: DropHandlers } {
  const [isOver, setIsOver] = useState(false);
  const take = (records: readonly AddressedRecord[], files: readonly File[]): void => {
    setIsOver(false);
    if (files.length > 0) void addFiles(files);
    else if (records.length > 0) void addRecords(records);
    if (files.length > 0 || records.length > 0) onDropped();
  };
  useDropTasks(panel, {
    onOver: setIsOver,
    onDrop: (ids) =>
      take(
        ids.map((id) => ({ kind: 'task', id })),
        [],
      ),
  });
  return {
    isOver,
    handlers: {
      onDragOver(event) {
        if (!isTakeable(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      },
      onDragLeave(event) {
        const { relatedTarget, currentTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false);
      },
      onDrop(event) {
        if (!isTakeable(event)) return;
        // A dropped file would be opened in place of the app.
        event.preventDefault();
        const addresses = event.dataTransfer.getData('text/uri-list').split(/\r?\n/u);
        const records = addresses.flatMap((address) => recordOfAddress(address, window.location.origin) ?? []);
        take(records, [...event.dataTransfer.files]);
      },
    },
  };
}

function isTakeable({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files') || dataTransfer.types.includes('text/uri-list');
}
