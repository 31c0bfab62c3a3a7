import { z } from 'zod';
import { noteIdSchema, taskIdSchema } from './ids.ts';

/** A record that can have a window of its own. */
export const popOutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('task'), id: taskIdSchema }),
  z.strictObject({ kind: z.literal('note'), id: noteIdSchema }),
]);
export type PopOut = z.infer<typeof popOutSchema>;

/** How large its window opens, in CSS pixels. */
export const popOutSizes = {
  task: { width: 480, height: 720 },
  note: { width: 760, height: 800 },
} as const satisfies Record<PopOut['kind'], { width: number; height: number }>;

/**
 * The name by which a window asks for a screen in the main window, as `window.open`'s target. Nothing new opens where one is
 * there.
 */
export const MAIN_WINDOW = 'adiuva-main';

/** The path of the record's own window. */
export function popOutPath({ kind, id }: PopOut): string {
  return `/window/${kind}/${id}`;
}

/** The record whose window a path is; null for everything else, also for another spelling of the same path. */
export function readPopOutPath(path: string): PopOut | null {
  const [, kind, id] = /^\/window\/([a-z]+)\/([0-9a-f-]{36})$/u.exec(path) ?? [];
  const { data } = popOutSchema.safeParse({ kind, id });
  return data ?? null;
}
