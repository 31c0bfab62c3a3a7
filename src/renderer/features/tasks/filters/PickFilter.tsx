import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover, PopoverContent, PopoverTrigger } from '../../../components/ui/Popover.tsx';
import { FilterTrigger } from '../../shell/FilterBar.tsx';
import { PickList, type PickOption } from './PickList.tsx';

interface PickFilterProps {
  label: string;
  /** null: it narrows nothing. */
  value: string | null;
  options: readonly PickOption[];
  /** How what is set reads where it is none of the options: a label of no task any more. */
  nameOf?: (value: string) => string;
  onChange: (value: string | null) => void;
  className?: string | undefined;
}

const ANY = 'any';

/** A filter whose values are the user's own, many perhaps. */
export function PickFilter({ label, value, options, nameOf, onChange, className }: PickFilterProps) {
  const { t } = useTranslation('tasks');
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <FilterTrigger
          ref={trigger}
          label={label}
          value={value === null ? undefined : (chosen?.label ?? nameOf?.(value) ?? value)}
          isFilled={value !== null}
          className={className}
        />
      </PopoverTrigger>
      <PopoverContent
        aria-label={label}
        className="flex max-h-[min(360px,var(--radix-popover-content-available-height))] w-60 flex-col"
      >
        <PickList
          label={label}
          placeholder={t('filter.find')}
          options={[{ value: ANY, label: t('filter.any'), isPhrase: true }, ...options]}
          chosen={new Set([value ?? ANY])}
          onPick={(next) => {
            setIsOpen(false);
            onChange(next === ANY ? null : next);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
