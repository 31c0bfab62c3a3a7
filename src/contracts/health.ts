import { z } from 'zod';

/** The version of the messages between a window and the workspace. It grows with every change that an older side would misread. */
export const PROTOCOL_VERSION = 1;

/** Something that happened by itself and that the user should know: a code of the catalogue, with fields. */
export const noticeSchema = z.object({
  code: z.enum(['corruptMovedAside', 'draftsRecovered', 'draftKeptAsCopy']),
  fields: z.record(z.string(), z.string()),
});
export type Notice = z.infer<typeof noticeSchema>;

/** What the hosts and the About screen say of a running workspace. */
export const healthSchema = z.object({
  /** The program's version. */
  version: z.string(),
  /** The version of the link between window and core. */
  protocol: z.int(),
  host: z.enum(['desktop', 'browser', 'test']),
  /** The workspace's folder. */
  folder: z.string(),
  /** What happened while opening. */
  notices: z.array(noticeSchema),
});
export type Health = z.infer<typeof healthSchema>;
