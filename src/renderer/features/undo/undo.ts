import type { ChangeSetId } from '../../../contracts/ids.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { errorDataOf } from '../../i18n/errorData.ts';
import { t } from '../../i18n/i18n.ts';
import { client } from '../../trpc.ts';

interface Undoable {
  readonly changeSetId: ChangeSetId;
  /** What happened, as the toast says it: "“Call Rossi” deleted". */
  readonly message: string;
}

/** The last changes of this window, newest last. Those of other windows are theirs to undo. */
const changes: Undoable[] = [];
const KEPT = 100;
const TOAST = 'undo';

/** Makes a change undoable by Ctrl or Cmd and Z, without saying anything. */
export function rememberChange(change: Undoable): void {
  changes.push(change);
  if (changes.length > KEPT) changes.shift();
}

/** Makes a change undoable and says so, with Undo beside it. */
export function offerUndo(change: Undoable): void {
  rememberChange(change);
  showToast({
    id: TOAST,
    message: change.message,
    action: { label: t('actions.undo'), shortcut: 'Mod+Z', onSelect: () => void undo(change) },
  });
}

/** Takes back the last change of this window. Nothing to take back: nothing happens. */
export async function undoLast(): Promise<void> {
  const last = changes.at(-1);
  if (last) await undo(last);
}

let isUndoing = false;

async function undo(change: Undoable): Promise<void> {
  if (isUndoing) return;
  isUndoing = true;
  try {
    const undone = await client.history.undo.mutate({ changeSetId: change.changeSetId });
    forget(change);
    showToast({
      id: TOAST,
      message: t('undone', { change: change.message }),
      action: {
        label: t('actions.redo'),
        onSelect: () => void undo({ changeSetId: undone.changeSetId, message: t('actions.undo') }),
      },
    });
  } catch (error) {
    // What cannot be undone now never can: the next Ctrl Z takes the change before it.
    if (errorDataOf(error).code !== 'connectionLost') forget(change);
    showToast({ id: TOAST, message: describeError(error), tone: 'error' });
  } finally {
    isUndoing = false;
  }
}

function forget(change: Undoable): void {
  const index = changes.findLastIndex((candidate) => candidate.changeSetId === change.changeSetId);
  if (index >= 0) changes.splice(index, 1);
}
