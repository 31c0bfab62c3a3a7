import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../../contracts/task.ts';
import { showError } from '../../../components/ui/showError.ts';
import { showToast } from '../../../components/ui/Toast.tsx';
import { errorDataOf } from '../../../i18n/errorData.ts';
import { client, queryClient, trpc } from '../../../trpc.ts';
import { rememberChange } from '../../undo/undo.ts';
import { changeLine } from './changeLine.ts';

/** Against windows that take turns in writing the same text. */
const ATTEMPTS = 5;

/**
 * Ticks boxes of a description: seen at once, kept one after the other, each against the text as it is then. Two windows that
 * tick or write at the same time lose nothing of each other's; a line that was rewritten meanwhile is said.
 */
export function useTicks(task: Task): { text: string | null; tick: (before: string, after: string) => void } {
  const { t } = useTranslation('taskPanel');
  const [text, setText] = useState<string | null>(null);
  const last = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const { mutateAsync } = useMutation(trpc.tasks.update.mutationOptions());

  const keep = async (before: string, after: string): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const now = await client.tasks.get.query({ id: task.id });
      const description = changeLine(before, after, now.description);
      if (description === null) {
        showToast({ message: t('checklist.rewritten'), tone: 'error' });
        return;
      }
      if (description === now.description) return;
      try {
        const { changeSetId, ...updated } = await mutateAsync({
          id: task.id,
          description,
          expectedVersion: now.version,
        });
        queryClient.setQueryData(trpc.tasks.get.queryKey({ id: task.id }), updated);
        rememberChange({ changeSetId, message: t('changed', { title: task.title }) });
        return;
      } catch (error) {
        if (errorDataOf(error).code !== 'conflict' || attempt === ATTEMPTS) throw error;
      }
    }
  };

  return {
    text,
    tick: (before, after) => {
      setText(after);
      waiting.current += 1;
      last.current = last.current
        .then(() => keep(before, after))
        .catch((error: unknown) => showError(error))
        .finally(() => {
          waiting.current -= 1;
          if (waiting.current === 0) setText(null);
        });
    },
  };
}
