import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FoundServer } from '../../../../contracts/provider.ts';
import { providerKinds } from '../../../../contracts/providerKinds.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { trpc } from '../../../trpc.ts';
import { SettingsGroup, SettingsRow } from '../SettingsParts.tsx';
import { hostOf } from './hostOf.ts';

/** Model servers that run on this computer and are not used yet. Nothing where there is none. */
export function FoundServers({ onUse }: { onUse: (server: FoundServer) => void }) {
  const { t } = useTranslation('settings');
  const { data } = useQuery(trpc.providers.findLocal.queryOptions());
  if (data === undefined || data.items.length === 0) return null;
  return (
    <SettingsGroup title={t('providers.found')}>
      {data.items.map((server) => {
        const { name } = providerKinds[server.kind];
        const host = hostOf(server.baseUrl) ?? '';
        return (
          <SettingsRow
            key={server.baseUrl}
            title={name}
            body={t('providers.foundModels', { count: server.models.length, host })}
          >
            <Button size="sm" aria-label={t('providers.useNamed', { name })} onClick={() => onUse(server)}>
              {t('providers.use')}
            </Button>
          </SettingsRow>
        );
      })}
    </SettingsGroup>
  );
}
