import { Dialog, DialogContent } from '../../../components/ui/Dialog.tsx';
import { useTranslation } from 'react-i18next';
import type { Provider, SecretBackend } from '../../../../contracts/provider.ts';
import { ProviderForm } from './ProviderForm.tsx';

interface ProviderDialogProps {
  /** null: a new one. */
  provider: Provider | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where a key would go; null where only a file is left, undefined while that is not known. */
  keyStore: SecretBackend | null | undefined;
}

export function ProviderDialog({ provider, open, onOpenChange, keyStore }: ProviderDialogProps) {
  const { t } = useTranslation('settings');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={provider === null ? t('provider.addTitle') : t('provider.editTitle', { name: provider.name })}
        description={t('provider.description')}
      >
        <ProviderForm provider={provider} keyStore={keyStore} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}
