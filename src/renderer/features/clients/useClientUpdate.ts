import { useTranslation } from 'react-i18next';
import type { Client, ClientUpdate } from '../../../contracts/client.ts';
import { showError } from '../../components/ui/showError.ts';
import { client as api } from '../../trpc.ts';
import { offerUndo } from '../undo/undo.ts';

type ClientChange = Omit<ClientUpdate, 'id' | 'expectedVersion'>;

/** Changes fields of a client, with Undo. */
export function useClientUpdate(client: Client): {
  /** @throws what core answers, for a draft to tell below its field */
  save: (fields: ClientChange, expectedVersion?: number) => Promise<void>;
  /** The same where there is no field: a failure is told in a toast. */
  change: (fields: ClientChange) => void;
} {
  const { t } = useTranslation('clients');
  const save = async (fields: ClientChange, expectedVersion?: number): Promise<void> => {
    const saved = await api.clients.update.mutate({
      id: client.id,
      ...fields,
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    });
    offerUndo({ changeSetId: saved.changeSetId, message: t('toast.saved', { name: saved.name }) });
  };
  return {
    save,
    change: (fields) => {
      save(fields).catch((error: unknown) => {
        showError(error);
      });
    },
  };
}
