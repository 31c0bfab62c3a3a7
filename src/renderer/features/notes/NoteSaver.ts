import { AdiuvaError, type ErrorCode } from '../../../contracts/errors.ts';
import type { Note, NoteDraftInput, NoteDraftKey, NoteSave } from '../../../contracts/note.ts';
import { TITLE_MAX } from '../../../contracts/text.ts';

export interface NoteText {
  readonly title: string;
  readonly content: string;
}

/** The calls it makes, and how their errors are told apart. */
export interface NoteSaverPorts {
  keepDraft(draft: NoteDraftInput): Promise<unknown>;
  dropDraft(draft: NoteDraftKey): Promise<unknown>;
  update(update: NoteSave): Promise<Note>;
  read(id: Note['id']): Promise<Note>;
  codeOf(error: unknown): ErrorCode | null;
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Tried again and again; what is typed is still here. */
  | { readonly kind: 'notSaved'; readonly error: unknown }
  /** Changed elsewhere while text was typed here: the user chooses. */
  | { readonly kind: 'conflict'; readonly theirs: Note }
  | { readonly kind: 'deleted' };

/** From the last keystroke to the note's update, in milliseconds. */
export const SAVE_PAUSE = 1_000;
const RETRY_FIRST = 1_000;
const RETRY_MOST = 15_000;

/**
 * Sees to it that no keystroke is lost. Each change goes to the draft at once, with one call under way at most and always
 * the newest text; after a pause the note itself is updated. What fails is tried again. A note that changed elsewhere is
 * taken over while nothing is typed here, and is a conflict to be settled when something is. Text that was typed here
 * is no conflict, also where it came into the note without an answer to this saver: while the connection was broken.
 */
export class NoteSaver {
  /** The note as it is known to be kept. */
  base: Note;
  /** Whose drafts these are: no other saver, in this window or another, has the same name. */
  readonly writer: string;
  #state: SaveState = { kind: 'saved' };
  readonly #ports: NoteSaverPorts;
  readonly #listeners = new Set<() => void>();
  readonly #replaced = new Set<(note: Note) => void>();
  #readText: () => NoteText;
  /** Revisions of the text: typed here, kept as a draft, saved in the note. */
  #typed = 0;
  #drafted = 0;
  #saved = 0;
  #isDue = false;
  /** The title is longer than titles may be: the text is saved without it, and it stays here until it is cut. */
  #isTitleRefused = false;
  #running: Promise<void> | null = null;
  #isUpdating = false;
  /** Revision of the text that the update under way carries. */
  #sent = 0;
  #received: Note | null = null;
  /** The version of the note that the host made of a draft from here. */
  #recoveredVersion: number | null = null;
  /** What an update carried that was never answered: it may have been made. */
  #unanswered: NoteText | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #retryAfter = RETRY_FIRST;
  /** How long to wait before the next draft, in milliseconds: what is slow to read or long to send goes less often. */
  #pace = 0;
  #wake: (() => void) | null = null;

  constructor(note: Note, ports: NoteSaverPorts, writer: string = crypto.randomUUID()) {
    this.base = note;
    this.writer = writer;
    this.#ports = ports;
    this.#readText = () => ({ title: note.title, content: note.content });
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether something typed is not in the note yet. */
  get isDirty(): boolean {
    return this.#typed > this.#saved;
  }

  /** Whether nothing typed would be lost with this object. */
  get isSettled(): boolean {
    return !this.isDirty && !this.#isTitleRefused;
  }

  /** Whether something typed is kept nowhere but here. */
  get isAtRisk(): boolean {
    return this.#typed > Math.max(this.#saved, this.#drafted);
  }

  /** The text as it is on screen: what was typed, or the note's own. */
  get text(): NoteText {
    return !this.isSettled ? this.#readText() : { title: this.base.title, content: this.base.content };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Calls back when the note's new text from elsewhere is to be shown. */
  onReplaced(listener: (note: Note) => void): () => void {
    this.#replaced.add(listener);
    return () => this.#replaced.delete(listener);
  }

  /** The user changed the text. `read` is called when it is time to send it, maybe for several changes at once. */
  edit(read: () => NoteText): void {
    this.#readText = read;
    this.#typed += 1;
    this.#isDue = false;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.flush(), SAVE_PAUSE);
    if (this.#state.kind === 'saved') this.#setState({ kind: 'saving' });
    void this.#run();
  }

  /** Updates the note now: the user left the text, the screen or the window. Resolves when done, or when it failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#pause);
    if (!this.isDirty) return;
    this.#isDue = true;
    this.#wake?.();
    await this.#run();
  }

  /** For a window that closes: sends what is typed without waiting for an answer of what was sent before. */
  sendNow(): void {
    if (!this.isDirty || this.#state.kind === 'deleted') return;
    if (this.#isUpdating || this.#state.kind === 'conflict') {
      const isSent = this.#isUpdating && this.#sent === this.#typed;
      if (this.isAtRisk && !isSent) this.#ports.keepDraft(this.#draftOf(this.#read())).catch(() => undefined);
      return;
    }
    clearTimeout(this.#pause);
    this.#isDue = true;
    // Not after the draft that may be under way, whose answer nobody would be here to hear: the update ends that draft.
    void this.#update().then((isDone) => {
      if (isDone) void this.#run();
    });
  }

  /** The editor goes away: its text is read a last time, and saving goes on without it. */
  detach(): Promise<void> {
    if (!this.isSettled) {
      const text = this.#readText();
      this.#readText = () => text;
    }
    return this.flush();
  }

  /** The note as it is now, from wherever it was changed. */
  receive(note: Note): void {
    if (this.#isUpdating) {
      if (this.#received === null || note.version > this.#received.version) this.#received = note;
      return;
    }
    if (this.#state.kind === 'deleted') {
      // Restored, by undo say.
      this.base =
        note.version > this.base.version ? { ...note, title: this.base.title, content: this.base.content } : this.base;
      this.#setState({ kind: this.isDirty ? 'saving' : 'saved' });
      void this.#run();
    }
    if (note.version <= this.base.version) return;
    const isSameText = note.title === this.base.title && note.content === this.base.content;
    if (isSameText || !this.isDirty) {
      this.base = note;
      if (!isSameText) for (const listener of this.#replaced) listener(note);
      this.#emit();
      if (this.isDirty) void this.#run();
      return;
    }
    if (isTextOf(note, this.#read())) this.#settle(note, this.#typed);
    else if (this.#isFromHere(note)) this.#goOnFrom(note);
    else {
      this.#setState({ kind: 'conflict', theirs: note });
      // Our draft may have been taken over while we were not heard of: until the conflict is settled, one is all we have.
      this.#drafted = this.#saved;
      void this.#run();
    }
  }

  /** The host made this version of the note from a draft of ours, at a time when it took this window for gone. */
  takeForOwn(version: number): void {
    this.#recoveredVersion = version;
    if (this.#state.kind === 'conflict' && this.#state.theirs.version === version) this.#goOnFrom(this.#state.theirs);
  }

  /** The note is gone, as another call was told. */
  markDeleted(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#retry);
    if (this.#state.kind !== 'deleted') this.#setState({ kind: 'deleted' });
  }

  /** Settles a conflict: the text here becomes the note's; theirs stays in its history. */
  keepMine(): Promise<void> {
    if (this.#state.kind !== 'conflict') return Promise.resolve();
    this.base = this.#state.theirs;
    this.#setState({ kind: 'saving' });
    return this.flush();
  }

  /** Settles a conflict: the text from elsewhere is shown. The caller has kept the text here in another place. */
  takeTheirs(): void {
    if (this.#state.kind !== 'conflict') return;
    const { theirs } = this.#state;
    this.#settle(theirs, this.#typed);
    for (const listener of this.#replaced) listener(theirs);
    // The draft of what was given up would come back as a copy.
    this.#ports.dropDraft({ id: theirs.id, writer: this.writer }).catch(() => undefined);
  }

  /** Nothing of what is typed is wanted any more: the user deleted the note or kept the text elsewhere. */
  discard(): void {
    this.#isTitleRefused = false;
    clearTimeout(this.#pause);
    clearTimeout(this.#retry);
    this.#saved = this.#typed;
    this.#drafted = this.#typed;
  }

  #run(): Promise<void> {
    if (this.#running === null && this.#nextJob() !== null) this.#running = this.#work();
    return this.#running ?? Promise.resolve();
  }

  async #work(): Promise<void> {
    for (let job = this.#nextJob(); job !== null; job = this.#nextJob()) {
      if (job === 'draft' && this.#pace > 16) await this.#wait(Math.min(this.#pace, 1_000));
      const done = await (this.#nextJob() === 'update' ? this.#update() : this.#keepDraft());
      if (!done) break;
    }
    this.#running = null;
  }

  #nextJob(): 'draft' | 'update' | null {
    if (this.#state.kind === 'deleted' || !this.isDirty || this.#isUpdating) return null;
    if (this.#isDue && this.#state.kind !== 'conflict') return 'update';
    return this.#typed > this.#drafted ? 'draft' : null;
  }

  async #keepDraft(): Promise<boolean> {
    const revision = this.#typed;
    try {
      await this.#ports.keepDraft(this.#draftOf(this.#read()));
    } catch (error) {
      return this.#fail(error);
    }
    this.#drafted = Math.max(this.#drafted, revision);
    this.#retryAfter = RETRY_FIRST;
    if (this.#state.kind === 'notSaved') this.#setState({ kind: 'saving' });
    return true;
  }

  async #update(): Promise<boolean> {
    const revision = this.#typed;
    const { title, content } = this.#read();
    const line = oneLine(title);
    const isTitleRefused = line.length > TITLE_MAX;
    this.#isUpdating = true;
    this.#sent = revision;
    if (this.#state.kind !== 'saving') this.#setState({ kind: 'saving' });
    try {
      const fields = isTitleRefused ? { content } : { title: line, content };
      const { id, version } = this.base;
      const note = await this.#ports.update({ id, writer: this.writer, expectedVersion: version, ...fields });
      this.#isUpdating = false;
      this.#isTitleRefused = isTitleRefused;
      this.#settle(note, revision);
      if (isTitleRefused && !this.isDirty) this.#setState({ kind: 'notSaved', error: titleTooLong(line.length) });
      this.#takeReceived();
      return true;
    } catch (error) {
      this.#isUpdating = false;
      if (this.#ports.codeOf(error) === 'connectionLost') this.#unanswered ??= { title, content };
      if (this.#ports.codeOf(error) !== 'conflict') return this.#fail(error);
      return await this.#meetConflict();
    }
  }

  /** Someone else was faster. Where only other fields changed, the update is made again on top of that. */
  async #meetConflict(): Promise<boolean> {
    try {
      const theirs = await this.#ports.read(this.base.id);
      this.#received = null;
      this.receive(theirs);
      return this.#state.kind !== 'conflict' || this.#nextJob() !== null;
    } catch (error) {
      return this.#fail(error);
    }
  }

  #settle(note: Note, revision: number): void {
    this.base = note;
    this.#unanswered = null;
    this.#saved = Math.max(this.#saved, revision);
    this.#drafted = Math.max(this.#drafted, revision);
    this.#retryAfter = RETRY_FIRST;
    this.#isDue = this.#isDue && this.isDirty;
    this.#setState({ kind: this.isDirty ? 'saving' : 'saved' });
  }

  #isFromHere(note: Note): boolean {
    return note.version === this.#recoveredVersion || (this.#unanswered !== null && isTextOf(note, this.#unanswered));
  }

  /** What is typed here continues the text of this version. */
  #goOnFrom(note: Note): void {
    this.base = note;
    this.#unanswered = null;
    this.#drafted = this.#saved;
    this.#setState({ kind: 'saving' });
    void this.#run();
  }

  #takeReceived(): void {
    const received = this.#received;
    this.#received = null;
    if (received !== null) this.receive(received);
  }

  #fail(error: unknown): false {
    const code = this.#ports.codeOf(error);
    if (code === 'deleted' || code === 'notFound') {
      this.markDeleted();
      return false;
    }
    if (this.#state.kind !== 'conflict') this.#setState({ kind: 'notSaved', error });
    // What the text itself is refused for is not cured by time.
    if (code === 'validation') return false;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.flush(), this.#retryAfter);
    this.#retryAfter = Math.min(this.#retryAfter * 2, RETRY_MOST);
    return false;
  }

  #read(): NoteText {
    const started = performance.now();
    const text = this.#readText();
    this.#pace = Math.max((performance.now() - started) * 4, text.content.length / 5_000);
    return text;
  }

  #draftOf(text: NoteText): NoteDraftInput {
    const title = text.title.length > TITLE_MAX ? {} : { title: text.title };
    return {
      id: this.base.id,
      writer: this.writer,
      baseVersion: this.base.version,
      ...title,
      content: text.content,
    };
  }

  #wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(finish, milliseconds);
      const wake = finish;
      function finish(): void {
        clearTimeout(timer);
        resolve();
      }
      this.#wake = wake;
    });
  }

  #setState(state: SaveState): void {
    this.#state = state;
    this.#emit();
  }

  #emit(): void {
    for (const listener of this.#listeners) listener();
  }
}

const titleTooLong = (actual: number): AdiuvaError =>
  new AdiuvaError('validation', { title: { problem: 'tooLong', max: TITLE_MAX, actual } });

const isTextOf = (note: Note, { title, content }: NoteText): boolean =>
  oneLine(title) === note.title && content === note.content;

/** As the note keeps its title. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
