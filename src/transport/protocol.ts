import { z } from 'zod';

/** How large one message may be, in bytes where a carrier counts them, in UTF-16 code units elsewhere. Three longest notes fit. */
export const MESSAGE_MAX = 64 * 1024 * 1024;
/** How many requests of one connection may be under way at once, subscriptions included. */
export const LIVE_REQUESTS_MAX = 1_024;

const idSchema = z.int().nonnegative();

/**
 * The first message of a window, and again after it was reloaded: what a session before it left is aborted. The answer
 * carries the same session, so that a window knows which answers are meant for it.
 * Unknown keys are let through: a newer side must be understood well enough to be told its version does not fit.
 */
const helloSchema = z.object({
  kind: z.literal('hello'),
  protocol: z.int().nonnegative(),
  session: z.string().min(1).max(100),
});

const requestSchema = z.strictObject({
  kind: z.literal('request'),
  id: idSchema,
  type: z.enum(['query', 'mutation', 'subscription']),
  /** `tasks.list` */
  path: z.string().min(1).max(200),
  input: z.unknown().optional(),
  /** Of a tracked subscription that goes on: the last event that arrived. */
  lastEventId: z.string().max(1_000).optional(),
});

/** The caller left. No answer follows. */
const cancelSchema = z.strictObject({ kind: z.literal('cancel'), id: idSchema });

/** From a window to the workspace. */
export const clientMessageSchema = z.discriminatedUnion('kind', [helloSchema, requestSchema, cancelSchema]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;
export type RequestMessage = z.infer<typeof requestSchema>;

/** tRPC's error shape; contracts' ErrorData is in `data.adiuva`. */
export const errorShapeSchema = z.looseObject({
  code: z.int(),
  message: z.string(),
  data: z.looseObject({}),
});
export type ErrorShape = z.infer<typeof errorShapeSchema>;

/** From the workspace to a window. `data` is absent where a procedure answers nothing. */
export const serverMessageSchema = z.discriminatedUnion('kind', [
  helloSchema,
  /** The answer to a hello that does not fit; nothing else will be answered. */
  z.object({ kind: z.literal('refused'), session: z.string(), error: errorShapeSchema }),
  z.object({ kind: z.literal('result'), id: idSchema, data: z.unknown().optional() }),
  /** Ends a request. With `id` null it answers a message that could not be read. */
  z.object({ kind: z.literal('error'), id: idSchema.nullable(), error: errorShapeSchema }),
  /** The subscription runs; `data` messages follow, then `complete` or `error`. */
  z.object({ kind: z.literal('started'), id: idSchema }),
  z.object({ kind: z.literal('data'), id: idSchema, data: z.unknown().optional(), eventId: z.string().optional() }),
  z.object({ kind: z.literal('complete'), id: idSchema }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
