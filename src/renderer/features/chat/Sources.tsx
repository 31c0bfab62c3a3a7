import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../contracts/conversation.ts';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { RecordLink } from '../records/RecordLink.tsx';

/** More than this stay folded. */
const SHOWN = 6;

/** The records that an answer rests on, by the numbers in its text. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation('chat');
  const [showsAll, setShowsAll] = useState(false);
  if (sources.length === 0) return null;
  const shown = showsAll || sources.length <= SHOWN + 1 ? sources : sources.slice(0, SHOWN);
  return (
    <div>
      <ol aria-label={t('source.list')} className="type-meta">
        {shown.map((source) => (
          <li key={source.number} className="flex h-6 items-center gap-2">
            <span className="w-3.5 flex-none text-center text-muted-foreground tabular-nums">{source.number}</span>
            <RecordIcon kind={source.kind} className="icon-14 text-muted-foreground" />
            <RecordLink record={source} className="truncate">
              {source.title === '' ? t('source.untitled') : source.title}
            </RecordLink>
          </li>
        ))}
      </ol>
      {shown.length === sources.length ? null : (
        <button
          type="button"
          onClick={() => setShowsAll(true)}
          className="h-6 rounded-sm pl-[22px] type-meta text-muted-foreground hover:text-foreground focus-inset"
        >
          {t('source.more', { count: sources.length - shown.length })}
        </button>
      )}
    </div>
  );
}
