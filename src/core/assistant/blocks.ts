import { type Block, BLOCK_LANGUAGE, blockKindOf, readBlock, type Screen } from '../../contracts/block.ts';
import type { RecordKind } from '../../contracts/record.ts';
import { type CodeFence, closesCode, readCodeFence } from './codeFence.ts';

interface RecordPlace {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * Takes records that do not exist out of an answer's blocks: a task from its cards, and the whole block where it would
 * show nothing or lead nowhere. All other text stays as it is, letter by letter.
 */
export function settleBlocks(text: string, exists: (record: RecordPlace) => boolean): string {
  if (!text.includes(BLOCK_LANGUAGE)) return text;
  const lines = text.split('\n');
  const settled: string[] = [];
  let open: { fence: CodeFence; from: number } | null = null;
  const take = (from: number, end: number, isClosed: boolean, language: string): void => {
    const body = lines.slice(from + 1, isClosed ? end - 1 : end);
    const block = readBlock(blockKindOf(language) ?? '', body.join('\n'));
    const kept = block === null ? block : withoutMissing(block, exists);
    if (block === kept) settled.push(...lines.slice(from, end));
    else if (kept !== null) {
      const { kind: _kind, ...content } = kept;
      const indent = /^\s*/u.exec(body[0] ?? '')?.[0] ?? '';
      settled.push(lines[from] ?? '', indent + JSON.stringify(content), ...lines.slice(isClosed ? end - 1 : end, end));
    } else if (settled.at(-1)?.trim() === '') settled.pop();
  };
  for (const [index, line] of lines.entries()) {
    if (open === null) {
      const fence = readCodeFence(line);
      if (fence === null) settled.push(line);
      else open = { fence, from: index };
    } else if (closesCode(line, open.fence)) {
      take(open.from, index + 1, true, open.fence.language);
      open = null;
    }
  }
  if (open !== null) take(open.from, lines.length, false, open.fence.language);
  return settled.join('\n');
}

/** The block itself where nothing is missing; null where nothing would be left. */
function withoutMissing(block: Block, exists: (record: RecordPlace) => boolean): Block | null {
  switch (block.kind) {
    case 'tasks': {
      const ids = block.ids.filter((id) => exists({ kind: 'task', id }));
      if (ids.length === 0) return null;
      return ids.length === block.ids.length ? block : { ...block, ids };
    }
    case 'link':
      return recordsOfScreen(block.to).every(exists) ? block : null;
    case 'question':
    case 'table':
    case 'chart':
    case 'diagram':
      return block;
  }
}

function recordsOfScreen(to: Screen): RecordPlace[] {
  switch (to.screen) {
    case 'task':
    case 'project':
    case 'client':
    case 'note':
      return [{ kind: to.screen, id: to.id }];
    case 'tasks':
      return (['project', 'client'] as const).flatMap((kind) => {
        const id = to[kind];
        return id === undefined || id === 'none' ? [] : [{ kind, id }];
      });
    case 'home':
    case 'projects':
    case 'notes':
    case 'activity':
    case 'trash':
    case 'settings':
      return [];
  }
}
