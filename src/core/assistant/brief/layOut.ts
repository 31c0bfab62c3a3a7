import type { BriefLine } from '../../../contracts/brief.ts';
import type { BriefFact } from './gatherFacts.ts';

/** The facts as they are, one line each, in the order of the day. */
export function layOut(facts: readonly BriefFact[]): BriefLine[] {
  return facts.map(({ pieces }) => ({ pieces: [...pieces], about: [] }));
}
