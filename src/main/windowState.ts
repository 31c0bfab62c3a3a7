import type { Rectangle } from 'electron';
import { z } from 'zod';

export const MIN_WIDTH = 900;
export const MIN_HEIGHT = 600;

export const windowStateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** Where a window opens; without `x` and `y` the system centres it. */
export interface Placement {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

const usual = { width: 1280, height: 800 };
/** How much of a window has to be on a screen for its owner to find and move it. */
const grip = { width: 120, height: 48 };

/**
 * Where to open a window that was at `state` (unknown: whatever the file held). A window that was on a screen that is
 * gone, or is larger than any, comes back whole on the main one. `areas` are the screens' work areas, the main one first.
 */
export function placeWindow(state: unknown, areas: readonly Rectangle[]): Placement {
  const main = areas[0];
  const parsed = windowStateSchema.safeParse(state);
  if (!parsed.success) return { ...fit(usual, main), isMaximized: false };
  const { isMaximized, x, y, ...size } = parsed.data;
  const area = areas.find((candidate) => holdsGrip(candidate, parsed.data));
  if (area === undefined) return { ...fit(size, main), isMaximized };
  return { x, y, ...fit(size, area), isMaximized };
}

/** A further window stands a little beside the one it was opened from. */
export function placeBeside(bounds: Rectangle, areas: readonly Rectangle[]): Placement {
  const moved = { ...bounds, x: bounds.x + 24, y: bounds.y + 24 };
  const isInside = areas.some(
    (area) => moved.x + moved.width <= area.x + area.width && moved.y + moved.height <= area.y + area.height,
  );
  const { width, height } = bounds;
  return isInside
    ? { x: moved.x, y: moved.y, width, height, isMaximized: false }
    : { width, height, isMaximized: false };
}

/** How small the window of one record can be made. */
export const POP_OUT_MIN = { width: 360, height: 400 } as const;
/** Between a record's window and the one it was opened from. */
const GAP = 8;

/**
 * Where a record's window opens: at the end of the window that asked for it, else at its start, else over it, always whole on
 * that window's screen. `areas` are the screens' work areas, the main one first.
 */
export function placePopOut(
  size: { width: number; height: number },
  opener: Rectangle | null,
  areas: readonly Rectangle[],
): Omit<Placement, 'isMaximized'> {
  const area = areas.find((candidate) => opener !== null && holdsCentre(candidate, opener)) ?? areas[0];
  if (area === undefined) return size;
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  if (opener === null) return { width, height };
  const [start, end] = [opener.x - GAP - width, opener.x + opener.width + GAP];
  const over = opener.x + opener.width - width - 24;
  const x = end + width <= area.x + area.width ? end : start >= area.x ? start : over;
  return {
    x: between(x, area.x, area.x + area.width - width),
    y: between(opener.y + 24, area.y, area.y + area.height - height),
    width,
    height,
  };
}

const between = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

function holdsCentre(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const [left, top] = [x + width / 2 - area.x, y + height / 2 - area.y];
  return left >= 0 && left < area.width && top >= 0 && top < area.height;
}

/** Whether enough of the window's top edge, by which it is moved, lies in the area. */
function holdsGrip(area: Rectangle, window: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return visible >= grip.width && window.y >= area.y && window.y + grip.height <= area.y + area.height;
}

function fit(size: { width: number; height: number }, area: Rectangle | undefined): { width: number; height: number } {
  return {
    width: Math.max(MIN_WIDTH, Math.min(size.width, area?.width ?? size.width)),
    height: Math.max(MIN_HEIGHT, Math.min(size.height, area?.height ?? size.height)),
  };
}
