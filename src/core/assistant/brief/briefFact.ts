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
  /** Whether a record is left out of any section: then it is no news either. */
  hasRecord(kind: RecordKind, id: string): boolean;
  /** How many records of a section are left out. */
  countOf(section: BriefSection): number;
  /** Whether the section itself comes less. */
  isDemoted(section: BriefSection): boolean;
}

export const nothingDismissed: Dismissed = {
  has: () => false,
  hasRecord: () => false,
  countOf: () => 0,
  isDemoted: () => false,
};

/** The same, and how many subjects it was asked for and had. */
export function countLeftOut(dismissed: Dismissed): Dismissed & { leftOut(): number } {
  const seen = new Set<string>();
  return {
    ...dismissed,
    has(subject) {
      const has = dismissed.has(subject);
      if (has) seen.add(`${subject.section} ${subject.kind} ${subject.id}`);
      return has;
    },
    leftOut: () => seen.size,
  };
}

/** A section that comes less has as many lines at most. */
const DEMOTED_MAX = 2;

/** The facts that are told, in the order they are told in: those of a section that comes less are last, and few. */
export function arrangeFacts(facts: readonly BriefFact[], dismissed: Dismissed): BriefFact[] {
  const told = facts.filter((fact) => !isDismissed(fact, dismissed));
  const sections = [...new Set(told.map(({ section }) => section))].filter((section) => dismissed.isDemoted(section));
  return [
    ...told.filter(({ section }) => !dismissed.isDemoted(section)),
    ...sections.flatMap((section) => told.filter((fact) => fact.section === section).slice(0, DEMOTED_MAX)),
  ];
}

/** Lines of nothing but sections that come less are last, whoever wrote them. */
export function arrangeLines(lines: readonly BriefLine[], dismissed: Dismissed): BriefLine[] {
  const isLess = ({ about }: BriefLine): boolean =>
    about.length > 0 && about.every(({ section }) => dismissed.isDemoted(section));
  return [...lines.filter((line) => !isLess(line)), ...lines.filter(isLess)];
}

/** Whether all that a line tells was dismissed. */
export function isDismissed({ about }: Pick<BriefFact, 'about'>, dismissed: Dismissed): boolean {
  return about.length > 0 && about.every((subject) => dismissed.has(subject));
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
