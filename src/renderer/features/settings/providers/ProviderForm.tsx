import { useMutation } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Provider, SecretBackend } from '../../../../contracts/provider.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { DialogBody, DialogClose, DialogFoot } from '../../../components/ui/Dialog.tsx';
import { Field, FieldError } from '../../../components/ui/Field.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { FrameInput, Input, InputFrame } from '../../../components/ui/Input.tsx';
import { showToast } from '../../../components/ui/Toast.tsx';
import { WorkingButton } from '../../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../../i18n/describeError.ts';
import { errorDataOf } from '../../../i18n/errorData.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { hostOf, isLocalHost } from './hostOf.ts';

interface ProviderFormProps {
  provider: Provider | null;
  keyStore: SecretBackend | null | undefined;
  onDone: () => void;
}

/** Name, address, model, key. A failed save keeps everything in its field, with the reason below. */
export function ProviderForm({ provider, keyStore, onDone }: ProviderFormProps) {
  const { t } = useTranslation('settings');
  const [name, setName] = useState(provider?.name ?? '');
  const [baseUrl, setBaseUrl] = useState(provider?.baseUrl ?? '');
  const [model, setModel] = useState(provider?.model ?? '');
  const [key, setKey] = useState('');
  const [forgetsKey, setForgetsKey] = useState(false);
  const [allowFile, setAllowFile] = useState(false);
  const [isKeyShown, setIsKeyShown] = useState(false);

  const onSuccess = (saved: Provider): void => {
    void queryClient.invalidateQueries(trpc.providers.pathFilter());
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
  const keyProblem = problems['key'] ?? (refusedKey ? describeError(error) : undefined);
  // Asked where no keychain is known of, and where the one there was did not keep the key.
  const asksForFile = key !== '' && (keyStore === null || refusedKey);
  const host = hostOf(baseUrl);

  const submit = (): void => {
    const typedKey = key === '' ? {} : { key };
    if (provider === null) {
      create.mutate({ kind: 'openai-compatible', name, baseUrl, model, allowFile, ...typedKey });
    } else {
      update.mutate({
        id: provider.id,
        name,
        baseUrl,
        model,
        allowFile,
        ...(forgetsKey && key === '' ? { key: null } : typedKey),
      });
    }
  };

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
        <Field label={t('provider.baseUrl')} hint={t('provider.baseUrlHint')} error={problems['baseUrl']}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              placeholder={t('provider.baseUrlExample')}
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.target.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t('provider.model')} error={problems['model']}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                spellCheck={false}
                placeholder={t('provider.modelPlaceholder')}
                value={model}
                onChange={(event) => setModel(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('provider.name')} error={problems['name']}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                placeholder={host ?? t('provider.namePlaceholder')}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field
          label={t('provider.key')}
          hint={t(provider?.hasKey === true ? 'provider.keyKept' : 'provider.keyHint')}
          error={keyProblem}
        >
          {(control) => (
            <InputFrame className="pr-0.5">
              <FrameInput
                {...control}
                type={isKeyShown ? 'text' : 'password'}
                autoComplete="off"
                spellCheck={false}
                placeholder={t('provider.keyPlaceholder')}
                value={key}
                onChange={(event) => setKey(event.target.value)}
              />
              <IconButton
                label={t(isKeyShown ? 'provider.hideKey' : 'provider.showKey')}
                onClick={() => setIsKeyShown((before) => !before)}
              >
                {isKeyShown ? <EyeOff aria-hidden className="icon-14" /> : <Eye aria-hidden className="icon-14" />}
              </IconButton>
            </InputFrame>
          )}
        </Field>
        {provider?.hasKey === true && key === '' ? (
          <label className="flex items-center gap-2.5">
            <Checkbox checked={forgetsKey} onCheckedChange={(checked) => setForgetsKey(checked === true)} />
            {t('provider.removeKey')}
          </label>
        ) : null}
        {asksForFile ? (
          <label className="flex items-start gap-2.5">
            <Checkbox
              className="-mt-0.5"
              checked={allowFile}
              onCheckedChange={(checked) => setAllowFile(checked === true)}
            />
            <span>
              {t('provider.allowFile')}
              <span className="block type-meta text-pretty text-muted-foreground">{t('provider.allowFileBody')}</span>
            </span>
          </label>
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
          disabled={asksForFile && !allowFile}
        >
          {provider === null ? t('provider.add') : t('provider.save')}
        </WorkingButton>
      </DialogFoot>
    </form>
  );
}
