import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Popover, PopoverContent, PopoverTrigger } from '../../../components/ui/Popover.tsx';

interface PickFieldProps {
  /** What is added: "Add label". */
  label: string;
  /** Whether something is there already: then a plus is enough. */
  hasSome: boolean;
  /** `close` ends the choosing. */
  children: (close: () => void) => ReactNode;
}

/** The end of a property that has several values: what adds one, and the list it is chosen from. */
export function PickField({ label, hasSome, children }: PickFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger
        aria-label={label}
        className="inline-flex h-6 flex-none items-center gap-1.5 rounded-sm px-1.5 text-muted-foreground transition-state first:-ml-1.5 hover:bg-accent hover:text-foreground data-[state=open]:bg-accent focus-inset"
      >
        {hasSome ? <Plus aria-hidden className="icon-14" /> : label}
      </PopoverTrigger>
      <PopoverContent
        aria-label={label}
        className="flex max-h-[min(320px,var(--radix-popover-content-available-height))] w-72 flex-col"
      >
        {children(() => setIsOpen(false))}
      </PopoverContent>
    </Popover>
  );
}
