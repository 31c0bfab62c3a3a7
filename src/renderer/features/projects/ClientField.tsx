import { Check, ChevronDown, Plus } from 'lucide-react';
import { Command as Cmdk } from 'cmdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { NAME_MAX } from '../../../contracts/text.ts';
import { menuItem } from '../../components/ui/menuStyles.ts';
import { Popover, PopoverContent, PopoverTrigger } from '../../components/ui/Popover.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { cn } from '../../lib/cn.ts';

/** A client that is there, one that is to be made, or none. */
export type ClientChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly client: Client }
  | { readonly kind: 'new'; readonly name: string };

interface ClientFieldProps {
  value: ClientChoice;
  clients: readonly Client[];
  onChange: (choice: ClientChoice) => void;
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
}

// cmdk says `data-disabled="false"` of an item that can be chosen.
const item = cn(
  menuItem,
  'data-[disabled=false]:opacity-100 data-[selected=true]:bg-accent dark:data-[selected=true]:bg-secondary',
);

/** Choose a client by its name, or write the name of a new one. */
export function ClientField({ value, clients, onChange, ...control }: ClientFieldProps) {
  const { t } = useTranslation('projects');
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const name = text.replace(/\s+/gu, ' ').trim();
  const words = name.toLocaleLowerCase();
  const matches = clients.filter((client) => `${client.name} ${client.company}`.toLocaleLowerCase().includes(words));
  const isKnown = clients.some((client) => client.name.toLocaleLowerCase() === words);
  const choose = (choice: ClientChoice): void => {
    onChange(choice);
    setIsOpen(false);
    setText('');
  };
  const chosenId = value.kind === 'known' ? value.client.id : null;
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger
        {...control}
        className="flex h-(--control) w-full min-w-0 items-center gap-2 rounded-lg border border-input bg-surface px-2.5 focus-edge"
      >
        {value.kind === 'known' ? <Swatch color={value.client.color} shape="client" /> : null}
        {value.kind === 'new' ? <Plus aria-hidden className="icon-14 text-muted-foreground" /> : null}
        <span className="truncate" dir="auto">
          {value.kind === 'known' ? value.client.name : value.kind === 'new' ? value.name : t('noClient')}
        </span>
        <ChevronDown aria-hidden className="icon-14 ml-auto text-muted-foreground" />
      </PopoverTrigger>
      <PopoverContent className="w-(--radix-popover-trigger-width) p-0" aria-label={t('form.client')}>
        <Cmdk shouldFilter={false} label={t('form.client')}>
          <Cmdk.Input
            autoFocus
            value={text}
            maxLength={NAME_MAX}
            onValueChange={setText}
            placeholder={t('form.clientPlaceholder')}
            className="h-9 w-full border-b border-hairline bg-transparent px-3.5 outline-none dark:border-border"
          />
          <Cmdk.List label={t('form.client')} className="max-h-60 overflow-y-auto p-1">
            {matches.map((client) => (
              <Cmdk.Item
                key={client.id}
                value={client.id}
                onSelect={() => choose({ kind: 'known', client })}
                className={item}
              >
                <Swatch color={client.color} shape="client" />
                <span className="truncate" dir="auto">
                  {client.name}
                </span>
                {client.id === chosenId ? <Check aria-hidden className="icon-14 ml-auto" /> : null}
              </Cmdk.Item>
            ))}
            {name === '' || isKnown ? null : (
              <Cmdk.Item value="new" onSelect={() => choose({ kind: 'new', name })} className={item}>
                <Plus aria-hidden className="icon-14" />
                <span className="truncate">{t('form.createClient', { name })}</span>
              </Cmdk.Item>
            )}
            {name === '' ? (
              <Cmdk.Item value="none" onSelect={() => choose({ kind: 'none' })} className={item}>
                <span className="w-2" />
                {t('noClient')}
                {value.kind === 'none' ? <Check aria-hidden className="icon-14 ml-auto" /> : null}
              </Cmdk.Item>
            ) : null}
          </Cmdk.List>
        </Cmdk>
      </PopoverContent>
    </Popover>
  );
}
