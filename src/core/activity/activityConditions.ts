import type { ActivityFilter } from '../../contracts/activity.ts';
import type { Condition } from '../records/pager.ts';
import { endOfDay, startOfDay } from './dayBounds.ts';

/**
 * A filter as conditions on the table `a`; none for everything. Every column has an index in the order of the list, and
 * the one that finds fewest rows is to be used: the unary plus keeps the planner, which has no statistics, from the others.
 */
export function activityConditions(filter: ActivityFilter): Condition[] {
  const { who, agent, what, recordKind, projectId, conversationId, from, to } = filter;
  const where: Condition[] = [];
  const add = (column: string, comparison: string, value?: string): void => {
    const plus = where.length > 0 ? '+' : '';
    where.push({ sql: `${plus}a.${column} ${comparison}`, values: value === undefined ? [] : [value] });
  };
  // From the rarest on.
  if (conversationId !== undefined) add('conversation_id', '= ?', conversationId);
  if (projectId !== undefined) add('project_id', '= ?', projectId);
  if (agent !== undefined) add('actor_name', '= ?', agent);
  // A name is an agent's.
  const isTold = agent !== undefined && who === 'agent';
  if (who !== undefined && who !== 'user' && !isTold) add('actor_kind', '= ?', who);
  if (what === 'tools') add('type', `<> 'change'`);
  if (recordKind !== undefined) add('record_kind', '= ?', recordKind);
  if (who === 'user') add('actor_kind', '= ?', who);
  if (what === 'changes') where.push({ sql: `+a.type = 'change'`, values: [] });
  if (from !== undefined) where.push({ sql: 'a.at >= ?', values: [startOfDay(from)] });
  if (to !== undefined) where.push({ sql: 'a.at < ?', values: [endOfDay(to)] });
  return where;
}
