import { useEffect, useEffectEvent, useRef } from 'react';
import './editor.css';
import { createNoteEditor } from './createNoteEditor.ts';
import { createPlainEditor } from './createPlainEditor.ts';
import { openLink } from '../lib/openLink.ts';
import type { EditorLabels } from './editorLabels.ts';
import type { NoteEditor } from './noteEditor.ts';

interface NoteTextProps {
  /** The text to begin with; later ones go through the editor's `replace`. */
  initialText: string;
  isPlain: boolean;
  labels: EditorLabels & { readonly plainPlaceholder: string };
  onReady: (editor: NoteEditor) => void;
  /** The last moment to read the text. */
  onClosing: () => void;
  onEdit: () => void;
  onDocument: () => void;
  onBlur: () => void;
  /** The rich editor cannot hold this text, or could not be made. */
  onUnfit: () => void;
  onImageRefused: () => void;
  onLinkCopied: () => void;
}

/** The text of a note, in the rich editor or as plain Markdown. */
export function NoteText({ initialText, isPlain, labels, ...handlers }: NoteTextProps) {
  const rootRef = useRef<HTMLDivElement>(null);
  const start = useEffectEvent((root: HTMLElement): Promise<NoteEditor> => {
    const options = {
      root,
      markdown: initialText,
      onEdit: () => handlers.onEdit(),
      onDocument: () => handlers.onDocument(),
      onBlur: () => handlers.onBlur(),
    };
    if (isPlain) {
      return Promise.resolve(
        createPlainEditor({ ...options, labels: { text: labels.text, placeholder: labels.plainPlaceholder } }),
      );
    }
    return createNoteEditor({
      ...options,
      labels,
      onImageRefused: () => handlers.onImageRefused(),
      onLinkCopied: () => handlers.onLinkCopied(),
      onOpenLink: openLink,
    });
  });
  const announce = useEffectEvent((editor: NoteEditor) => {
    if (editor.keepsAll) handlers.onReady(editor);
    else handlers.onUnfit();
  });
  const onUnfit = useEffectEvent(() => handlers.onUnfit());
  const onClosing = useEffectEvent(() => handlers.onClosing());

  useEffect(() => {
    const parent = rootRef.current;
    if (parent === null) return undefined;
    const root = document.createElement('div');
    root.className = 'note-root';
    parent.append(root);
    let isOver = false;
    let ready: NoteEditor | null = null;
    const made = start(root);
    made.then(
      (editor) => {
        if (isOver) return;
        ready = editor;
        announce(editor);
      },
      () => {
        if (!isOver) onUnfit();
      },
    );
    return () => {
      isOver = true;
      if (ready !== null) onClosing();
      // Only what is made can be destroyed.
      made
        .then((editor) => editor.destroy())
        .catch(() => undefined)
        .finally(() => root.remove());
      root.hidden = true;
    };
  }, [isPlain]);

  return <div ref={rootRef} className="min-w-0" />;
}
