import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Sparkles, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import type { Task } from '../../../../contracts/task.ts';
import { Button } from '../../../components/ui/Button.tsx';
import { ErrorLine } from '../../../components/ui/ErrorState.tsx';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../../../components/ui/Menu.tsx';
import { SidePanel, SidePanelBody, SidePanelFoot, SidePanelTop } from '../../../components/ui/SidePanel.tsx';
import { SkeletonRows } from '../../../components/ui/Skeleton.tsx';
import { errorDataOf } from '../../../i18n/errorData.ts';
import { trpc } from '../../../trpc.ts';
import { useChat } from '../../chat/useChat.ts';
import { SuggestionCard } from '../../suggestions/SuggestionCard.tsx';
import { usePendingSuggestions } from '../../suggestions/usePendingSuggestions.ts';
import type { TaskActions } from '../useTaskActions.ts';
import { CommentComposer } from './CommentComposer.tsx';
import { TaskComments } from './TaskComments.tsx';
import { TaskDescription } from './TaskDescription.tsx';
import { TaskGone } from './TaskGone.tsx';
import { TaskHistory } from './TaskHistory.tsx';
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
  const chat = useChat();
  const { data: task, error, refetch } = useQuery(trpc.tasks.get.queryOptions({ id: taskId }));
  const code = error === null ? null : errorDataOf(error).code;
  const isGone = code === 'notFound' || code === 'deleted';
  return (
    <SidePanel aria-label={t('panel.label')}>
      <SidePanelTop
        actions={
          <>
            {task === undefined || isGone || !task.isApproved ? null : (
              <Menu>
                <MenuTrigger asChild>
                  <IconButton label={t('panel.more')}>
                    <Ellipsis aria-hidden />
                  </IconButton>
                </MenuTrigger>
                <MenuContent align="end">
                  <MenuItem onSelect={() => chat.open({ scope: { kind: 'task', id: taskId } })}>
                    <Sparkles aria-hidden className="text-assistant!" />
                    {t('panel.ask')}
                  </MenuItem>
                  <MenuItem isDestructive shortcut="Delete" onSelect={() => actions.remove(task, onClose)}>
                    <Trash2 aria-hidden />
                    {t('panel.delete')}
                  </MenuItem>
                </MenuContent>
              </Menu>
            )}
            <IconButton label={t('panel.close')} shortcut="Esc" onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          </>
        }
      >
        {task === undefined ? null : <TaskPlace projectId={task.projectId} />}
      </SidePanelTop>
      {task !== undefined ? (
        <TaskContent task={task} isGone={isGone} onClose={onClose} />
      ) : error !== null ? (
        <SidePanelBody>
          {isGone ? (
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
      ) : (
        <SidePanelBody>
          <SkeletonRows count={6} />
        </SidePanelBody>
      )}
    </SidePanel>
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
