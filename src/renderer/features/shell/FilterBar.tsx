import { ListFilter } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../../components/ui/Menu.tsx';
import { cn } from '../../lib/cn.ts';

/** 44 high, under the topbar of a dense screen. */
export function FilterBar({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      role="group"
      className={cn(
        'flex h-11 min-w-0 flex-none items-center gap-1 overflow-hidden border-b border-hairline px-5 wide:px-6',
        className,
      )}
      {...props}
    />
  );
}

export interface FilterTriggerProps extends Omit<ComponentProps<'button'>, 'value' | 'type'> {
  label: string;
  /** What it is set to, said beside the name; absent while it says nothing. */
  value?: ReactNode;
  /** While it narrows the list. */
  isFilled?: boolean;
  /** The bar's first filter carries the icon; while unfilled, its text meets the list's edge. */
  isFirst?: boolean;
  isLast?: boolean;
}

/** The button of one filter: its name, and what it is set to. */
export function FilterTrigger({
  label,
  value,
  isFilled = false,
  isFirst = false,
  isLast = false,
  className,
  ...props
}: FilterTriggerProps) {
  return (
    <button
      type="button"
      className={cn(
        'inline-flex h-7 max-w-60 min-w-0 flex-none items-center gap-1.5 rounded-md px-2 type-section whitespace-nowrap text-muted-foreground transition-state hover:bg-accent data-[state=open]:bg-accent focus-inset',
        isFilled && 'bg-surface-sunken',
        isFirst && !isFilled && '-ml-2',
        isLast && '-mr-2',
        className,
      )}
      {...props}
    >
      {isFirst ? <ListFilter aria-hidden className="icon-14" /> : null}
      {label}
      {value === undefined ? null : <b className="truncate font-medium text-foreground">{value}</b>}
    </button>
  );
}

interface FilterProps<Value extends string> {
  label: string;
  value: Value;
  /** The value that does not narrow the list; every other one fills the filter and is named beside it. */
  neutral: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
  isFirst?: boolean;
  isLast?: boolean;
  /** A choice that narrows nothing (a sort order): never filled, its value always named. */
  isChoice?: boolean;
  className?: string | undefined;
}

/** One filter with a few values. */
export function Filter<Value extends string>({
  label,
  value,
  neutral,
  options,
  onChange,
  isFirst = false,
  isLast = false,
  isChoice = false,
  className,
}: FilterProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  const isFilled = value !== neutral && !isChoice;
  return (
    <Menu>
      <MenuTrigger asChild>
        <FilterTrigger
          label={label}
          value={isFilled || isChoice ? chosen?.label : undefined}
          isFilled={isFilled}
          isFirst={isFirst}
          isLast={isLast}
          className={className}
        />
      </MenuTrigger>
      <MenuContent align={isLast ? 'end' : 'start'}>
        <MenuRadioGroup
          value={value}
          onValueChange={(next) => {
            const option = options.find((candidate) => candidate.value === next);
            if (option) onChange(option.value);
          }}
        >
          {options.map((option) => (
            <MenuRadioItem key={option.value} value={option.value}>
              {option.icon}
              <span className="truncate first-letter:uppercase">{option.label}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
