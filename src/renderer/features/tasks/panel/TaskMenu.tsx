import { ArrowUpToLine, CopyPlus, Ellipsis, Sparkles, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../../components/ui/Menu.tsx';
import { showError } from '../../../components/ui/showError.ts';
import { useLastingMutation } from '../../../lib/useLastingMutation.ts';
import { client, trpc } from '../../../trpc.ts';
import { useChat } from '../../chat/useChat.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { offerUndo } from '../../undo/undo.ts';
import { useIsPopOut, useShowTask } from '../../windows/popOut.ts';
import { useTaskMove } from '../drag/useTaskMove.ts';

interface TaskMenuProps {
  task: Task;
  onRemove: () => void;
  /** Further items, above the last group: what opens it in a window of its own. */
  children?: ReactNode;
}

/** What else can be done with the open task. */
export function TaskMenu({ task, onRemove, children }: TaskMenuProps) {
  const { t } = useTranslation(['taskPanel', 'tasks']);
  const chat = useChat();
  const isPopOut = useIsPopOut();
  const showTask = useShowTask();
  const move = useTaskMove();
  const { mutate: create } = useLastingMutation(trpc.tasks.create.mutationOptions());
  const duplicate = (): void => {
    const { title, description, priority, dueDate, dueTime, projectId, labels, assignees } = task;
    create(
      { title, description: untick(description), priority, dueDate, dueTime, projectId, labels, assignees },
      {
        onSuccess: (copy) => {
          offerUndo({ changeSetId: copy.changeSetId, message: t('menu.duplicated', { title: copy.title }) });
          showTask(copy.id);
        },
        onError: (error) => showError(error),
      },
    );
  };
  const moveToTop = (): void => {
    client.tasks.list
      .query({ status: 'open', sort: 'manual', limit: 2 })
      .then(({ items }) => {
        const first = items.find((other) => other.id !== task.id);
        if (first !== undefined)
          move({ ids: [task.id], after: null, before: first.id }, { said: t('menu.onTop', { title: task.title }) });
      })
      .catch((error: unknown) => showError(error));
  };
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label={t('tasks:panel.more')}>
          <Ellipsis aria-hidden />
        </IconButton>
      </MenuTrigger>
      <MenuContent align="end">
        {isPopOut ? null : (
          <>
            <MenuItem onSelect={() => chat.open({ scope: { kind: 'task', id: task.id } })}>
              <Sparkles aria-hidden className="text-assistant!" />
              {t('tasks:panel.ask')}
            </MenuItem>
            {children}
            <MenuSeparator />
          </>
        )}
        <MenuItem onSelect={duplicate}>
          <CopyPlus aria-hidden />
          {t('menu.duplicate')}
        </MenuItem>
        {task.status === 'done' ? null : (
          <MenuItem onSelect={moveToTop}>
            <ArrowUpToLine aria-hidden />
            {t('menu.moveToTop')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem isDestructive shortcut={keysOf('delete')} onSelect={onRemove}>
          <Trash2 aria-hidden />
          {t('tasks:panel.delete')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

/** A copy begins anew: its boxes are empty. */
function untick(markdown: string): string {
  return markdown.replace(/^([\t >]*(?:[-*+]|\d{1,9}[.)])[\t ]+)\[[xX]\]/gmu, '$1[ ]');
}
