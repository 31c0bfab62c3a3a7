import { useTranslation } from 'react-i18next';
import type { FoundServer, Provider, SecretBackend } from '../../../../contracts/provider.ts';
import { Dialog, DialogContent } from '../../../components/ui/Dialog.tsx';
import { ProviderForm } from './ProviderForm.tsx';

/** One that is there, or a new one, perhaps for a server that was found. */
export type EditedProvider =
  | { readonly kind: 'known'; readonly provider: Provider }
  | { readonly kind: 'new'; readonly server: FoundServer | null };

interface ProviderDialogProps {
  edited: EditedProvider;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where a key would go; null where only a file is left, undefined while that is not known. */
  keyStore: SecretBackend | null | undefined;
}

export function ProviderDialog({ edited, open, onOpenChange, keyStore }: ProviderDialogProps) {
  const { t } = useTranslation('settings');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={edited.kind === 'new' ? t('provider.addTitle') : t('provider.editTitle', { name: edited.provider.name })}
        description={t('provider.description')}
      >
        <ProviderForm edited={edited} keyStore={keyStore} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}
