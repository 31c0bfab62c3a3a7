import { useMutation } from '@tanstack/react-query';
import { Check, Circle, Ellipsis, Pencil, Star, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provider } from '../../../../contracts/provider.ts';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../components/ui/Menu.tsx';
import { showError } from '../../../components/ui/showError.ts';
import { showToast } from '../../../components/ui/Toast.tsx';
import { WorkingButton } from '../../../components/ui/WorkingButton.tsx';
import { describeErrorCode } from '../../../i18n/describeError.ts';
import { dayOf, formatDuration, formatMomentInline, formatTime } from '../../../i18n/format.ts';
import { providerReasonOf } from '../../../i18n/providerReason.ts';
import { useToday } from '../../../lib/useToday.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { hostOf } from './hostOf.ts';
import { testSentence } from './testSentence.ts';

interface ProviderRowProps {
  provider: Provider;
  /** Its place in the order they are asked, from 1. */
  /** Off where there is nothing to choose in it for any row. */
  hasMenu: boolean;
  onEdit: () => void;
}

export function ProviderRow({ provider, hasMenu, onEdit }: ProviderRowProps) {
  const { t } = useTranslation('settings');
  const [isRemoving, setIsRemoving] = useState(false);
  const isOffline = provider.kind === 'offline';
  const name = isOffline ? t('providers.offline') : provider.name;
  const onError = (error: unknown): void => {
    showError(error);
  };
  const readAgain = (): void => {
    void queryClient.invalidateQueries(trpc.providers.pathFilter());
  };
  const test = useMutation(trpc.providers.test.mutationOptions({ onError, onSettled: readAgain }));
  const makeDefault = useMutation(trpc.providers.setDefault.mutationOptions({ onError, onSuccess: readAgain }));
  const remove = useMutation(trpc.providers.delete.mutationOptions({ onError, onSuccess: readAgain }));
  const result = test.data === undefined ? null : testSentence(test.data, name, t);
  return (
    <li className="px-4">
      <div className="flex min-h-14 items-center gap-3 py-2">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium">
            {name}
            {provider.isDefault ? (
              <span className="ml-2 type-meta font-normal text-muted-foreground">{t('providers.default')}</span>
            ) : null}
          </p>
          <p className="truncate type-meta text-muted-foreground">
            {isOffline ? t('providers.offlineBody') : <Where provider={provider} />}
          </p>
        </div>
        <ProviderState provider={provider} />
        <WorkingButton
          size="sm"
          isWorking={test.isPending}
          workingLabel={t('providers.testing')}
          aria-label={t('providers.testNamed', { name })}
          onClick={() => test.mutate({ id: provider.id })}
        >
          {t('providers.test')}
        </WorkingButton>
        {hasMenu ? (
          <Menu>
            <MenuTrigger asChild>
              <IconButton
                label={t('providers.moreNamed', { name })}
                className={isOffline && provider.isDefault ? 'invisible' : ''}
              >
                <Ellipsis aria-hidden />
              </IconButton>
            </MenuTrigger>
            <MenuContent align="end">
              {provider.isDefault ? null : (
                <MenuItem
                  onSelect={() =>
                    makeDefault.mutate(
                      { id: provider.id },
                      { onSuccess: () => showToast({ message: t('providers.nowDefault', { name }) }) },
                    )
                  }
                >
                  <Star aria-hidden className="icon-14" />
                  {t('providers.makeDefault')}
                </MenuItem>
              )}
              {isOffline ? null : (
                <>
                  <MenuItem onSelect={onEdit}>
                    <Pencil aria-hidden className="icon-14" />
                    {t('providers.edit')}
                  </MenuItem>
                  <MenuItem isDestructive onSelect={() => setIsRemoving(true)}>
                    <Trash2 aria-hidden className="icon-14" />
                    {t('providers.remove')}
                  </MenuItem>
                </>
              )}
            </MenuContent>
          </Menu>
        ) : null}
      </div>
      <p
        role="status"
        className={result === null ? 'sr-only' : 'pb-3 pl-7 type-section text-pretty text-muted-foreground'}
      >
        {result}
      </p>
      <ConfirmDialog
        open={isRemoving}
        onOpenChange={setIsRemoving}
        title={t('providers.removeTitle', { name })}
        description={t('providers.removeBody')}
        safeLabel={t('providers.keep')}
        confirmLabel={t('providers.remove')}
        isDestructive
        onConfirm={() =>
          remove.mutate(
            { id: provider.id },
            { onSuccess: () => showToast({ message: t('providers.removed', { name }) }) },
          )
        }
      />
    </li>
  );
}

function Where({ provider }: { provider: Provider }) {
  const { t } = useTranslation('settings');
  const host = hostOf(provider.baseUrl ?? '') ?? '';
  if (provider.model === null) return t('providers.noModel', { host });
  return provider.isLocal
    ? t('providers.local', { model: provider.model })
    : t('providers.model', { model: provider.model, host });
}

/** Ready, not working and why, or not tested yet. */
function ProviderState({ provider }: { provider: Provider }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const { lastTest } = provider;
  if (provider.kind === 'offline') {
    return (
      <State
        icon={<Check aria-hidden className="icon-14 text-success" />}
        title={t('providers.ready')}
        body={t('providers.offlineReady')}
      />
    );
  }
  if (lastTest === null) {
    return (
      <State
        icon={<Circle aria-hidden className="icon-14 text-muted-foreground" />}
        title={t('providers.notTested')}
        body={t('providers.notTestedBody')}
      />
    );
  }
  const when = dayOf(lastTest.at) === today ? formatTime(lastTest.at) : formatMomentInline(lastTest.at, today);
  if (lastTest.error === null) {
    return (
      <State
        icon={<Check aria-hidden className="icon-14 text-success" />}
        title={t('providers.ready')}
        body={t('providers.tested', { when, duration: formatDuration(lastTest.duration) })}
      />
    );
  }
  const reason = providerReasonOf(lastTest.error);
  return (
    <State
      icon={<TriangleAlert aria-hidden className="icon-14 text-destructive" />}
      title={reason === null ? t('providers.failed') : t(`providers.short.${reason}`)}
      body={t('providers.failedAt', { when })}
      hint={describeErrorCode(lastTest.error)}
    />
  );
}

function State({ icon, title, body, hint }: { icon: React.ReactNode; title: string; body: string; hint?: string }) {
  return (
    <div className="flex w-38 flex-none items-start gap-2 type-section wide:w-42 [&>svg]:mt-[3px]" title={hint}>
      {icon}
      <span className="min-w-0">
        <span className="block truncate">{title}</span>
        <span className="block truncate type-meta text-muted-foreground tabular-nums">{body}</span>
      </span>
    </div>
  );
}
