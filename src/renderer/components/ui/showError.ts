import { describeError } from '../../i18n/describeError.ts';
import { errorDataOf } from '../../i18n/errorData.ts';
import { closeToast, showToast } from './Toast.tsx';

const CONNECTION_LOST = 'connectionLost';

/** Says why something failed that has no field to say it below. It stays until it is closed. */
export function showError(error: unknown): void {
  const { code, kind } = errorDataOf(error);
  if (kind === 'cancelled') return;
  // Once, however many calls a broken connection takes with it.
  showToast({
    message: describeError(error),
    tone: 'error',
    ...(code === 'connectionLost' ? { id: CONNECTION_LOST } : {}),
  });
}

/** Takes back what was said of a connection that is there again. */
export function closeConnectionErrors(): void {
  closeToast(CONNECTION_LOST);
}
