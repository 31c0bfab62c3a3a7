import { HardDrive, Plug, Sparkles } from 'lucide-react';
import type { HistoryEntry } from '../../../contracts/change.ts';
import { cn } from '../../lib/cn.ts';
import { initialsOf } from '../records/initials.ts';

interface ActorMarkProps {
  actorKind: HistoryEntry['actorKind'];
  /** What the user is called; initials come from it. */
  name: string;
  className?: string;
}

/** Sparkles for agents, the plug for scripts and plugins, initials for the user. Decoration beside the name. */
export function ActorMark({ actorKind, name, className }: ActorMarkProps) {
  const place = cn('grid size-5 flex-none place-items-center', className);
  switch (actorKind) {
    case 'user':
      return (
        <span aria-hidden className={cn(place, 'rounded-full bg-chip text-[11px] leading-none font-medium')}>
          {initialsOf(name)}
        </span>
      );
    case 'agent':
      return (
        <span className={place}>
          <Sparkles aria-hidden className="text-assistant" />
        </span>
      );
    case 'api':
      return (
        <span className={place}>
          <Plug aria-hidden className="icon-14 text-muted-foreground" />
        </span>
      );
    case 'system':
      return (
        <span className={place}>
          <HardDrive aria-hidden className="icon-14 text-muted-foreground" />
        </span>
      );
  }
}
