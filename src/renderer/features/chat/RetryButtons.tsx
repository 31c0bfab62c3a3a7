import { useQuery } from '@tanstack/react-query';
import { ChevronDown, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../components/ui/Menu.tsx';
import { trpc } from '../../trpc.ts';
import type { ProviderChoice } from './ChatSession.ts';

interface RetryButtonsProps {
  /** Where an answer failed, the button with the words stands beside the reason. */
  isFailed: boolean;
  onRetry: (choice: ProviderChoice) => void;
}

/** Asks the last question again, of the default provider or of one from the menu. */
export function RetryButtons({ isFailed, onRetry }: RetryButtonsProps) {
  const { t } = useTranslation('chat');
  const { data } = useQuery(trpc.providers.list.queryOptions());
  return (
    <>
      {isFailed ? null : (
        <IconButton size="row" className="size-6" side="top" label={t('retry')} onClick={() => onRetry({})}>
          <RotateCcw aria-hidden className="icon-14" />
        </IconButton>
      )}
      {data === undefined || data.items.length < 2 ? null : (
        <Menu>
          <MenuTrigger asChild>
            <IconButton size="row" className="size-6" side="top" label={t('retryWith')}>
              <ChevronDown aria-hidden className="icon-14" />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end" aria-label={t('retryWith')} className="max-w-80">
            {data.items.map(({ id, kind, name, model }) => (
              <MenuItem key={id} onSelect={() => onRetry({ providerId: id })}>
                <span className="min-w-0 flex-none truncate">{kind === 'offline' ? t('offline') : name}</span>
                <span className="ml-auto min-w-0 truncate pl-4 type-meta text-muted-foreground">{model}</span>
              </MenuItem>
            ))}
          </MenuContent>
        </Menu>
      )}
    </>
  );
}
