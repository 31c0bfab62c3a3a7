import type { ProviderId } from '../../../../contracts/ids.ts';
import type { Provider } from '../../../../contracts/provider.ts';

/** Those that are asked, first the default one, and those that wait to be chosen. Without the offline one. */
export function splitProviders(providers: readonly Provider[]): { asked: Provider[]; waiting: Provider[] } {
  const configured = providers.filter(({ kind }) => kind !== 'offline');
  const isAsked = ({ isDefault, fallbackOrder }: Provider): boolean => isDefault || fallbackOrder !== null;
  return { asked: configured.filter(isAsked), waiting: configured.filter((provider) => !isAsked(provider)) };
}

/** The order with one of them brought to a place, counted from 0 among the others. */
export function moveTo(order: readonly ProviderId[], id: ProviderId, place: number): ProviderId[] {
  return order.filter((other) => other !== id).toSpliced(place, 0, id);
}

/** The order with one of them brought beside another. */
export function moveBeside(
  order: readonly ProviderId[],
  id: ProviderId,
  other: ProviderId,
  edge: 'top' | 'bottom',
): ProviderId[] {
  const place = order.filter((kept) => kept !== id).indexOf(other);
  return place === -1 ? [...order] : moveTo(order, id, edge === 'top' ? place : place + 1);
}
