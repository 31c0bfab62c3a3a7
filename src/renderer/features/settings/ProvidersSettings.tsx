import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provider } from '../../../contracts/provider.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { trpc } from '../../trpc.ts';
import { ProviderDialog } from './providers/ProviderDialog.tsx';
import { ProviderRow } from './providers/ProviderRow.tsx';
import { SettingsHead } from './SettingsParts.tsx';

export function ProvidersSettings() {
  const { t } = useTranslation('settings');
  const { data, error, isPending, refetch } = useQuery(trpc.providers.list.queryOptions());
  const keyStore = useQuery(trpc.providers.keyStore.queryOptions()).data;
  // null: a new one.
  const [edited, setEdited] = useState<Provider | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (data === undefined && error !== null) {
    return (
      <ErrorState
        className="h-auto min-h-0 place-content-start px-0 pb-0"
        title={t('providers.error')}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  const open = (provider: Provider | null): void => {
    setEdited(provider);
    setIsOpen(true);
  };
  const keys = keyStore === undefined ? '' : t(`providers.keysIn.${keyStore.backend ?? 'none'}`);
  return (
    <>
      <SettingsHead
        title={t('providers.title')}
        body={`${t('providers.body')} ${keys}`}
        action={
          <Button onClick={() => open(null)}>
            <Plus aria-hidden />
            {t('providers.add')}
          </Button>
        }
      />
      <section aria-label={t('providers.order')}>
        <SectionTitle>{t('providers.order')}</SectionTitle>
        {isPending ? (
          <SkeletonRows count={2} rowClassName="h-14" />
        ) : (
          <ul className="divide-y divide-hairline rounded-lg border bg-surface">
            {data.items.map((provider) => (
              <ProviderRow
                key={provider.id}
                provider={provider}
                hasMenu={data.items.length > 1}
                onEdit={() => open(provider)}
              />
            ))}
          </ul>
        )}
        {data?.items.length === 1 ? (
          <p className="mt-3 max-w-120 text-muted-foreground">{t('providers.empty')}</p>
        ) : null}
      </section>
      <ProviderDialog provider={edited} open={isOpen} onOpenChange={setIsOpen} keyStore={keyStore?.backend} />
    </>
  );
}
