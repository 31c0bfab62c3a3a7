import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import type { TaskId } from '../../../contracts/ids.ts';
import { readPopOutPath } from '../../../contracts/popOut.ts';
import { showInMain, windowNameOf } from './openInWindow.ts';

/** The paths of windows without sidebar and chat, those of nonsense too. */
const isPopOutPath = (path: string): boolean => path.startsWith('/window/');

/** Whether this window shows one record and nothing else. */
export function useIsPopOut(): boolean {
  return useRouterState({ select: ({ location }) => isPopOutPath(location.pathname) });
}

/** In a record's window, whatever leads to another screen leads to the main window. */
export function usePopOutLinks(): void {
  const { history } = useRouter();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isPopOut = isPopOutPath(path);
  useEffect(() => {
    const record = readPopOutPath(path);
    if (record !== null) window.name = windowNameOf(record);
  }, [path]);
  useEffect(() => {
    if (!isPopOut) return undefined;
    return history.block({
      enableBeforeUnload: false,
      blockerFn: ({ nextLocation }) => {
        if (isPopOutPath(nextLocation.pathname)) return false;
        showInMain(nextLocation.href);
        return true;
      },
    });
  }, [history, isPopOut]);
}

/** Shows another task where one is open: in the panel, or in the task's own window. */
export function useShowTask(): (id: TaskId, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  const isPopOut = useIsPopOut();
  return useCallback(
    (taskId, { replace = false } = {}) => {
      if (isPopOut) void navigate({ to: '/window/task/$taskId', params: { taskId }, replace });
      else void navigate({ to: '.', search: (before) => ({ ...before, task: taskId }), replace });
    },
    [navigate, isPopOut],
  );
}
