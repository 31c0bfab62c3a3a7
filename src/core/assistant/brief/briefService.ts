import type { z } from 'zod';
import type {
  Brief,
  BriefKey,
  BriefKind,
  BriefListItem,
  briefListInputSchema,
  BriefSubject,
} from '../../../contracts/brief.ts';
import type { Page } from '../../../contracts/page.ts';

/** The daily brief and the weekly review, as hosts and scripts have them. */
export interface BriefService {
  /**
   * `today` is the caller's day; null takes the clock's. A review is of the week that one made on `of`, or on `today`, is of:
   * from Thursday on the week that ends, before that the one that ended.
   */
  generate(today: string | null, kind?: BriefKind, of?: string): Promise<Brief>;
  /** The one written last, or null. */
  latest(): Brief | null;
  list(input: z.output<typeof briefListInputSchema>): Page<BriefListItem>;
  /** As it was written, without lines whose records have gone since or were dismissed. @throws AdiuvaError `notFound` */
  get(key: BriefKey): Brief;
  /** Lines about these are left out for seven days, and sections in which much is dismissed come less. */
  dismiss(about: readonly BriefSubject[]): void;
  /** Takes that back. */
  restore(about: readonly BriefSubject[]): void;
}
