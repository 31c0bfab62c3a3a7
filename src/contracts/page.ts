import { z } from 'zod';

export const PAGE_LIMIT_MAX = 1_000;
export const PAGE_LIMIT_DEFAULT = 50;

/** Pages go by key: `cursor` is what the last page's `nextCursor` said, opaque to the caller. */
export const pageInputSchema = z.object({
  limit: z.int().min(1).max(PAGE_LIMIT_MAX).default(PAGE_LIMIT_DEFAULT),
  cursor: z.string().max(4_000).nullish(),
});

export interface Page<Item> {
  items: Item[];
  /** null on the last page */
  nextCursor: string | null;
}

/** What lists show of records that wait for approval. `exclude` is what counts, search and the assistant see. */
export const pendingSchema = z.enum(['exclude', 'include', 'only']);
export type Pending = z.infer<typeof pendingSchema>;
