export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Where it stands in the document; for `showHeading`. */
  readonly position: number;
}

/** A text being edited, rich or plain. */
export interface NoteEditor {
  /** Whether it can hold all of the text that it was made with; if not, that text must not be edited in it. */
  readonly keepsAll: boolean;
  /** The text as it is to be saved. */
  read(): string;
  /** Shows another text, changing only what differs: cursor and place stay. It is no edit and cannot be undone. */
  replace(markdown: string): void;
  headings(): Heading[];
  showHeading(heading: Heading): void;
  focus(): void;
  destroy(): Promise<void>;
}
