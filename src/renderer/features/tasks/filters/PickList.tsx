import { Command as Cmdk } from 'cmdk';
import { Check, Plus, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { menuItem } from '../../../components/ui/menuStyles.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';

export interface PickOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** At the end, muted: how many there are. */
  readonly count?: number;
  /** The app's own word (any, none), which begins with a capital here; the user's names stay as they are written. */
  readonly isPhrase?: boolean;
}

interface PickListProps {
  /** What is chosen here, for screen readers. */
  label: string;
  options: readonly PickOption[];
  /** Ticked; several where several can be. `some` of a mixed choice is a dash. */
  chosen?: ReadonlySet<string>;
  /** Chosen by some of the tasks that this is about. */
  partly?: ReadonlySet<string>;
  onPick: (value: string) => void;
  /** What is typed may be a new one: a label. */
  onNew?: (text: string) => void;
  placeholder: string;
}

/** More than this many, and typing finds. */
const SHORT = 8;
/** So many are drawn; typing brings the others. */
const DRAWN = 200;

// cmdk marks every item as `data-disabled`, true or not.
const item = cn(menuItem, 'opacity-100! data-[selected=true]:bg-accent dark:data-[selected=true]:bg-secondary');

/** A menu's content whose long lists are searched by typing. */
export function PickList({ label, options, chosen, partly, onPick, onNew, placeholder }: PickListProps) {
  const { t } = useTranslation('tasks');
  const [text, setText] = useState('');
  const words = text.trim().toLocaleLowerCase();
  const found = words === '' ? options : options.filter((option) => option.label.toLocaleLowerCase().includes(words));
  const isNew = onNew !== undefined && words !== '' && !options.some((one) => one.label.toLocaleLowerCase() === words);
  const isSearchable = options.length > SHORT || onNew !== undefined;
  return (
    <Cmdk shouldFilter={false} loop label={label} className="flex max-h-[inherit] min-h-0 flex-col outline-none">
      <div
        className={cn(
          '-mx-1 -mt-1 mb-1 flex h-9 flex-none items-center gap-2 border-b border-hairline px-3 text-muted-foreground dark:border-border',
          !isSearchable && 'sr-only',
        )}
      >
        <Search aria-hidden className="icon-14" />
        <Cmdk.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={placeholder}
          dir="auto"
          className="h-full min-w-0 flex-1 bg-transparent type-section text-foreground outline-none"
        />
      </div>
      <Cmdk.List label={label} className="min-h-0 overflow-y-auto">
        {found.length === 0 && !isNew ? (
          <p className="px-2.5 py-1.5 type-section text-muted-foreground">{t('filter.nothing')}</p>
        ) : null}
        {found.slice(0, DRAWN).map((option) => (
          <Cmdk.Item
            key={option.value}
            value={option.value}
            onSelect={() => onPick(option.value)}
            aria-checked={chosen?.has(option.value) ?? false}
            className={item}
          >
            {option.icon}
            <span className={cn('min-w-0 truncate', option.isPhrase === true && 'first-letter:uppercase')} dir="auto">
              {option.label}
            </span>
            <span className="ml-auto flex flex-none items-center gap-2 pl-3 type-meta text-muted-foreground tabular-nums">
              {option.count === undefined ? null : formatNumber(option.count)}
              <span className="grid size-4 place-items-center">
                {chosen?.has(option.value) === true ? (
                  <Check role="img" aria-label={t('filter.chosen')} className="icon-14" />
                ) : partly?.has(option.value) === true ? (
                  <span role="img" aria-label={t('filter.partly')} className="h-0.5 w-2 rounded-full bg-current" />
                ) : null}
              </span>
            </span>
          </Cmdk.Item>
        ))}
        {isNew ? (
          <Cmdk.Item
            value={`new:${words}`}
            onSelect={() => {
              onNew(text.trim());
              setText('');
            }}
            className={item}
          >
            <Plus aria-hidden />
            <span className="min-w-0 truncate">{t('filter.create', { text: text.trim() })}</span>
          </Cmdk.Item>
        ) : null}
      </Cmdk.List>
    </Cmdk>
  );
}
