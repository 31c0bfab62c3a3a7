import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '../../../contracts/ids.ts';
import type { Provider } from '../../../contracts/provider.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { showError } from '../../components/ui/showError.ts';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { FoundServers } from './providers/FoundServers.tsx';
import { type EditedProvider, ProviderDialog } from './providers/ProviderDialog.tsx';
import { splitProviders } from './providers/providerOrder.ts';
import { ProviderRow } from './providers/ProviderRow.tsx';
import { readProvidersAgain } from './providers/readProvidersAgain.ts';
import { SettingsHead } from './SettingsParts.tsx';

export function ProvidersSettings() {
  const { t } = useTranslation('settings');
  const { data, error, isPending, refetch } = useQuery(trpc.providers.list.queryOptions());
  const keyStore = useQuery(trpc.providers.keyStore.queryOptions()).data;
  const [edited, setEdited] = useState<EditedProvider>({ kind: 'new', server: null });
  const [isOpen, setIsOpen] = useState(false);
  const reorder = useMutation(
    trpc.providers.setOrder.mutationOptions({
      onError: (failure) => {
        showError(failure);
      },
      // Shown at once; what is kept is read after it in any case.
      onSuccess: (answer) => queryClient.setQueryData(trpc.providers.list.queryKey(), { ...answer, nextCursor: null }),
      onSettled: readProvidersAgain,
    }),
  );
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
  const edit = (next: EditedProvider): void => {
    setEdited(next);
    setIsOpen(true);
  };
  const keys = keyStore === undefined ? '' : t(`providers.keysIn.${keyStore.backend ?? 'none'}`);
  const { asked, waiting } = splitProviders(data?.items ?? []);
  const offline = data?.items.filter(({ kind }) => kind === 'offline') ?? [];
  const order = asked.map(({ id }) => id);
  const onReorder = (ids: ProviderId[]): void => reorder.mutate({ ids });
  const rowOf = (provider: Provider) => (
    <ProviderRow
      key={provider.id}
      provider={provider}
      order={order}
      onReorder={onReorder}
      onEdit={() => edit({ kind: 'known', provider })}
    />
  );
  return (
    <>
      <SettingsHead
        title={t('providers.title')}
        body={`${t('providers.body')} ${keys}`}
        action={
          <Button onClick={() => edit({ kind: 'new', server: null })}>
            <Plus aria-hidden />
            {t('providers.add')}
          </Button>
        }
      />
      <section aria-label={t('providers.order')} className="mb-6">
        <SectionTitle>{t('providers.order')}</SectionTitle>
        {isPending ? (
          <SkeletonRows count={2} rowClassName="h-14" />
        ) : (
          <ul className="divide-y divide-hairline rounded-lg border bg-surface">{[...asked, ...offline].map(rowOf)}</ul>
        )}
        {data?.items.length === 1 ? (
          <p className="mt-3 max-w-120 text-muted-foreground">{t('providers.empty')}</p>
        ) : null}
      </section>
      {waiting.length === 0 ? null : (
        <section aria-label={t('providers.waiting')} className="mb-6">
          <SectionTitle>{t('providers.waiting')}</SectionTitle>
          <ul className="divide-y divide-hairline rounded-lg border bg-surface">{waiting.map(rowOf)}</ul>
        </section>
      )}
      <FoundServers onUse={(server) => edit({ kind: 'new', server })} />
      <ProviderDialog edited={edited} open={isOpen} onOpenChange={setIsOpen} keyStore={keyStore?.backend} />
    </>
  );
}
