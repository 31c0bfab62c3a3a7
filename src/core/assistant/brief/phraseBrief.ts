import type { BriefLine } from '../../../contracts/brief.ts';
import type { RecordLink } from '../../../contracts/record.ts';
import { briefPrompt } from '../agents/prompts/briefPrompt.ts';
import { type AboutUser, describeUser } from '../describeUser.ts';
import type { ModelRequest } from '../models/modelRequest.ts';
import type { BriefFact } from './gatherFacts.ts';

/** UTF-16 code units of one line. */
const LINE_MAX = 600;

/** The facts with a token for each record, so that what the model writes can be traced to records and to nothing else. */
export interface PhrasedFacts {
  readonly request: ModelRequest;
  readonly records: ReadonlyMap<string, RecordLink>;
}

export function askForBrief(
  facts: readonly BriefFact[],
  today: string,
  weekday: string,
  user: AboutUser,
): PhrasedFacts {
  const records = new Map<string, RecordLink>();
  const tokens = new Map<string, string>();
  const tokenOf = (link: RecordLink): string => {
    const key = `${link.kind} ${link.id}`;
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const token = `R${records.size + 1}`;
    tokens.set(key, token);
    records.set(token, link);
    return token;
  };
  const lines = facts.map(({ section, pieces }) => {
    const text = pieces.map((piece) =>
      piece.link === null ? piece.text : `{${tokenOf(piece.link)}|${plainLine(piece.text)}}`,
    );
    return `${section}: ${text.join('')}`;
  });
  const system = [briefPrompt.text, describeUser(user), `Today is ${weekday}, ${today}.`];
  return {
    records,
    request: {
      messages: [
        { role: 'system', text: system.filter((part) => part !== '').join('\n\n') },
        { role: 'user', text: `Facts:\n${lines.join('\n')}` },
      ],
      tools: [],
      toolChoice: 'none',
    },
  };
}

/**
 * The model's text as lines. A line that names no record is left out, and so is a token that stands for none: what
 * remains rests on the facts.
 */
export function readPhrased(text: string, records: ReadonlyMap<string, RecordLink>): BriefLine[] {
  return text.split(/\r?\n/u).flatMap((raw) => {
    const line = raw.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, '').trim();
    if (line === '' || line.length > LINE_MAX) return [];
    const pieces = piecesOf(line, records);
    const isKnown = pieces !== null && pieces.some((piece) => piece.link !== null);
    return isKnown ? [{ pieces, about: [] }] : [];
  });
}

const TOKEN = /\{(R\d+)(?:\|([^{}]*))?\}/gu;

/** null where the line holds a token that stands for no record: then the line does not rest on the facts. */
function piecesOf(line: string, records: ReadonlyMap<string, RecordLink>): BriefLine['pieces'] | null {
  const pieces: BriefLine['pieces'] = [];
  let from = 0;
  for (const match of line.matchAll(TOKEN)) {
    const link = records.get(match[1] ?? '');
    if (link === undefined) return null;
    if (match.index > from) pieces.push({ text: line.slice(from, match.index), link: null });
    // The record's own title is shown: the model cannot give a record another name.
    pieces.push({ text: link.title, link });
    from = match.index + match[0].length;
  }
  if (from < line.length) pieces.push({ text: line.slice(from), link: null });
  return pieces.map((piece) =>
    piece.link === null ? { ...piece, text: piece.text.replaceAll(/\*\*|__|`/gu, '') } : piece,
  );
}

/** A title cannot end its token or begin another line. */
function plainLine(text: string): string {
  return text.replaceAll(/[{}|\s]+/gu, ' ').trim();
}
