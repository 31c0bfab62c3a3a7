/** Narrower than this no column gets; with more of them the board scrolls sideways. */
const MIN = 240;
/** Of a column at the edge that much may show, as a part of it, and still be seen to go on. */
const NEARLY_WHOLE = 0.75;

/**
 * How wide each of `count` columns is. They share the room where all of them fit; where they do not, the last one in sight
 * is plainly cut, so that it shows that there are more.
 * @param available the board's own width, `gutter` at both ends in it
 */
export function columnWidth({
  available,
  count,
  gap,
  gutter,
}: {
  available: number;
  count: number;
  gap: number;
  gutter: number;
}): number {
  const shared = Math.floor((available - 2 * gutter + gap) / Math.max(1, count)) - gap;
  if (shared >= MIN) return shared;
  const room = Math.max(0, available - gutter);
  const whole = Math.floor(room / (MIN + gap));
  const isNearlyWhole = whole > 0 && room - whole * (MIN + gap) > NEARLY_WHOLE * MIN;
  return isNearlyWhole ? Math.floor((room - whole * gap) / (whole + 0.5)) : MIN;
}
