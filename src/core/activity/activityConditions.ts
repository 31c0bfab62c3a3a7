import type { ActivityFilter } from '../../contracts/activity.ts';
import type { Condition } from '../records/pager.ts';
import { endOfDay, startOfDay } from './dayBounds.ts';

/** A filter as conditions on the table `a`; none for everything. */
export function activityConditions(filter: ActivityFilter): Condition[] {
  const { who, agent, what, recordKind, projectId, conversationId, from, to } = filter;
  const where: Condition[] = [];
  const equals = (column: string, value: string | undefined): void => {
    if (value !== undefined) where.push({ sql: `a.${column} = ?`, values: [value] });
  };
  equals('conversation_id', conversationId);
  equals('project_id', projectId);
  equals('actor_name', agent);
  equals('record_kind', recordKind);
  equals('actor_kind', who);
  if (what === 'changes') where.push({ sql: `a.type = 'change'`, values: [] });
  if (what === 'tools') where.push({ sql: `a.type <> 'change'`, values: [] });
  if (from !== undefined) where.push({ sql: 'a.at >= ?', values: [startOfDay(from)] });
  if (to !== undefined) where.push({ sql: 'a.at < ?', values: [endOfDay(to)] });
  return where;
}
