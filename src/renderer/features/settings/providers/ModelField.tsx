import { Command as Cmdk } from 'cmdk';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedModel } from '../../../../contracts/provider.ts';
import { NAME_MAX } from '../../../../contracts/text.ts';
import { menuItem } from '../../../components/ui/menuStyles.ts';
import { Popover, PopoverContent, PopoverTrigger } from '../../../components/ui/Popover.tsx';
import { describeError } from '../../../i18n/describeError.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { cn } from '../../../lib/cn.ts';
import type { ModelListing } from './useModelListing.ts';

interface ModelFieldProps {
  value: string;
  onChange: (model: string) => void;
  listing: ModelListing;
  label: string;
  placeholder: string;
  /** What stands for none, where there may be none. */
  noneLabel?: string;
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
}

/** As many as are drawn at once; more are found by typing. */
const SHOWN_MAX = 100;
// cmdk says `data-disabled="false"` of an item that can be chosen.
const item = cn(
  menuItem,
  'data-[disabled=false]:opacity-100 data-[selected=true]:bg-accent dark:data-[selected=true]:bg-secondary',
);

/** Choose a model from the provider's own list, or type its name. */
export function ModelField({ value, onChange, listing, label, placeholder, noneLabel, ...control }: ModelFieldProps) {
  const { t } = useTranslation('settings');
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const typed = text.replace(/\s+/gu, ' ').trim();
  const words = typed.toLocaleLowerCase();
  const matches = (listing.models ?? []).filter(({ id, name }) =>
    `${id} ${name ?? ''}`.toLocaleLowerCase().includes(words),
  );
  const choose = (model: string): void => {
    onChange(model);
    setIsOpen(false);
    setText('');
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        setIsOpen(open);
        if (open) listing.read();
      }}
    >
      <PopoverTrigger
        {...control}
        className="flex h-(--control) w-full min-w-0 items-center gap-2 rounded-lg border border-input bg-surface px-2.5 focus-edge"
      >
        <span className={cn('truncate', value === '' && 'text-muted-foreground')}>
          {value === '' ? (noneLabel ?? placeholder) : value}
        </span>
        <ChevronDown aria-hidden className="icon-14 ml-auto text-muted-foreground" />
      </PopoverTrigger>
      <PopoverContent className="w-(--radix-popover-trigger-width) min-w-72 p-0" aria-label={label}>
        <Cmdk shouldFilter={false} label={label}>
          <Cmdk.Input
            autoFocus
            value={text}
            maxLength={NAME_MAX}
            onValueChange={setText}
            placeholder={t('provider.modelSearch')}
            spellCheck={false}
            className="h-9 w-full border-b border-hairline bg-transparent px-3.5 outline-none dark:border-border"
          />
          <Cmdk.List label={label} className="max-h-60 overflow-y-auto p-1">
            {noneLabel === undefined || typed !== '' ? null : (
              <Cmdk.Item value="none:" onSelect={() => choose('')} className={item}>
                <span className="truncate">{noneLabel}</span>
                {value === '' ? <Check aria-hidden className="icon-14 ml-auto" /> : null}
              </Cmdk.Item>
            )}
            {matches.slice(0, SHOWN_MAX).map((model) => (
              <Cmdk.Item key={model.id} value={`id:${model.id}`} onSelect={() => choose(model.id)} className={item}>
                <ModelName model={model} />
                {model.id === value ? <Check aria-hidden className="icon-14 flex-none" /> : null}
              </Cmdk.Item>
            ))}
            {typed === '' || matches.some(({ id }) => id === typed) ? null : (
              <Cmdk.Item value="typed:" onSelect={() => choose(typed)} className={item}>
                <span className="truncate">{t('provider.modelTyped', { model: typed })}</span>
              </Cmdk.Item>
            )}
          </Cmdk.List>
          <p role="status" className="px-3.5 pb-2 type-meta text-pretty text-muted-foreground empty:hidden">
            {stateOf(listing, matches.length, t)}
          </p>
        </Cmdk>
      </PopoverContent>
    </Popover>
  );
}

function ModelName({ model: { id, name, contextLength } }: { model: ListedModel }) {
  const { t } = useTranslation('settings');
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate">{id}</span>
      {name === null && contextLength === null ? null : (
        <span className="block truncate type-meta text-muted-foreground">
          {[name, contextLength === null ? null : t('provider.context', { tokens: formatNumber(contextLength) })]
            .filter((part) => part !== null)
            .join(', ')}
        </span>
      )}
    </span>
  );
}

function stateOf(
  { isReading, error, models }: ModelListing,
  matchCount: number,
  t: ReturnType<typeof useTranslation<'settings'>>['t'],
): string | null {
  if (isReading) return t('provider.modelsReading');
  if (error !== null) return t('provider.modelsFailed', { reason: describeError(error) });
  if (models?.length === 0) return t('provider.modelsNone');
  if (matchCount > SHOWN_MAX) return t('provider.modelsMore', { count: SHOWN_MAX });
  return null;
}
