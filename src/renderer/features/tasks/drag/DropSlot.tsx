import { useRef } from 'react';
import { cn } from '../../../lib/cn.ts';
import { useDropGround } from './useTaskDragging.ts';

interface DropSlotProps {
  surface: string;
  group: string | null;
  /** Of what is dragged, in pixels. */
  height: number;
  className?: string;
}

/** The place where dragged tasks will land: a solid sunken slot. */
export function DropSlot({ surface, group, height, className }: DropSlotProps) {
  const element = useRef<HTMLDivElement>(null);
  useDropGround(element, { surface, group, part: 'slot' });
  return (
    <div
      ref={element}
      aria-hidden
      data-drop-slot
      className={cn('rounded-lg bg-surface-sunken', className)}
      style={{ height }}
    />
  );
}
