import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { ClientMenu } from '../clients/ClientMenu.tsx';

interface ClientHeadingProps {
  client: Client | null;
  onEdit: (client: Client) => void;
  onNewProject: (client: Client) => void;
}

/** A client's name over its projects; it opens the client's page. */
export function ClientHeading({ client, onEdit, onNewProject }: ClientHeadingProps) {
  const { t } = useTranslation('projects');
  if (client === null) return <h2 className="flex h-8 items-center type-section font-semibold">{t('noClient')}</h2>;
  const meta = [client.company, client.isArchived ? t('archivedClient') : ''].filter((text) => text !== '').join(', ');
  return (
    <div className="group/client flex h-8 items-center gap-2">
      <Swatch color={client.color} shape="client" className={client.isArchived ? 'opacity-50' : ''} />
      <h2 className="min-w-0 truncate type-section font-semibold" dir="auto">
        <Link
          to="/clients/$clientId"
          params={{ clientId: client.id }}
          className="rounded-sm underline-offset-2 hover:underline focus-inset"
        >
          {client.name}
        </Link>
      </h2>
      <span className="min-w-0 truncate type-meta text-muted-foreground" dir="auto">
        {meta}
      </span>
      <span className="flex opacity-0 group-focus-within/client:opacity-100 group-hover/client:opacity-100 has-[[data-state=open]]:opacity-100">
        <ClientMenu
          client={client}
          size="row"
          onEdit={() => onEdit(client)}
          onNewProject={() => onNewProject(client)}
        />
      </span>
    </div>
  );
}
