import { AdiuvaError, type ErrorCode } from '../../../src/contracts/errors.ts';
import { noteIdSchema } from '../../../src/contracts/ids.ts';
import type { Note, NoteDraftInput, NoteDraftKey, NoteSave } from '../../../src/contracts/note.ts';
import type { NoteSaver, NoteSaverPorts } from '../../../src/renderer/features/notes/NoteSaver.ts';

export const id = noteIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000001');
export const note = (more: Partial<Note> = {}): Note => ({
  id,
  version: 3,
  createdAt: 1,
  updatedAt: 1,
  title: 'Call',
  content: 'One\n',
  projectId: null,
  isPinned: false,
  ...more,
});

export const writer = 'left';

/** A note on the other side, with calls that can be held back or made to fail. */
export function createServer() {
  const calls: (['draft', NoteDraftInput] | ['update', NoteSave] | ['drop', NoteDraftKey])[] = [];
  let stored = note();
  let failure: ErrorCode | null = null;
  let hold: Promise<void> | null = null;
  const answer = async <Value>(make: () => Value): Promise<Value> => {
    if (hold) await hold;
    if (failure) throw new AdiuvaError(failure);
    return make();
  };
  const ports: NoteSaverPorts = {
    keepDraft: (draft) => {
      calls.push(['draft', draft]);
      return answer(() => ({ kept: true }));
    },
    dropDraft: (draft) => {
      calls.push(['drop', draft]);
      return answer(() => ({ dropped: true }));
    },
    update: (update) => {
      calls.push(['update', update]);
      return answer(() => {
        if (update.expectedVersion !== stored.version) throw new AdiuvaError('conflict');
        stored = {
          ...stored,
          title: update.title ?? stored.title,
          content: update.content ?? stored.content,
          version: stored.version + 1,
        };
        return stored;
      });
    },
    read: () => answer(() => stored),
    codeOf: (error) => (error instanceof AdiuvaError ? error.code : null),
  };
  return {
    ports,
    calls,
    get contents() {
      return calls.map(([, call]) => ('content' in call ? call.content : null));
    },
    get stored() {
      return stored;
    },
    change: (more: Partial<Note>) => (stored = { ...stored, ...more, version: stored.version + 1 }),
    fail: (code: ErrorCode | null) => (failure = code),
    hold: () => {
      let release = (): void => undefined;
      hold = new Promise((resolve) => (release = resolve));
      return () => {
        hold = null;
        release();
      };
    },
  };
}

export const typing =
  (saver: NoteSaver) =>
  (content: string, title = 'Call') =>
    saver.edit(() => ({ title, content }));
