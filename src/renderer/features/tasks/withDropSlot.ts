import { type DropPlace, withSlot } from './drag/dropPlace.ts';
import { isHeading, type SlotLine, type TaskLine } from './taskLines.ts';

/** The lines with a slot where dragged tasks would land: beside a neighbour, or below the heading of their group. */
export function withDropSlot(lines: readonly TaskLine[], place: DropPlace): (TaskLine | SlotLine)[] {
  const slot: SlotLine = { kind: 'slot' };
  if (place.before === null && place.after === null) {
    const heading = lines.findIndex((line) => isHeading(line) && line.group === place.group);
    return heading < 0 ? [...lines] : [...lines.slice(0, heading + 1), slot, ...lines.slice(heading + 1)];
  }
  // The one before it first: at a group's end there is no other, and the next line is another group's heading.
  const beside = place.after === null ? place : { ...place, before: null };
  return withSlot<TaskLine | SlotLine>(lines, beside, { slot, idOf: (line) => ('id' in line ? line.id : null) });
}
