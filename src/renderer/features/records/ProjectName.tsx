import { Swatch } from '../../components/ui/Swatch.tsx';
import { cn } from '../../lib/cn.ts';

/** Swatch and name of a project, muted. An empty column without one. */
export function ProjectName({
  project,
  className,
}: {
  project: { name: string; color: number } | undefined;
  className?: string;
}) {
  return (
    <span className={cn('flex min-w-0 flex-none items-center gap-2 type-meta text-muted-foreground', className)}>
      {project === undefined ? null : (
        <>
          <Swatch color={project.color} />
          <span className="truncate">{project.name}</span>
        </>
      )}
    </span>
  );
}
