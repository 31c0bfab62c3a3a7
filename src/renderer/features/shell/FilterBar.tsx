import { ListFilter, X } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '../../components/ui/Menu.tsx';
import { cn } from '../../lib/cn.ts';

/** 44 high, under the topbar of a dense screen. */
export function FilterBar({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      role="toolbar"
      className={cn('flex h-11 min-w-0 flex-none items-center gap-1 overflow-hidden border-b border-hairline px-5 wide:px-6', className)}
      {...props}
    />
  );
}

interface FilterProps<Value extends string> {
  label: string;
  value: Value;
  /** The value that does not narrow the list. */
  neutral: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
  /** The bar's first filter carries the icon; while unfilled, its text meets the list's edge. */
  isFirst?: boolean;
  isLast?: boolean;
  /** The chosen value is shown even while it is the neutral one. */
  showsNeutral?: boolean;
}

/** One filter: its name, and what it is set to while it narrows the list. */
export function Filter<Value extends string>({ label, value, neutral, options, onChange, isFirst = false, isLast = false, showsNeutral = false }: FilterProps<Value>) {
  const { t } = useTranslation('shell');
  const chosen = options.find((option) => option.value === value);
  const isSet = value !== neutral;
  return (
    <div className={cn('flex flex-none items-center rounded-md', isSet && 'bg-surface-sunken', isFirst && !isSet && '-ml-2', isLast && '-mr-2')}>
      <Menu>
        <MenuTrigger className="inline-flex h-7 max-w-60 items-center gap-1.5 rounded-md px-2 type-section whitespace-nowrap text-muted-foreground transition-state hover:bg-accent data-[state=open]:bg-accent focus-inset">
          {isFirst ? <ListFilter aria-hidden /> : null}
          {label}
          {isSet || showsNeutral ? <b className="truncate font-medium text-foreground">{chosen?.label}</b> : null}
        </MenuTrigger>
        <MenuContent>
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
                <span className="truncate">{option.label}</span>
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </MenuContent>
      </Menu>
      {isSet && !showsNeutral ? (
        <button
          type="button"
          aria-label={t('clearFilter', { label })}
          onClick={() => onChange(neutral)}
          className="mr-0.5 grid size-6 place-items-center rounded-sm text-muted-foreground hover:bg-accent hover:text-foreground focus-inset"
        >
          <X aria-hidden className="icon-14" />
        </button>
      ) : null}
    </div>
  );
}
