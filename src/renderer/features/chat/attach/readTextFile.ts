import type { AttachedFile } from '../../../../contracts/attachment.ts';
import { FILE_TEXT_MAX } from '../../../../contracts/attachment.ts';
import { NAME_MAX } from '../../../../contracts/text.ts';

/** Why a file cannot be attached. */
export type FileProblem = 'tooLarge' | 'notText' | 'empty' | 'unreadable';

/** What browsers do not know as text by its type. */
const TEXT_NAMES =
  /\.(?:md|markdown|txt|text|csv|tsv|json|jsonl|ndjson|ya?ml|toml|ini|xml|html?|log|tex|srt|vtt|ics|vcf|sql|css|[cm]?[jt]sx?|py|rb|rs|go|sh)$/iu;

/** For the file chooser: the common ones first. */
export const TEXT_FILES = '.md,.txt,.csv,.json,.tsv,.yaml,.yml,.xml,.html,.log,text/*';

/** A file's text, where it is text and short enough: UTF-8, with or without its mark. */
export async function readTextFile(file: File): Promise<AttachedFile | FileProblem> {
  if (!TEXT_NAMES.test(file.name) && !file.type.startsWith('text/')) return 'notText';
  if (file.size > FILE_TEXT_MAX) return 'tooLarge';
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // A folder, or moved away meanwhile.
    return 'unreadable';
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return 'notText';
    if (text.trim() === '') return 'empty';
    return { kind: 'file', name: file.name.slice(-NAME_MAX), text };
  } catch {
    return 'notText';
  }
}
