import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_LIMIT_MAX } from '../../../contracts/page.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import type { TaskGrouping } from './taskSearch.ts';

/** How the group of a key is called. */
export function useGroupName(groupBy: TaskGrouping): (key: string) => string {
  const { t } = useTranslation(['tasks', 'common']);
  const projects = useProjects();
  const clients = useQuery({
    ...trpc.clients.list.queryOptions({ archived: 'include', limit: PAGE_LIMIT_MAX }),
    enabled: groupBy === 'client',
  }).data?.items;
  return useCallback(
    (key) => {
      switch (groupBy) {
        case 'none':
          return t('group.all');
        case 'status':
          return key === 'todo' || key === 'in_progress' || key === 'done' ? t(`common:status.${key}`) : key;
        case 'priority':
          return key === 'high' || key === 'medium' || key === 'low' ? t(`common:priority.${key}`) : key;
        case 'project':
          return key === 'none' ? t('common:noProject') : (projects.byId(key)?.name ?? t('group.unknown'));
        case 'client':
          if (key === 'none') return t('group.noClient');
          return clients?.find((client) => client.id === key)?.name ?? t('group.unknown');
        case 'due':
          return isDueGroup(key) ? t(`group.${key}`) : key;
      }
    },
    [groupBy, projects, clients, t],
  );
}

const DUE_GROUPS = ['overdue', 'earlier', 'today', 'thisWeek', 'later', 'noDate'] as const;
type DueGroup = (typeof DUE_GROUPS)[number];
const isDueGroup = (key: string): key is DueGroup => DUE_GROUPS.some((group) => group === key);
