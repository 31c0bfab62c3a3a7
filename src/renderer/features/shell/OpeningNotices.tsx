import { useQuery } from '@tanstack/react-query';
import { Info, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from '../../../contracts/health.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { trpc } from '../../trpc.ts';

type Notice = Health['notices'][number];

/** What happened while the workspace was opened, above the screen until it is dismissed. */
export function OpeningNotices() {
  const { t } = useTranslation(['shell', 'common']);
  const { data } = useQuery(trpc.health.get.queryOptions());
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const notices = (data?.notices ?? []).filter((notice) => !dismissed.includes(keyOf(notice)));
  if (notices.length === 0) return null;
  return (
    <div role="status" className="flex-none border-b border-hairline bg-surface">
      {notices.map((notice) => (
        <div key={keyOf(notice)} className="flex items-start gap-2.5 py-2 pr-3.5 pl-5 wide:pl-6">
          <Info aria-hidden className="mt-0.5 text-muted-foreground" />
          <p className="min-w-0 flex-1 break-words">
            {notice.code === 'corruptMovedAside'
              ? t('notices.corruptMovedAside', { movedTo: notice.fields['movedTo'] ?? '' })
              : notice.code === 'draftKeptAsCopy'
                ? t('notices.draftKeptAsCopy', { title: notice.fields['title'] ?? '' })
                : t('notices.draftsRecovered', { count: Number(notice.fields['count'] ?? 1) })}
          </p>
          <IconButton
            label={t('common:actions.dismiss')}
            side="left"
            onClick={() => {
              setDismissed((before) => [...before, keyOf(notice)]);
            }}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}

const keyOf = (notice: Notice): string => JSON.stringify([notice.code, notice.fields]);
