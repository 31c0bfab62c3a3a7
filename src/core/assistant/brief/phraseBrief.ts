import type { BriefKind, BriefLine, BriefSubject } from '../../../contracts/brief.ts';
import type { RecordLink } from '../../../contracts/record.ts';
import { briefPrompt } from '../agents/prompts/briefPrompt.ts';
import { reviewPrompt } from '../agents/prompts/reviewPrompt.ts';
import { type AboutUser, describeUser } from '../describeUser.ts';
import type { ModelRequest } from '../models/modelRequest.ts';
import type { BriefFact } from './briefFact.ts';

/** UTF-16 code units of one line. */
const LINE_MAX = 600;

const prompts = { day: briefPrompt, week: reviewPrompt } as const;

/** What a brief is phrased from. */
export interface PhraseInput {
  readonly kind: BriefKind;
  readonly facts: readonly BriefFact[];
  /** "Saturday, 2026-11-21". */
  readonly today: string;
  /** What it is about, where that is not today: "Monday, 2026-11-16 to Sunday, 2026-11-22". */
  readonly period: string | null;
  readonly user: AboutUser;
}

/** The facts with a token for each record, so that what the model writes can be traced to records and to nothing else. */
export interface PhrasedFacts {
  readonly request: ModelRequest;
  readonly records: ReadonlyMap<string, RecordLink>;
  /** What the facts that name a record as their own are about, by token. */
  readonly subjects: ReadonlyMap<string, readonly BriefSubject[]>;
}

export function askForBrief({ kind, facts, today, period, user }: PhraseInput): PhrasedFacts {
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
  const subjects = new Map<string, BriefSubject[]>();
  for (const subject of facts.flatMap(({ about }) => about)) {
    const token = tokens.get(`${subject.kind} ${subject.id}`);
    if (token !== undefined) subjects.set(token, [...(subjects.get(token) ?? []), subject]);
  }
  const system = [
    prompts[kind].text,
    describeUser(user),
    `Today is ${today}.${period === null ? '' : ` The week is ${period}.`}`,
  ];
  return {
    records,
    subjects,
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
export function readPhrased(
  text: string,
  { records, subjects }: Pick<PhrasedFacts, 'records' | 'subjects'>,
): BriefLine[] {
  return text.split(/\r?\n/u).flatMap((raw) => {
    const line = raw.replace(/^\s*(?:[-*•]|\d+[.)])\s+/u, '').trim();
    if (line === '' || line.length > LINE_MAX) return [];
    const pieces = piecesOf(line, records);
    const isKnown = pieces !== null && pieces.some((piece) => piece.link !== null);
    if (!isKnown) return [];
    const tokens = new Set([...line.matchAll(TOKEN)].map(([, token]) => token ?? ''));
    return [{ pieces, about: [...tokens].flatMap((token) => subjects.get(token) ?? []) }];
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
