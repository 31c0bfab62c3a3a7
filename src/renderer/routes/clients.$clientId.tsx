import { createFileRoute, notFound } from '@tanstack/react-router';
import { clientIdSchema } from '../../contracts/ids.ts';
import { ClientScreen } from '../features/clients/ClientScreen.tsx';

export const Route = createFileRoute('/clients/$clientId')({
  params: {
    parse: ({ clientId }) => {
      const parsed = clientIdSchema.safeParse(clientId);
      if (!parsed.success) throw notFound();
      return { clientId: parsed.data };
    },
    stringify: ({ clientId }) => ({ clientId }),
  },
  component: ClientRoute,
});

function ClientRoute() {
  const { clientId } = Route.useParams();
  return <ClientScreen key={clientId} clientId={clientId} />;
}
