import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import type { Words } from './describeField.ts';

const allClients = trpc.clients.list.queryOptions({ archived: 'include', limit: PAGE_LIMIT_MAX });

/** What sentences about changes need to know: the day, and names of projects and clients. */
export function useWords(): Words {
  const today = useToday();
  const projects = useProjects();
  const { data: clients } = useQuery(allClients);
  return useMemo(() => {
    const names = new Map<string, string>(clients?.items.map(({ id, name }) => [id, name]));
    return { today, projectName: (id) => projects.byId(id)?.name, clientName: (id) => names.get(id) };
  }, [today, projects, clients]);
}
