import type { WorkspaceEvent } from '../../../contracts/event.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { t } from '../../i18n/i18n.ts';

/** Says what the system could not say; it stays until it is read. */
export function showNotification(
  { title, body, route }: Extract<WorkspaceEvent, { type: 'notified' }>,
  open: (route: string) => void,
): void {
  showToast({
    id: `notified ${route}`,
    message: t('notified', { title, body }),
    stays: true,
    action: { label: t('actions.show'), onSelect: () => open(route) },
  });
}
