import { z } from 'zod';
import { requestEnvelope } from '../threads/threadProtocol.ts';

/** What the two sides of the indexer's thread say to each other. */

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

export const indexerEnvelopeSchema = requestEnvelope(indexerRequestSchema);
