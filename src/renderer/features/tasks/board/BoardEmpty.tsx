import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../../trpc.ts';
import { isNarrowed } from '../taskQuery.ts';
import type { TaskSearch } from '../taskSearch.ts';
import { TasksEmpty } from '../TasksEmpty.tsx';

interface BoardEmptyProps {
  search: TaskSearch;
  today: string;
  onChange: (changes: Partial<TaskSearch>) => void;
}

/** In place of columns without a single card: why, and the way forward. */
export function BoardEmpty({ search, today, onChange }: BoardEmptyProps) {
  const counts = useQuery(trpc.tasks.counts.queryOptions({ today })).data;
  if (counts === undefined) return null;
  return <TasksEmpty search={search} isNarrowed={isNarrowed(search)} doneCount={counts.done} onChange={onChange} />;
}
