import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { showError } from '../../components/ui/showError.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { trpc } from '../../trpc.ts';
import { useShortcutSheet } from '../commands/shortcutSheet.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { SettingsGroup, SettingsHead, SettingsRow } from './SettingsParts.tsx';

export function AboutSettings() {
  const { t } = useTranslation('settings');
  const health = useQuery(trpc.health.get.queryOptions());
  return (
    <>
      <SettingsHead title={t('about.title')} body={t('about.body')} />
      {health.isError && health.data === undefined ? (
        <ErrorLine
          title={t('about.error')}
          error={health.error}
          onRetry={() => void health.refetch()}
          className="mb-4"
        />
      ) : null}
      {health.data === undefined ? null : (
        <>
          <SettingsGroup title={t('about.program')}>
            <SettingsRow title={t('about.version')}>
              <span className="tabular-nums">{health.data.version}</span>
            </SettingsRow>
            <SettingsRow title={t('about.host')}>{t(`about.hosts.${health.data.host}`)}</SettingsRow>
          </SettingsGroup>
          <SettingsGroup title={t('about.workspace')}>
            <SettingsRow
              title={t('about.folder')}
              body={
                <>
                  <span className="block type-code break-all text-foreground">{health.data.folder}</span>
                  {t('about.folderBody')}
                </>
              }
            >
              <CopyFolder folder={health.data.folder} />
            </SettingsRow>
          </SettingsGroup>
        </>
      )}
      <SearchGroup />
      <Keys />
    </>
  );
}

function CopyFolder({ folder }: { folder: string }) {
  const { t } = useTranslation('settings');
  return (
    <Button
      size="sm"
      onClick={() => {
        void navigator.clipboard.writeText(folder).then(() => showToast({ message: t('about.folderCopied') }));
      }}
    >
      {t('about.copyFolder')}
    </Button>
  );
}

function SearchGroup() {
  const { t } = useTranslation('settings');
  const { data, error, refetch } = useQuery({
    ...trpc.search.status.queryOptions(),
    // While records wait, the number is looked at again; events tell when the index changes.
    refetchInterval: (query) => ((query.state.data?.pending ?? 0) > 0 ? 1_000 : false),
  });
  const { mutate, isPending } = useMutation(trpc.search.rebuild.mutationOptions());
  if (data === undefined && error !== null) {
    return <ErrorLine title={t('about.error')} error={error} onRetry={() => void refetch()} />;
  }
  if (data === undefined) return null;
  const states = [
    ...(data.pending > 0 ? [t('about.pending', { count: data.pending })] : []),
    ...(data.failed > 0 ? [t('about.failed', { count: data.failed })] : []),
  ];
  return (
    <SettingsGroup title={t('about.search')}>
      <SettingsRow title={t('about.index')} body={t('about.embedder', { embedder: data.embedder })}>
        <span role="status" className="type-section text-muted-foreground tabular-nums">
          {states.length === 0 ? t('about.upToDate') : states.join(', ')}
        </span>
        <WorkingButton
          size="sm"
          isWorking={isPending}
          workingLabel={t('about.rebuilding')}
          onClick={() => {
            mutate(undefined, {
              onSuccess: () => {
                showToast({ message: t('about.rebuildStarted') });
                void refetch();
              },
              onError: (failure) => showError(failure),
            });
          }}
        >
          {t('about.rebuild')}
        </WorkingButton>
      </SettingsRow>
    </SettingsGroup>
  );
}

function Keys() {
  const { t } = useTranslation('settings');
  const sheet = useShortcutSheet();
  return (
    <SettingsGroup title={t('about.shortcuts')}>
      <SettingsRow title={t('about.shortcutSheet')} body={t('about.shortcutSheetBody')}>
        <Button size="sm" onClick={sheet.open}>
          {t('about.showShortcuts')} <Kbd keys={keysOf('shortcuts')} />
        </Button>
      </SettingsRow>
    </SettingsGroup>
  );
}
