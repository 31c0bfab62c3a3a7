import { closeToast, showToast } from '../../components/ui/Toast.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { errorDataOf } from '../../i18n/errorData.ts';
import { t } from '../../i18n/i18n.ts';
import { client } from '../../trpc.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { settleWrites } from './settleWrites.ts';
import { type Undoable, type UndoOutcome, UndoStack } from './UndoStack.ts';

/** The changes of this window. Those of other windows are theirs to undo. */
export const undoStack = new UndoStack({
  undo: async (changeSetId) => (await client.history.undo.mutate({ changeSetId })).changeSetId,
  judge: (error) => {
    const { code } = errorDataOf(error);
    if (code === 'connectionLost' || code === 'databaseBusy') return 'unknown';
    return code === 'alreadyUndone' ? 'gone' : 'refused';
  },
});
const TOAST = 'undo';

/** Makes a change undoable by Ctrl or Cmd and Z, without saying anything. */
export function rememberChange(change: Undoable): void {
  undoStack.push(change);
  // What it offers to do again is not to be done again over this.
  closeToast(TOAST);
}

/** Makes a change undoable and says so, with Undo beside it. */
export function offerUndo(change: Undoable): void {
  undoStack.push(change);
  sayDone(change.message, change);
}

/** Takes back the last change of this window. Nothing to take back: nothing happens. */
export async function undoLast(): Promise<void> {
  // A change that is still on its way is the last one.
  await settleWrites();
  sayUndone(await undoStack.undo());
}

/** Does again what was undone last, unless something new was done since. */
export async function redoLast(): Promise<void> {
  await settleWrites();
  sayRedone(await undoStack.redo());
}

/** Takes back one change, whichever it is: from the activity, say. */
export async function undoChange(change: Undoable): Promise<void> {
  sayUndone(await undoStack.undo(change));
}

async function redoChange(change: Undoable): Promise<void> {
  sayRedone(await undoStack.redo(change));
}

function sayUndone(outcome: UndoOutcome): void {
  if (outcome.kind === 'done') {
    const { change } = outcome;
    showToast({
      id: TOAST,
      message: t('undone', { change: change.message }),
      action: { label: t('actions.redo'), shortcut: keysOf('redo'), onSelect: () => void redoChange(change) },
    });
  } else sayRefused(outcome);
}

function sayRedone(outcome: UndoOutcome): void {
  if (outcome.kind === 'done') sayDone(t('redone', { change: outcome.change.message }), outcome.change);
  else sayRefused(outcome);
}

function sayDone(message: string, change: Undoable): void {
  showToast({
    id: TOAST,
    message,
    action: { label: t('actions.undo'), shortcut: keysOf('undo'), onSelect: () => void undoChange(change) },
  });
}

function sayRefused(outcome: Exclude<UndoOutcome, { kind: 'done' }>): void {
  if (outcome.kind === 'refused') showToast({ id: TOAST, message: describeError(outcome.error), tone: 'error' });
}
