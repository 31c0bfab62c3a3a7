import { useRouter } from '@tanstack/react-router';
import { Link } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { showToast } from '../../../components/ui/Toast.tsx';

/** Copies the address of a task. */
export function CopyLinkButton({ taskId }: { taskId: TaskId }) {
  const { t } = useTranslation('taskPanel');
  const router = useRouter();
  const copy = (): void => {
    const { href } = router.buildLocation({ to: '/tasks', search: { task: taskId } });
    navigator.clipboard.writeText(new URL(href, window.location.href).href).then(
      () => showToast({ message: t('link.copied') }),
      () => showToast({ message: t('link.refused'), tone: 'error' }),
    );
  };
  return (
    <IconButton label={t('link.copy')} onClick={copy}>
      <Link aria-hidden />
    </IconButton>
  );
}
