import type { BriefLine, BriefSection, BriefSubject } from '../../../contracts/brief.ts';
import type { RecordKind, RecordLink } from '../../../contracts/record.ts';

export type Piece = BriefLine['pieces'][number];

/** One thing of the day or the week, as a line of links and words that already says it. */
export interface BriefFact {
  readonly section: BriefSection;
  readonly pieces: readonly Piece[];
  /** What it tells, and what is dismissed with it; a record that is only named beside that is not. */
  readonly about: readonly BriefSubject[];
}

/** What the user wanted to read less of. */
export interface Dismissed {
  /** Whether a fact about this, and about nothing else, is left out. */
  has(subject: BriefSubject): boolean;
  /** How many records of a section are left out. */
  countOf(section: BriefSection): number;
  /** Whether the section itself comes less. */
  isDemoted(section: BriefSection): boolean;
}

export const nothingDismissed: Dismissed = { has: () => false, countOf: () => 0, isDemoted: () => false };

/** A section that comes less has as many lines at most. */
const DEMOTED_MAX = 2;

/** The facts that are told, in the order they are told in: those of a section that comes less are last, and few. */
export function arrangeFacts(facts: readonly BriefFact[], dismissed: Dismissed): BriefFact[] {
  const told = facts.filter(({ about }) => about.length === 0 || !about.every((subject) => dismissed.has(subject)));
  const sections = [...new Set(told.map(({ section }) => section))].filter((section) => dismissed.isDemoted(section));
  return [
    ...told.filter(({ section }) => !dismissed.isDemoted(section)),
    ...sections.flatMap((section) => told.filter((fact) => fact.section === section).slice(0, DEMOTED_MAX)),
  ];
}

export function plain(text: string): Piece {
  return { text, link: null };
}

/** A record by its name; one without is called `untitled`. */
export function nameWith(untitled: string): (kind: RecordKind, id: string, title: string) => Piece {
  return (kind, id, title) => {
    const shown = title === '' ? untitled : title;
    const link: RecordLink = { kind, id, title: shown };
    return { text: shown, link };
  };
}
