import { z } from 'zod';

/** What the two sides of the indexer's thread say to each other. Each request gets one answer with its `id`. */

const embedderTextSchema = z.object({ title: z.string(), body: z.string() });

export const indexerRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), folder: z.string(), table: z.string(), embedder: z.string(), wipe: z.boolean() }),
  z.object({
    type: z.literal('write'),
    documents: z.array(embedderTextSchema.extend({ key: z.string(), kind: z.string() })),
    removed: z.array(z.string()),
  }),
  z.object({ type: z.literal('search'), text: z.string(), limit: z.int(), kinds: z.array(z.string()).nullable() }),
  z.object({ type: z.literal('compact') }),
  z.object({ type: z.literal('close') }),
]);
export type IndexerRequest = z.infer<typeof indexerRequestSchema>;

export const openedSchema = z.object({ isNew: z.boolean(), rows: z.int(), keys: z.int(), version: z.int() });
export type Opened = z.infer<typeof openedSchema>;

/** `embedded`: those of the documents that have a vector now; a text without a word has none. */
export const writtenSchema = z.object({ embedded: z.array(z.string()), version: z.int(), isFragmented: z.boolean() });
export type Written = z.infer<typeof writtenSchema>;

export const foundSchema = z.array(z.object({ key: z.string(), similarity: z.number() }));
export type Found = z.infer<typeof foundSchema>;

export const requestEnvelopeSchema = z.object({ id: z.int(), request: indexerRequestSchema });
export const answerEnvelopeSchema = z.union([
  z.object({ id: z.int(), error: z.string() }),
  z.object({ id: z.int(), value: z.unknown() }),
]);
export type AnswerEnvelope = { id: number; value: unknown } | { id: number; error: string };
