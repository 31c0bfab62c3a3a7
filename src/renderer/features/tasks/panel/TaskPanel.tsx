import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { Task } from '../../../../contracts/task.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { ErrorLine } from '../../../components/ui/ErrorState.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { SidePanel, SidePanelBody, SidePanelFoot, SidePanelTop } from '../../../components/ui/SidePanel.tsx';
import { SkeletonRows } from '../../../components/ui/Skeleton.tsx';
import { isGoneError } from '../../../i18n/errorData.ts';
import { trpc } from '../../../trpc.ts';
import { Boundary } from '../../shell/Boundary.tsx';
import { SuggestionCard } from '../../suggestions/SuggestionCard.tsx';
import { usePendingSuggestions } from '../../suggestions/usePendingSuggestions.ts';
import { OpenInWindowItem } from '../../windows/OpenInWindowItem.tsx';
import type { TaskActions } from '../useTaskActions.ts';
import { CommentComposer } from './CommentComposer.tsx';
import { CopyLinkButton } from './CopyLinkButton.tsx';
import { TaskComments } from './TaskComments.tsx';
import { TaskDates } from './TaskDates.tsx';
import { TaskDescription } from './TaskDescription.tsx';
import { TaskGone } from './TaskGone.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { TaskMenu } from './TaskMenu.tsx';
import { TaskPlace } from './TaskPlace.tsx';
import { TaskProperties } from './TaskProperties.tsx';
import { TaskTitle } from './TaskTitle.tsx';

interface TaskPanelProps {
  taskId: TaskId;
  onClose: () => void;
  actions: TaskActions;
}

/** One task at the end of the list: everything about it can be changed here. */
export function TaskPanel({ taskId, onClose, actions }: TaskPanelProps) {
  const { t } = useTranslation('tasks');
  const { task, isGone } = useOpenTask(taskId);
  return (
    <SidePanel aria-label={t('panel.label')}>
      <SidePanelTop
        actions={
          <>
            {task === undefined || isGone || !task.isApproved ? null : (
              <>
                <CopyLinkButton taskId={taskId} />
                <TaskMenu task={task} onRemove={() => actions.remove(task, onClose)}>
                  <OpenInWindowItem record={{ kind: 'task', id: taskId }} />
                </TaskMenu>
              </>
            )}
            <IconButton label={t('panel.close')} shortcut="Esc" onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          </>
        }
      >
        {task === undefined ? null : <TaskPlace projectId={task.projectId} />}
      </SidePanelTop>
      <Boundary part="panelBody">
        <OpenTask taskId={taskId} onClose={onClose} />
      </Boundary>
    </SidePanel>
  );
}

function useOpenTask(taskId: TaskId) {
  const { data: task, error, refetch } = useQuery(trpc.tasks.get.queryOptions({ id: taskId }));
  return { task, error, refetch, isGone: isGoneError(error) };
}

/** Everything about a task, whatever frames it: while it loads, after it is gone, or what went wrong. */
export function OpenTask({ taskId, onClose }: { taskId: TaskId; onClose: () => void }) {
  const { t } = useTranslation('tasks');
  const { task, error, refetch, isGone } = useOpenTask(taskId);
  if (task !== undefined) return <TaskContent task={task} isGone={isGone} onClose={onClose} />;
  return (
    <SidePanelBody>
      {error === null ? (
        <SkeletonRows count={6} />
      ) : isGone ? (
        <div role="alert">
          <p className="type-heading">{t('panel.goneTitle')}</p>
          <p className="mt-1 text-muted-foreground">{t('panel.goneBody')}</p>
          <Button size="sm" className="mt-3" onClick={onClose}>
            {t('panel.close')}
          </Button>
        </div>
      ) : (
        <ErrorLine title={t('panel.error')} error={error} onRetry={() => void refetch()} />
      )}
    </SidePanelBody>
  );
}

function TaskContent({ task, isGone, onClose }: { task: Task; isGone: boolean; onClose: () => void }) {
  const suggestions = usePendingSuggestions();
  const creating = suggestions.creating(task.id);
  const changing = suggestions.changing(task.id);
  const isPending = !task.isApproved;
  return (
    <>
      <SidePanelBody>
        {isGone ? <TaskGone task={task} onClose={onClose} /> : null}
        {isPending && creating ? <SuggestionCard suggestion={creating} showsProject={false} className="mb-1" /> : null}
        {isPending ? (
          <h2 className={creating ? 'sr-only' : 'type-heading text-balance break-words'}>{task.title}</h2>
        ) : (
          <TaskTitle task={task} />
        )}
        <TaskProperties task={task} isReadOnly={isPending || isGone} />
        {changing.length === 0 ? null : (
          <div className="mb-3 grid gap-2">
            {changing.map((suggestion) => (
              <SuggestionCard key={suggestion.id} suggestion={suggestion} showsProject={false} />
            ))}
          </div>
        )}
        <TaskDescription task={task} isReadOnly={isPending} />
        {isPending || isGone ? null : (
          <>
            <TaskComments taskId={task.id} />
            <TaskHistory taskId={task.id} />
            <TaskDates task={task} />
          </>
        )}
      </SidePanelBody>
      {isPending || isGone ? null : (
        <SidePanelFoot>
          <CommentComposer taskId={task.id} />
        </SidePanelFoot>
      )}
    </>
  );
}
