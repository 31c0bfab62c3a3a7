import { useMutation } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provider, SecretBackend } from '../../../../contracts/provider.ts';
import { CONFIGURED_KINDS, type ConfiguredKind, providerKinds } from '../../../../contracts/providerKinds.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { DialogBody, DialogClose, DialogFoot } from '../../../components/ui/Dialog.tsx';
import { Field, FieldError } from '../../../components/ui/Field.tsx';
import { Input } from '../../../components/ui/Input.tsx';
import { Select } from '../../../components/ui/Select.tsx';
import { showToast } from '../../../components/ui/Toast.tsx';
import { WorkingButton } from '../../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../../i18n/describeError.ts';
import { errorDataOf } from '../../../i18n/errorData.ts';
import { cn } from '../../../lib/cn.ts';
import { trpc } from '../../../trpc.ts';
import { hostOf, isLocalHost } from './hostOf.ts';
import { type KeyChoice, KeyField } from './KeyField.tsx';
import { ModelField } from './ModelField.tsx';
import type { EditedProvider } from './ProviderDialog.tsx';
import { readProvidersAgain } from './readProvidersAgain.ts';
import { useModelListing } from './useModelListing.ts';

interface ProviderFormProps {
  edited: EditedProvider;
  keyStore: SecretBackend | null | undefined;
  onDone: () => void;
}

interface Draft {
  readonly kind: ConfiguredKind;
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly smallModel: string;
  /** Seconds as typed. */
  readonly timeout: string;
  readonly key: KeyChoice;
}

const noKey: KeyChoice = { key: '', forgets: false, allowFile: false };

function draftOf(edited: EditedProvider): Draft {
  if (edited.kind === 'new') {
    const kind = edited.server?.kind ?? 'openai';
    const baseUrl = edited.server?.baseUrl ?? providerKinds[kind].baseUrl ?? '';
    const model = edited.server?.models[0]?.id ?? '';
    return { kind, name: '', baseUrl, model, smallModel: '', timeout: '', key: noKey };
  }
  const { kind, name, baseUrl, model, smallModel, timeout } = edited.provider;
  return {
    kind: kind === 'offline' ? 'openai-compatible' : kind,
    name,
    baseUrl: baseUrl ?? '',
    model: model ?? '',
    smallModel: smallModel ?? '',
    timeout: timeout === null ? '' : String(timeout),
    key: noKey,
  };
}

/** What is no number is refused like one that is too small, not taken for none. */
function secondsOf(text: string): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) ? seconds : 0;
}

/** What a provider is, where it is reached, with which model and key. A failed save keeps everything in its field, with the reason below. */
export function ProviderForm({ edited, keyStore, onDone }: ProviderFormProps) {
  const { t } = useTranslation('settings');
  const provider = edited.kind === 'known' ? edited.provider : null;
  const [draft, setDraft] = useState(() => draftOf(edited));
  const [isMoreShown, setIsMoreShown] = useState(false);
  const change = (fields: Partial<Draft>): void => setDraft((before) => ({ ...before, ...fields }));
  const { kind, baseUrl, key } = draft;
  const entry = providerKinds[kind];
  const listing = useModelListing({ id: provider?.id, kind, baseUrl, key: key.key });

  const onSuccess = (saved: Provider): void => {
    readProvidersAgain();
    showToast({ message: t(provider === null ? 'provider.added' : 'provider.saved', { name: saved.name }) });
    onDone();
  };
  const create = useMutation(trpc.providers.create.mutationOptions({ onSuccess }));
  const update = useMutation(trpc.providers.update.mutationOptions({ onSuccess }));
  const { error, isPending } = provider === null ? create : update;
  const problems = error === null ? {} : describeFields(error);
  const refusedKey = error !== null && ['secretStoreUnavailable', 'secretNotKept'].includes(errorDataOf(error).code);
  const otherProblem =
    error !== null && Object.keys(problems).length === 0 && !refusedKey ? describeError(error) : null;
  // Asked where no keychain is known of, and where the one there was did not keep the key.
  const asksForFile = key.key !== '' && (keyStore === null || refusedKey);
  const host = hostOf(baseUrl);
  // What is wrong must be seen.
  const hasMore = isMoreShown || ['baseUrl', 'name', 'smallModel', 'timeout'].some((field) => field in problems);
  const isAddressFirst = entry.baseUrl === null;

  const submit = (): void => {
    const { name, model, smallModel, timeout } = draft;
    const fields = {
      ...(provider === null && name === '' ? {} : { name }),
      ...(baseUrl.trim() === '' && entry.baseUrl !== null ? {} : { baseUrl }),
      model,
      smallModel: smallModel.trim() === '' ? null : smallModel,
      timeout: timeout.trim() === '' ? null : secondsOf(timeout),
      allowFile: key.allowFile,
      ...(key.key === '' ? {} : { key: key.key }),
    };
    if (provider === null) create.mutate({ kind, ...fields });
    else update.mutate({ id: provider.id, ...fields, ...(key.forgets && key.key === '' ? { key: null } : {}) });
  };

  const address = (
    <Field label={t('provider.baseUrl')} hint={t('provider.baseUrlHint')} error={problems['baseUrl']}>
      {(control) => (
        <Input
          {...control}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={entry.baseUrl ?? t('provider.baseUrlExample')}
          value={baseUrl}
          onChange={(event) => change({ baseUrl: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form
      className="contents"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) submit();
      }}
    >
      <DialogBody>
        {provider === null ? (
          <Field label={t('provider.kind')}>
            {(control) => (
              <Select
                {...control}
                value={kind}
                options={CONFIGURED_KINDS.map((value) => ({
                  value,
                  label: value === 'openai-compatible' ? t('provider.otherKind') : providerKinds[value].name,
                }))}
                onChange={(next) =>
                  change({ kind: next, baseUrl: providerKinds[next].baseUrl ?? '', model: '', smallModel: '' })
                }
              />
            )}
          </Field>
        ) : null}
        {isAddressFirst ? address : null}
        <KeyField
          value={key}
          onChange={(next) => change({ key: next })}
          isKept={provider?.hasKey === true}
          isNeeded={entry.needsKey}
          keyPage={entry.keyPage}
          asksForFile={asksForFile}
          error={problems['key'] ?? (refusedKey ? describeError(error) : undefined)}
        />
        <Field label={t('provider.model')} error={problems['model']}>
          {(control) => (
            <ModelField
              {...control}
              label={t('provider.model')}
              placeholder={t('provider.modelPlaceholder')}
              value={draft.model}
              onChange={(model) => change({ model })}
              listing={listing}
            />
          )}
        </Field>
        <button
          type="button"
          aria-expanded={hasMore}
          onClick={() => setIsMoreShown((before) => !before)}
          className="-mx-1 flex w-max items-center gap-1 rounded-sm px-1 type-meta text-muted-foreground hover:text-foreground"
        >
          <ChevronRight aria-hidden className={cn('icon-14 transition-transform', hasMore && 'rotate-90')} />
          {t('provider.more')}
        </button>
        {hasMore ? (
          <>
            {isAddressFirst ? null : address}
            <Field label={t('provider.smallModel')} hint={t('provider.smallModelHint')} error={problems['smallModel']}>
              {(control) => (
                <ModelField
                  {...control}
                  label={t('provider.smallModel')}
                  placeholder={t('provider.modelPlaceholder')}
                  noneLabel={t('provider.sameModel')}
                  value={draft.smallModel}
                  onChange={(smallModel) => change({ smallModel })}
                  listing={listing}
                />
              )}
            </Field>
            <div className="grid grid-cols-2 gap-4">
              <Field label={t('provider.name')} error={problems['name']}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    placeholder={isAddressFirst ? (host ?? t('provider.namePlaceholder')) : entry.name}
                    value={draft.name}
                    onChange={(event) => change({ name: event.target.value })}
                  />
                )}
              </Field>
              <Field label={t('provider.timeout')} error={problems['timeout']}>
                {(control) => (
                  <Input
                    {...control}
                    inputMode="numeric"
                    autoComplete="off"
                    placeholder={t('provider.timeoutPlaceholder')}
                    value={draft.timeout}
                    onChange={(event) => change({ timeout: event.target.value })}
                  />
                )}
              </Field>
            </div>
          </>
        ) : null}
        {otherProblem === null ? null : <FieldError>{otherProblem}</FieldError>}
      </DialogBody>
      <DialogFoot
        note={host === null ? null : isLocalHost(host) ? t('provider.staysHere') : t('provider.sentTo', { host })}
      >
        <DialogClose asChild>
          <Button variant="ghost">{t('provider.cancel')}</Button>
        </DialogClose>
        <WorkingButton
          type="submit"
          variant="primary"
          isWorking={isPending}
          workingLabel={t('provider.saving')}
          disabled={asksForFile && !key.allowFile}
        >
          {provider === null ? t('provider.add') : t('provider.save')}
        </WorkingButton>
      </DialogFoot>
    </form>
  );
}
