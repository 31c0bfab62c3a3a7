import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../contracts/ids.ts';
import { isGoneError } from '../../i18n/errorData.ts';
import { trpc } from '../../trpc.ts';
import { DensePage } from '../shell/Page.tsx';
import { CopyLinkButton } from '../tasks/panel/CopyLinkButton.tsx';
import { TaskMenu } from '../tasks/panel/TaskMenu.tsx';
import { OpenTask } from '../tasks/panel/TaskPanel.tsx';
import { TaskPlace } from '../tasks/panel/TaskPlace.tsx';
import { useTaskActions } from '../tasks/useTaskActions.ts';
import { OpenInMainButton } from './OpenInMainButton.tsx';
import { closeWindow } from './openInWindow.ts';

/** From here on, in CSS pixels, the title is scrolled away. */
const TITLE_HEIGHT = 28;

/** One task as a whole window: what the side panel has, under its own topbar. */
export function TaskWindow({ taskId }: { taskId: TaskId }) {
  const { t } = useTranslation(['tasks', 'windows']);
  const actions = useTaskActions();
  const [isTitleAway, setIsTitleAway] = useState(false);
  const { data: task, error } = useQuery(trpc.tasks.get.queryOptions({ id: taskId }));
  const isGone = isGoneError(error);
  const isThere = task !== undefined && !isGone;
  return (
    <DensePage
      title={task?.title ?? t('panel.label')}
      // The name is not said twice: it comes here when the title is scrolled away.
      isTitleHidden={isThere && !isTitleAway}
      lead={
        isThere && !isTitleAway ? (
          <div className="min-w-0 truncate type-meta text-muted-foreground">
            <TaskPlace projectId={task.projectId} />
          </div>
        ) : null
      }
      actions={
        isThere ? (
          <>
            {task.isApproved ? (
              <>
                <CopyLinkButton taskId={taskId} />
                {/* It stays, says so, and can be undone here: no other window has this one's steps. */}
                <TaskMenu task={task} onRemove={() => actions.remove(task)} />
              </>
            ) : null}
            <OpenInMainButton record={{ kind: 'task', id: taskId }} />
          </>
        ) : null
      }
    >
      <section
        aria-label={t('panel.label')}
        onScrollCapture={({ target, currentTarget }) => {
          if (target instanceof HTMLElement && target.parentElement === currentTarget)
            setIsTitleAway(target.scrollTop > TITLE_HEIGHT);
        }}
        className="flex min-h-0 flex-1 flex-col bg-surface pt-3"
      >
        <OpenTask taskId={taskId} onClose={closeWindow} />
      </section>
    </DensePage>
  );
}
