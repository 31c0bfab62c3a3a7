import { Diamond } from 'lucide-react';
import { cn } from '../../lib/cn.ts';
import { projectColor } from './Swatch.tsx';

/** The diamond of a checkpoint in its project's colour; muted without one. */
export function CheckpointMark({ color, className }: { color?: number | undefined; className?: string }) {
  return (
    <Diamond
      aria-hidden
      className={cn('icon-14 fill-[color-mix(in_srgb,currentColor_22%,transparent)] text-muted-foreground', className)}
      style={color === undefined ? undefined : { color: projectColor(color) }}
    />
  );
}
