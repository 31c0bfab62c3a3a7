import { z } from 'zod';
import { recordKindSchema } from './record.ts';

export const SEARCH_TEXT_MAX = 2_000;
export const searchQuerySchema = z.object({
  text: z.string().max(SEARCH_TEXT_MAX),
  limit: z.int().min(1).max(100).default(20),
  kinds: z.array(recordKindSchema).min(1).optional(),
  projectId: z.uuid().optional(),
});
export type SearchQuery = z.input<typeof searchQuerySchema>;

/**
 * A hit. In `snippet` what matched stands between U+E000 and U+E001 (private use, so that no text can forge a mark and
 * the snippet stays plain text).
 */
export const searchItemSchema = z.object({
  kind: recordKindSchema,
  id: z.string(),
  title: z.string(),
  snippet: z.string(),
  projectId: z.string().nullable(),
});
export type SearchItem = z.infer<typeof searchItemSchema>;
export const SNIPPET_MARK_START = '\uE000';
export const SNIPPET_MARK_END = '\uE001';

export const searchStatusSchema = z.object({
  /** Records that wait for the indexer. Full text needs no waiting. */
  pending: z.int(),
  /** Records the indexer gave up on for now. */
  failed: z.int(),
  embedder: z.string(),
});
export type SearchStatus = z.infer<typeof searchStatusSchema>;
