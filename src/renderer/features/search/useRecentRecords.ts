import { useQueries, useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { clientIdSchema, noteIdSchema, projectIdSchema, taskIdSchema } from '../../../contracts/ids.ts';
import type { SearchItem } from '../../../contracts/search.ts';
import { isGoneError } from '../../i18n/errorData.ts';
import { client, trpc } from '../../trpc.ts';
import { subjectOf } from '../commands/subject.ts';
import { forgetRecent, readRecent, type RecentRecord, rememberRecent } from './recentRecords.ts';

/** The folder tells workspaces apart: the browser keeps what it is told by the address, which they share. */
function useWorkspaceFolder(): string | undefined {
  return useQuery(trpc.health.get.queryOptions()).data?.folder;
}

/** Keeps which record was opened last. */
export function useRememberRecent(): void {
  const workspace = useWorkspaceFolder();
  const pathname = useLocation({ select: (location) => location.pathname });
  const search = useSearch({ strict: false });
  const subject = subjectOf({ pathname, search }, null);
  const kind = subject?.kind;
  const id = subject?.id;
  useEffect(() => {
    if (workspace !== undefined && kind !== undefined && id !== undefined)
      rememberRecent(localStorage, workspace, { kind, id });
  }, [workspace, kind, id]);
}

/** What was opened last, as it is called now, without what is gone. */
export function useRecentRecords(isEnabled: boolean, count: number): readonly SearchItem[] {
  const workspace = useWorkspaceFolder();
  const [records] = useState(() => (workspace === undefined ? [] : readRecent(localStorage, workspace)));
  const results = useQueries({
    queries: records.map((record) => ({
      queryKey: ['recent', record.kind, record.id],
      queryFn: () => readRecord(record),
      enabled: isEnabled,
      staleTime: 0,
      gcTime: 0,
    })),
  });
  const gone = records.filter((_, index) => isGoneError(results[index]?.error));
  const goneIds = gone.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (workspace !== undefined && goneIds !== '') forgetRecent(localStorage, workspace, new Set(goneIds.split(' ')));
  }, [workspace, goneIds]);
  return results.flatMap(({ data }) => (data === undefined ? [] : [data])).slice(0, count);
}

/** A record as search would find it. @throws what the API answers, `notFound` where it is gone */
export async function readRecord({ kind, id }: RecentRecord): Promise<SearchItem> {
  const item = { kind, id, snippet: '' };
  switch (kind) {
    case 'task': {
      const { title, projectId } = await client.tasks.get.query({ id: taskIdSchema.parse(id) });
      return { ...item, title, projectId };
    }
    case 'note': {
      const { title, projectId } = await client.notes.get.query({ id: noteIdSchema.parse(id) });
      return { ...item, title, projectId };
    }
    case 'project': {
      const { name } = await client.projects.get.query({ id: projectIdSchema.parse(id) });
      return { ...item, title: name, projectId: id };
    }
    case 'client': {
      const { name } = await client.clients.get.query({ id: clientIdSchema.parse(id) });
      return { ...item, title: name, projectId: null };
    }
  }
}
