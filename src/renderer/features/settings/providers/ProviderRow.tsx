import { useMutation } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, CornerDownRight, Ellipsis, GripVertical, Pencil, Star, Trash2, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProviderId } from '../../../../contracts/ids.ts';
import type { Provider } from '../../../../contracts/provider.ts';
import { ConfirmDialog } from '../../../components/ui/ConfirmDialog.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../components/ui/Menu.tsx';
import { showError } from '../../../components/ui/showError.ts';
import { showToast } from '../../../components/ui/Toast.tsx';
import { WorkingButton } from '../../../components/ui/WorkingButton.tsx';
import { cn } from '../../../lib/cn.ts';
import { trpc } from '../../../trpc.ts';
import { hostOf } from './hostOf.ts';
import { moveBeside, moveTo } from './providerOrder.ts';
import { ProviderState } from './ProviderState.tsx';
import { readProvidersAgain } from './readProvidersAgain.ts';
import { testSentence } from './testSentence.ts';
import { useProviderDragging } from './useProviderDragging.ts';

interface ProviderRowProps {
  provider: Provider;
  /** Those that are asked, in their order; this one may be none of them. */
  order: readonly ProviderId[];
  onReorder: (order: ProviderId[]) => void;
  onEdit: () => void;
}

/** One provider: its place in the order, what it is, how it did, and what can be done with it. */
export function ProviderRow({ provider, order, onReorder, onEdit }: ProviderRowProps) {
  const { t } = useTranslation('settings');
  const [isRemoving, setIsRemoving] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const isOffline = provider.kind === 'offline';
  const place = order.indexOf(provider.id);
  const isOrdered = place !== -1 && order.length > 1;
  const name = isOffline ? t('providers.offline') : provider.name;
  const onError = (error: unknown): void => {
    showError(error);
  };
  const { edge, isDragged } = useProviderDragging({
    id: provider.id,
    row,
    handle: isOrdered ? handle : null,
    onDrop: (dragged, beside, side) => onReorder(moveBeside(order, dragged, beside, side)),
  });
  const test = useMutation(trpc.providers.test.mutationOptions({ onError, onSettled: readProvidersAgain }));
  const remove = useMutation(trpc.providers.delete.mutationOptions({ onError, onSuccess: readProvidersAgain }));
  const result = test.data === undefined ? null : testSentence(test.data, provider, name, t);
  const move = (by: number): void => {
    const to = place + by;
    if (to >= 0 && to < order.length) onReorder(moveTo(order, provider.id, to));
  };
  return (
    <li ref={row} className={cn('relative px-4', isDragged && 'opacity-45')}>
      {edge === null ? null : (
        <span
          aria-hidden
          className={cn('absolute inset-x-0 h-0.5 bg-ring', edge === 'top' ? '-top-px' : '-bottom-px')}
        />
      )}
      <div className="flex min-h-14 items-center gap-3 py-2">
        {isOrdered ? (
          <IconButton
            ref={handle}
            label={t('providers.drag', { name })}
            hint={t('providers.dragHint')}
            size="row"
            className="-mx-2 cursor-grab"
            onKeyDown={(event) => {
              const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
              if (by === 0) return;
              event.preventDefault();
              move(by);
            }}
          >
            <GripVertical aria-hidden className="icon-14" />
          </IconButton>
        ) : order.length > 1 && isOffline ? (
          <span className="-mx-2 w-6.5 flex-none" />
        ) : null}
        {order.length > 0 && (place !== -1 || isOffline) ? (
          <span className="w-3 flex-none text-center type-meta text-muted-foreground tabular-nums">
            {isOffline ? order.length + 1 : place + 1}
          </span>
        ) : null}
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
        <ProviderMenu
          provider={provider}
          name={name}
          order={order}
          onReorder={onReorder}
          onEdit={onEdit}
          onRemove={() => setIsRemoving(true)}
        />
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

interface ProviderMenuProps extends ProviderRowProps {
  name: string;
  onRemove: () => void;
}

function ProviderMenu({
  provider: { id, kind, isDefault },
  name,
  order,
  onReorder,
  onEdit,
  onRemove,
}: ProviderMenuProps) {
  const { t } = useTranslation('settings');
  const isOffline = kind === 'offline';
  const place = order.indexOf(id);
  const isAsked = place !== -1;
  // Nothing can be done with the only one that is there.
  if (isOffline && (isDefault || order.length === 0))
    return order.length === 0 && isDefault ? null : <span className="w-7 flex-none" />;
  const say = (message: string): void => {
    showToast({ message });
  };
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={t('providers.moreNamed', { name })}>
          <Ellipsis aria-hidden />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        {isDefault ? null : (
          <MenuItem
            onSelect={() => {
              // With Offline as the default one nothing is asked for anything.
              onReorder(isOffline ? [] : moveTo(order, id, 0));
              say(t('providers.nowDefault', { name }));
            }}
          >
            <Star aria-hidden className="icon-14" />
            {t('providers.makeDefault')}
          </MenuItem>
        )}
        {isOffline ? null : (
          <>
            {isAsked || order.length === 0 ? null : (
              <MenuItem
                onSelect={() => {
                  onReorder([...order, id]);
                  say(t('providers.nowFallback', { name }));
                }}
              >
                <CornerDownRight aria-hidden className="icon-14" />
                {t('providers.makeFallback')}
              </MenuItem>
            )}
            {place > 0 ? (
              <MenuItem onSelect={() => onReorder(moveTo(order, id, place - 1))}>
                <ArrowUp aria-hidden className="icon-14" />
                {t('providers.moveUp')}
              </MenuItem>
            ) : null}
            {isAsked && place < order.length - 1 ? (
              <MenuItem onSelect={() => onReorder(moveTo(order, id, place + 1))}>
                <ArrowDown aria-hidden className="icon-14" />
                {t('providers.moveDown')}
              </MenuItem>
            ) : null}
            {place > 0 ? (
              <MenuItem onSelect={() => onReorder(order.filter((other) => other !== id))}>
                <Undo2 aria-hidden className="icon-14" />
                {t('providers.noFallback')}
              </MenuItem>
            ) : null}
            <MenuItem onSelect={onEdit}>
              <Pencil aria-hidden className="icon-14" />
              {t('providers.edit')}
            </MenuItem>
            <MenuItem isDestructive onSelect={onRemove}>
              <Trash2 aria-hidden className="icon-14" />
              {t('providers.remove')}
            </MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
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
