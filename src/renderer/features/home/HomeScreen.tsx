import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskListItem } from '../../../contracts/task.ts';
import { formatDayHeading } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { Boundary } from '../shell/Boundary.tsx';
import { EditorialColumns, EditorialPage } from '../shell/Page.tsx';
import { useSettings } from '../settings/useSettings.ts';
import { QuickAdd } from '../quickAdd/QuickAdd.tsx';
import { BriefButtons, BriefCard } from './Brief.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { HomeSuggestions } from './HomeSuggestions.tsx';
import { HomeTasks } from './HomeTasks.tsx';
import { NextCheckpoints } from './NextCheckpoints.tsx';
import { RecentNotes } from './RecentNotes.tsx';
import { useBrief } from './useBrief.ts';
import { useDayPart } from './useDayPart.ts';

export function HomeScreen() {
  const { t } = useTranslation('home');
  const navigate = useNavigate();
  const today = useToday();
  const { userName } = useSettings();
  const greeting = t(`greeting.${useDayPart()}`);
  const brief = useBrief();
  const isEmpty = useIsEmpty();
  // Whoever wrote the first task here goes on in the same field.
  const [wasEmpty, setWasEmpty] = useState(false);
  if (isEmpty === true && !wasEmpty) setWasEmpty(true);
  const openTask = useCallback(
    (task: TaskListItem) => {
      void navigate({ to: '/tasks', search: { task: task.id } });
    },
    [navigate],
  );
  return (
    <EditorialPage title={t('title')}>
      <div className="mb-6 flex items-end gap-4">
        <div className="min-w-0 flex-1">
          <p className="mb-0.5 text-muted-foreground">{formatDayHeading(today)}</p>
          <h1 className="type-display break-words">
            {userName === '' ? greeting : t('greeting.named', { greeting, name: userName })}
          </h1>
        </div>
        {isEmpty === false ? <BriefButtons brief={brief} /> : null}
      </div>
      {isEmpty === undefined ? null : isEmpty ? (
        <FirstSteps quickAdd={<QuickAdd autoFocus hint="Enter" defaultDay={today} />} />
      ) : (
        <EditorialColumns>
          <div className="min-w-0">
            <Boundary part="line">
              <BriefCard brief={brief} />
            </Boundary>
            <div className="mb-4">
              <QuickAdd defaultDay={today} autoFocus={wasEmpty} />
            </div>
            <Boundary part="line">
              <HomeTasks onOpen={openTask} />
            </Boundary>
          </div>
          <div className="min-w-0">
            <Boundary part="line">
              <HomeSuggestions />
            </Boundary>
            <Boundary part="line">
              <NextCheckpoints />
            </Boundary>
            <Boundary part="line">
              <RecentNotes />
            </Boundary>
          </div>
        </EditorialColumns>
      )}
    </EditorialPage>
  );
}

/** Whether the workspace has nothing in it yet; undefined until that is known. */
function useIsEmpty(): boolean | undefined {
  const today = useToday();
  const counts = useQuery(trpc.tasks.counts.queryOptions({ today }));
  const notes = useQuery(trpc.notes.count.queryOptions());
  const projects = useQuery(trpc.projects.list.queryOptions({ status: 'all', limit: 1 }));
  const suggestions = useQuery(trpc.suggestions.count.queryOptions());
  // What cannot be read is not nothing: the screen's parts say so themselves.
  if (counts.isError || notes.isError || projects.isError || suggestions.isError) return false;
  if (!counts.data || !notes.data || !projects.data || !suggestions.data) return undefined;
  const total =
    counts.data.open + counts.data.done + notes.data.count + projects.data.items.length + suggestions.data.count;
  return total === 0;
}
