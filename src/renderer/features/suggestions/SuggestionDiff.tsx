import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposedChange, Suggestion } from '../../../contracts/suggestion.ts';
import { formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { FieldChanges } from '../history/FieldChanges.tsx';
import { shownFields } from '../history/shownFields.ts';
import { useWords } from '../history/useWords.ts';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { shownChange } from './shownChange.ts';

interface SuggestionDiffProps {
  suggestion: Suggestion;
  /** So many changes are shown before the rest is asked for. */
  shown?: number;
  /** Where there is room, two changes stand side by side. */
  isWide?: boolean;
}

/** A change set: each record by name, then each field as before (struck), arrow, after. New records show only the after. */
export function SuggestionDiff({ suggestion, shown = 3, isWide = false }: SuggestionDiffProps) {
  const { t } = useTranslation('suggestions');
  const [showsAll, setShowsAll] = useState(false);
  const { changes } = suggestion;
  const rest = changes.length - shown;
  const hasColumns = isWide && changes.length > 1;
  return (
    <div className="mt-1.5">
      <ul className={cn('grid min-w-0', hasColumns ? 'gap-x-6 gap-y-1.5 @min-[560px]:grid-cols-2' : 'gap-y-1')}>
        {changes.slice(0, showsAll ? changes.length : shown).map((change, index) => (
          <li
            key={`${change.recordId}-${index}`}
            className={cn('min-w-0', !hasColumns && index > 0 && 'border-t border-hairline pt-1')}
          >
            <RecordDiff change={change} suggestion={suggestion} isAlone={changes.length === 1} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <button
          type="button"
          aria-expanded={showsAll}
          onClick={() => setShowsAll((before) => !before)}
          className="mt-0.5 min-h-6 rounded-xs type-meta text-muted-foreground hover:text-foreground"
        >
          {showsAll ? t('diff.fewer') : t('diff.more', { count: rest, formatted: formatNumber(rest) })}
        </button>
      ) : null}
    </div>
  );
}

interface RecordDiffProps {
  change: ProposedChange;
  suggestion: Suggestion;
  /** The only one of its set. */
  isAlone: boolean;
}

function RecordDiff({ change, suggestion, isAlone }: RecordDiffProps) {
  const { t } = useTranslation('suggestions');
  const words = useWords();
  const shown = shownChange(change, suggestion.projectId, words.today);
  const isDeleted = change.operation === 'delete';
  // The set is called by its one record: the name would stand there twice.
  const isNamed = !(isAlone && !isDeleted && suggestion.title === change.title);
  const name = change.title.trim() === '' ? t('untitled') : change.title;
  return (
    <>
      {isNamed ? (
        <p className="flex min-w-0 items-center gap-2 type-section leading-6">
          {isDeleted ? (
            <Trash2 aria-hidden className="icon-14 text-muted-foreground" />
          ) : change.operation === 'create' ? (
            <Plus aria-hidden className="icon-14 text-muted-foreground" />
          ) : (
            <RecordIcon kind={change.recordKind} className="icon-14 flex-none text-muted-foreground" />
          )}
          <span className="sr-only">{t(`diff.${change.operation}.${change.recordKind}`)}</span>
          {change.recordKind === 'comment' && change.operation === 'create' ? (
            <span className="flex-none text-muted-foreground" aria-hidden>
              {t('diff.commentOn')}
            </span>
          ) : null}
          <span className={cn('truncate', isDeleted && 'text-diff-before line-through decoration-1')} dir="auto">
            {name}
          </span>
          {isDeleted ? (
            <span className="flex-none type-meta text-muted-foreground" aria-hidden>
              {t('diff.deleted')}
            </span>
          ) : null}
        </p>
      ) : null}
      {isDeleted || shownFields(shown).length === 0 ? null : (
        <FieldChanges change={shown} className={isNamed ? 'pl-5.5' : ''} />
      )}
    </>
  );
}
