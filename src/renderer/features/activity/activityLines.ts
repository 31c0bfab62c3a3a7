import type { ActivityItem } from '../../../contracts/activity.ts';
import { dayOf } from '../../i18n/format.ts';

/** One line of the list. `count` is null while it is not known: the day may go on in pages that are not loaded. */
export type ActivityLine =
  | { readonly kind: 'day'; readonly key: string; readonly day: string; readonly count: number | null }
  | { readonly kind: 'item'; readonly key: string; readonly item: ActivityItem };

/** Rows under their days, newest first. `isWhole`: there are no more pages. */
export function linesByDay(items: readonly ActivityItem[], isWhole: boolean): ActivityLine[] {
  const days: { day: string; items: ActivityItem[] }[] = [];
  for (const item of items) {
    const day = dayOf(item.at);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days.flatMap(({ day, items: members }, index): ActivityLine[] => [
    {
      kind: 'day',
      // A clock that was set back can bring a day twice.
      key: `${day}-${members[0]?.sequence ?? 0}`,
      day,
      count: isWhole || index < days.length - 1 ? members.length : null,
    },
    ...members.map((item): ActivityLine => ({ kind: 'item', key: String(item.sequence), item })),
  ]);
}
