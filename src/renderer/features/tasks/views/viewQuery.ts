import { taskSearchSchema, type TaskSearch } from '../taskSearch.ts';
import type { ViewQuery } from '../../../../contracts/view.ts';

/** What of an address of Tasks a view keeps: layout, filters, grouping and order, and nothing of the moment. */
export function viewQueryOf(search: TaskSearch): ViewQuery {
  const { layout, status, project, client, priority, label, assignee, due, text, group, sort } = search;
  return {
    layout: layout ?? 'list',
    ...(status === undefined ? {} : { status }),
    ...(project === undefined ? {} : { projectId: project === 'none' ? null : project }),
    ...(client === undefined ? {} : { clientId: client === 'none' ? null : client }),
    ...(priority === undefined ? {} : { priority }),
    ...(label === undefined ? {} : { label }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(due === undefined ? {} : { due }),
    ...(text === undefined ? {} : { text }),
    ...(group === undefined ? {} : { groupBy: group }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** The address that shows a view. What it says that this program does not know is left out. */
export function searchOfView({ id, query }: { id: string; query: ViewQuery }): TaskSearch {
  const orNone = <Id extends string>(value: Id | null | undefined): Id | 'none' | undefined =>
    value === null ? 'none' : value;
  return taskSearchSchema.parse({
    layout: query.layout === 'list' ? undefined : query.layout,
    status: query.status,
    project: orNone(query.projectId),
    client: orNone(query.clientId),
    priority: query.priority,
    label: query.label,
    assignee: query.assignee,
    due: query.due,
    text: query.text,
    group: query.groupBy,
    sort: query.sort,
    view: id,
  });
}

/** Whether an address shows something else than the view says: filters were changed since it was opened. */
export function isChanged(search: TaskSearch, view: { id: string; query: ViewQuery }): boolean {
  return keyOf(viewQueryOf(search)) !== keyOf(viewQueryOf(searchOfView(view)));
}

const keyOf = (query: ViewQuery): string =>
  JSON.stringify(Object.entries(query).toSorted(([one], [other]) => (one < other ? -1 : 1)));
