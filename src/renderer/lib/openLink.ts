import { readOutsideAddress } from '../../contracts/outsideAddress.ts';
import { showToast } from '../components/ui/Toast.tsx';
import { t } from '../i18n/i18n.ts';

/**
 * Opens a link of a text in the user's browser or mail program; one that may not be opened is told. The desktop app shows the
 * whole address and asks first, the browser host opens at once.
 */
export function openLink(href: string): void {
  const address = readOutsideAddress(href);
  if (address === null) showToast({ message: t('common:linkRefused', { address: shorten(href) }), id: 'linkRefused' });
  else window.open(address, '_blank', 'noopener,noreferrer');
}

function shorten(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address;
}
