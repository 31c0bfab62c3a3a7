import type { Note, NoteUpdate } from '../../../contracts/note.ts';
import type { Notice } from '../../../contracts/health.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { errorDataOf } from '../../i18n/errorData.ts';
import { t } from '../../i18n/i18n.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { NoteSaver, type NoteSaverPorts } from './NoteSaver.ts';

const ports: NoteSaverPorts = {
  keepDraft: (draft) => client.notes.keepDraft.mutate(draft),
  dropDraft: (draft) => client.notes.dropDraft.mutate(draft),
  update: async (update) => rememberNote(await client.notes.update.mutate(update)),
  read: async (id) => rememberNote(await client.notes.get.query({ id })),
  codeOf: (error) => errorDataOf(error).code,
};

/** What screens that open the note next begin with. */
export function rememberNote(note: Note): Note {
  queryClient.setQueryData(trpc.notes.get.queryKey({ id: note.id }), note);
  return note;
}

/** One saver per note for as long as a screen shows it, or something typed is not saved yet. */
const savers = new Map<Note['id'], NoteSaver>();
const users = new Map<NoteSaver, number>();
/** Calls that say to the host that a saver is there; each ends with its saver, or with this window. */
const presences = new Map<NoteSaver, { unsubscribe(): void }>();

/** The saver of a note: the one that still works on it, or a new one. */
export function noteSaver(note: Note): NoteSaver {
  const known = savers.get(note.id);
  if (known !== undefined) return known;
  const saver = new NoteSaver(note, ports);
  savers.set(note.id, saver);
  return saver;
}

/** Keeps a saver while a screen shows its note; the answer gives it back, and what is typed is saved on. */
export function holdSaver(saver: NoteSaver): () => void {
  savers.set(saver.base.id, saver);
  users.set(saver, (users.get(saver) ?? 0) + 1);
  if (!presences.has(saver)) presences.set(saver, announce(saver));
  return () => {
    users.set(saver, (users.get(saver) ?? 1) - 1);
    const stop = saver.subscribe(letGo);
    void saver.detach().finally(letGo);
    function letGo(): void {
      if (release(saver)) stop();
    }
  };
}

/** Opens the note for writing: the saver is there from now on, and what windows that are gone left of it comes back. */
function announce(saver: NoteSaver): { unsubscribe(): void } {
  const { id } = saver.base;
  const presence = client.notes.writing.subscribe(
    { id, writer: saver.writer },
    {
      // Also again after a break.
      onData: ({ recovered }) => {
        if (recovered?.keptIn === id) saver.takeForOwn(recovered.keptVersion);
      },
    },
  );
  // Where that fails, the drafts stay for the next time that the note is opened.
  client.notes.recoverDrafts.mutate({ id }).then(
    ({ notices }) => notices.forEach(tellRecovered),
    () => undefined,
  );
  return presence;
}

function tellRecovered({ code, fields }: Notice): void {
  const title = fields['title'] ?? '';
  showToast({
    message: code === 'draftKeptAsCopy' ? t('notes:recovered.asCopy', { title }) : t('notes:recovered.here'),
  });
}

/** Gives up a saver that nobody needs; one with something unsaved stays until that is saved or dropped. */
function release(saver: NoteSaver): boolean {
  if ((users.get(saver) ?? 0) > 0) return true;
  if (!saver.isSettled) return false;
  users.delete(saver);
  presences.get(saver)?.unsubscribe();
  presences.delete(saver);
  if (savers.get(saver.base.id) === saver) savers.delete(saver.base.id);
  return true;
}

/** A note of which something typed is kept nowhere but here: it can be shown although it is gone. */
export function unsavedNote(id: Note['id']): Note | undefined {
  const saver = savers.get(id);
  return saver === undefined || saver.isSettled ? undefined : saver.base;
}

/** What is sent with a note's update beside its text: another field, on top of whatever is typed meanwhile. */
export async function updateNoteFields(fields: Omit<NoteUpdate, 'title' | 'content' | 'expectedVersion'>) {
  const updated = await client.notes.update.mutate(fields);
  rememberNote(updated);
  savers.get(updated.id)?.receive(updated);
  return updated;
}

function sendAll(): void {
  for (const saver of savers.values()) saver.sendNow();
}

/** A window that closes or is put away sends what is typed. */
window.addEventListener('pagehide', sendAll);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') sendAll();
});
window.addEventListener('beforeunload', (event) => {
  sendAll();
  // A browser asks before it closes over something that is kept nowhere. The desktop app would not close at all.
  if (
    window.adiuva === undefined &&
    [...savers.values()].some((saver) => saver.isAtRisk && saver.state.kind === 'notSaved')
  )
    event.preventDefault();
});
