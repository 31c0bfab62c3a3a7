import { useQuery } from '@tanstack/react-query';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NAME_MAX } from '../../../contracts/text.ts';
import { ErrorState } from '../../components/ui/ErrorState.tsx';
import { Input } from '../../components/ui/Input.tsx';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { trpc } from '../../trpc.ts';
import { SettingsGroup, SettingsHead, SettingsRow } from './SettingsParts.tsx';
import { useSettings, useUpdateSettings } from './useSettings.ts';

export function AppearanceSettings() {
  const { t } = useTranslation('settings');
  const settings = useSettings();
  const update = useUpdateSettings();
  const query = useQuery(trpc.settings.get.queryOptions());
  const switchId = useId();
  if (query.isError && query.data === undefined) {
    return (
      <ErrorState
        className="h-auto min-h-0 place-content-start px-0 pb-0"
        title={t('readError')}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <>
      <SettingsHead title={t('appearance.title')} body={t('appearance.body')} />
      <SettingsGroup title={t('appearance.window')}>
        <SettingsRow title={t('appearance.theme')} body={t('appearance.themeBody')}>
          <Segmented
            label={t('appearance.theme')}
            value={settings.theme}
            onChange={(theme) => update({ theme })}
            options={[
              { value: 'system', label: t('appearance.system'), icon: <Monitor aria-hidden className="icon-14" /> },
              { value: 'light', label: t('appearance.light'), icon: <Sun aria-hidden className="icon-14" /> },
              { value: 'dark', label: t('appearance.dark'), icon: <Moon aria-hidden className="icon-14" /> },
            ]}
          />
        </SettingsRow>
        <SettingsRow title={t('appearance.density')} body={t('appearance.densityBody')}>
          <Segmented
            label={t('appearance.density')}
            value={settings.density}
            onChange={(density) => update({ density })}
            options={[
              { value: 'compact', label: t('appearance.compact') },
              { value: 'comfortable', label: t('appearance.comfortable') },
              { value: 'relaxed', label: t('appearance.relaxed') },
            ]}
          />
        </SettingsRow>
        <SettingsRow title={t('appearance.sidebar')} body={t('appearance.sidebarBody')} htmlFor={switchId}>
          <Switch
            id={switchId}
            checked={settings.isSidebarCollapsed}
            onCheckedChange={(isSidebarCollapsed) => update({ isSidebarCollapsed })}
          />
        </SettingsRow>
      </SettingsGroup>
      <SettingsGroup title={t('appearance.names')}>
        <NameRow
          title={t('appearance.userName')}
          body={t('appearance.userNameBody')}
          saved={settings.userName}
          autoComplete="name"
          onSave={(userName) => update({ userName })}
        />
        <NameRow
          title={t('appearance.workspaceName')}
          body={t('appearance.workspaceNameBody')}
          saved={settings.workspaceName}
          onSave={(workspaceName) => update({ workspaceName })}
        />
      </SettingsGroup>
    </>
  );
}

interface NameRowProps {
  title: string;
  body: string;
  saved: string;
  autoComplete?: string;
  onSave: (name: string) => void;
}

/** One line that is kept on Enter or on leaving it. */
function NameRow({ title, body, saved, autoComplete = 'off', onSave }: NameRowProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed.trim() !== saved) onSave(typed);
    setTyped(null);
  };
  return (
    <SettingsRow title={title} body={body} htmlFor={id}>
      <Input
        id={id}
        className="w-44 wide:w-64"
        dir="auto"
        value={typed ?? saved}
        maxLength={NAME_MAX}
        autoComplete={autoComplete}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </SettingsRow>
  );
}
