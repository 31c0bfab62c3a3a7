import { cn } from '../../lib/cn.ts';

/** The user's own colour: a rounded square for a project, a circle for a client. Decoration beside a name. */
export function Swatch({
  color,
  shape = 'project',
  className,
}: {
  color: number;
  shape?: 'project' | 'client';
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={cn('size-2 flex-none', shape === 'project' ? 'rounded-[3px]' : 'rounded-full', className)}
      style={{ backgroundColor: projectColor(color) }}
    />
  );
}

export const projectColor = (color: number): string => `var(--project-${color})`;
