import type { BriefLine } from '../../../contracts/brief.ts';
import type { BriefFact } from './briefFact.ts';

/** The facts as they are, one line each, in the order they are told in. */
export function layOut(facts: readonly BriefFact[]): BriefLine[] {
  return facts.map(({ pieces, about }) => ({ pieces: [...pieces], about: [...about] }));
}
