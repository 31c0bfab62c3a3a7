import type { SearchItem } from '../../../contracts/search.ts';
import type { Command } from '../commands/command.ts';
import { rankCommands, SURE } from './rankCommands.ts';

const KINDS = ['task', 'note', 'project', 'client', 'checkpoint', 'comment'] as const;
type ShownKind = (typeof KINDS)[number];
/** Of each kind, so that the next kind and the commands are seen too. */
const PER_KIND = 8;

export type PaletteRowModel =
  | { readonly kind: 'record'; readonly value: string; readonly item: SearchItem }
  | { readonly kind: 'command'; readonly value: string; readonly command: Command };

export interface PaletteGroupModel {
  readonly id: 'subject' | 'recent' | 'commands' | 'assistant' | ShownKind;
  readonly rows: readonly PaletteRowModel[];
}

interface Offer {
  readonly text: string;
  /** What the search found. */
  readonly items: readonly SearchItem[];
  readonly recent: readonly SearchItem[];
  readonly subject: readonly Command[];
  readonly commands: readonly Command[];
}

/**
 * The rows of the palette in their order, groups without rows left out. With nothing typed: what can be done with the record
 * in question, what was opened last, every command. With a text: what was found by kind, then the commands that fit; these
 * come first where one is called by what is typed. What takes the text is always there, last of its group.
 */
export function arrangePalette({ text, items, recent, subject, commands }: Offer): readonly PaletteGroupModel[] {
  const fitting = rankCommands(
    [...subject, ...commands].filter((command) => text === '' || command.takesText !== true),
    text,
  );
  const ofGroup = (group: Command['group']): PaletteRowModel[] =>
    [...fitting.map(({ command }) => command), ...(text === '' ? [] : commands.filter(({ takesText }) => takesText))]
      .filter((command) => command.group === group)
      .map((command) => ({ kind: 'command', value: `command:${group}:${command.id}`, command }));
  const own = [
    { id: 'subject', rows: ofGroup('subject') },
    { id: 'commands', rows: ofGroup('commands') },
  ] as const;
  const assistant = { id: 'assistant', rows: ofGroup('assistant') } as const;
  const found: readonly PaletteGroupModel[] =
    text === ''
      ? [{ id: 'recent', rows: recent.map(recordRow) }]
      : KINDS.map((kind) => ({
          id: kind,
          rows: items
            .filter((item) => item.kind === kind)
            .slice(0, PER_KIND)
            .map(recordRow),
        }));
  const isCalled = text !== '' && fitting.some(({ score }) => score > SURE);
  const [ofSubject, ofApp] = own;
  const groups: readonly PaletteGroupModel[] =
    text === ''
      ? [ofSubject, ...found, ofApp, assistant]
      : isCalled
        ? [...own, ...found, assistant]
        : [...found, ...own, assistant];
  return groups.filter(({ rows }) => rows.length > 0);
}

function recordRow(item: SearchItem): PaletteRowModel {
  return { kind: 'record', value: `${item.kind}:${item.id}`, item };
}
