import { describe, expect, it } from 'vitest';
import { type TaskId, taskIdSchema } from '../../../../src/contracts/ids.ts';
import {
  type ColumnOrder,
  type Direction,
  type KeyMove,
  placeByKey,
} from '../../../../src/renderer/features/tasks/board/boardPlace.ts';

const id = (number: number): TaskId =>
  taskIdSchema.parse(`01900000-0000-7000-8000-${String(number).padStart(12, '0')}`);
const [a, b, c, x, y, z] = [id(1), id(2), id(3), id(4), id(5), id(6)];
const columns: ColumnOrder[] = [
  { key: 'todo', order: [a, b, c], isManual: true },
  { key: 'in_progress', order: [x, y], isManual: true },
  { key: 'done', order: [z], isManual: false },
];
const press = (active: TaskId, direction: Direction, moved: readonly TaskId[] = [active]): KeyMove | null =>
  placeByKey(columns, { active, moved }, direction, { groupBy: 'status', today: '2026-11-19' });
const placed = (group: string, after: TaskId | null, before: TaskId | null, position: number): KeyMove => ({
  kind: 'place',
  place: { group, after, before, isOrdered: true },
  position,
});

describe('Alt and an arrow', () => {
  it('moves a card one place up or down in its column', () => {
    expect(press(b, 'up')).toEqual(placed('todo', null, a, 1));
    expect(press(b, 'down')).toEqual(placed('todo', c, null, 3));
    expect(press(a, 'down')).toEqual(placed('todo', b, c, 2));
  });

  it('stops at the ends, and says which', () => {
    expect(press(a, 'up')).toEqual({ kind: 'refused', why: 'atStart' });
    expect(press(c, 'down')).toEqual({ kind: 'refused', why: 'atEnd' });
    expect(press(a, 'left')).toEqual({ kind: 'refused', why: 'noColumn' });
    expect(press(z, 'right')).toEqual({ kind: 'refused', why: 'noColumn' });
  });

  it('brings a card into the next column, as far down as it was', () => {
    expect(press(b, 'right')).toEqual(placed('in_progress', x, y, 2));
    expect(press(a, 'right')).toEqual(placed('in_progress', null, x, 1));
    // The column is shorter: its end.
    expect(press(c, 'right')).toEqual(placed('in_progress', y, null, 3));
    expect(press(y, 'left')).toEqual(placed('todo', a, b, 2));
  });

  it('names no neighbours where the column is sorted by itself', () => {
    expect(press(x, 'right')).toEqual({
      kind: 'place',
      place: { group: 'done', after: null, before: null, isOrdered: false },
      position: 1,
    });
    expect(press(z, 'up')).toEqual({ kind: 'refused', why: 'sorted' });
  });

  it('takes the selected ones along', () => {
    expect(press(a, 'right', [a, c])).toEqual(placed('in_progress', null, x, 1));
    expect(press(a, 'down', [a, b])).toEqual(placed('todo', c, null, 2));
    expect(press(b, 'down', [a, b, c])).toEqual({ kind: 'refused', why: 'atEnd' });
  });

  it('says where a task cannot be brought by hand', () => {
    const days = [
      { key: 'overdue', order: [a], isManual: true },
      { key: 'today', order: [b], isManual: true },
    ];
    const move = placeByKey(days, { active: b, moved: [b] }, 'left', { groupBy: 'due', today: '2026-11-19' });
    expect(move).toEqual({ kind: 'refused', why: 'notThere', key: 'overdue' });
  });

  it('means nothing for a card that is in no column', () => {
    expect(press(id(9), 'up')).toBeNull();
  });
});
