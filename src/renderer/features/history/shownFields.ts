import type { HistoryEntry } from '../../../contracts/change.ts';
import { tellingFields } from './describeField.ts';

export type ShownChange = Pick<HistoryEntry, 'operation' | 'recordKind' | 'before' | 'after'>;

/** Fields that an added or deleted record shows; its title stands above them already. */
const NAMED = new Set(['id', 'title', 'name', 'taskId', 'sortOrder', 'author']);

export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** The fields of a change that tell something. */
export function shownFields({ operation, before, after }: ShownChange): readonly string[] {
  if (operation === 'update') {
    const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
    return tellingFields([...fields]).filter((name) => name !== 'sortOrder');
  }
  const image = after ?? before ?? {};
  return tellingFields(Object.keys(image)).filter((name) => !NAMED.has(name) && !isEmpty(image[name]));
}
