import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../contracts/suggestion.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { RecordLink } from '../records/RecordLink.tsx';
import { useOpenRecord } from '../records/useOpenRecord.ts';
import { useProjects } from '../records/useProjects.ts';
import { staleSentence, suggestionFacts } from './describeSuggestion.ts';
import { SuggestionDiff } from './SuggestionDiff.tsx';
import { SuggestionEditDialog } from './SuggestionEditDialog.tsx';
import { keysOf } from '../commands/shortcuts.ts';
import { useApprove, useReject } from './useSuggestionActions.ts';

interface SuggestionCardProps {
  suggestion: Suggestion;
  /** Names the project; off where the screen is that project's. */
  showsProject?: boolean;
  /** The main thing where it stands (the chat): Approve is gold, and Ctrl or Cmd and Enter is its key. */
  isMain?: boolean;
  className?: string;
}

/** A pending suggestion as a card: what it is, where it comes from, Approve, Edit, Reject in words. */
export function SuggestionCard({ suggestion, showsProject = true, isMain = false, className }: SuggestionCardProps) {
  const { t } = useTranslation(['suggestions', 'common']);
  const today = useToday();
  const projects = useProjects();
  const openRecord = useOpenRecord();
  const [isEditing, setIsEditing] = useState(false);
  const { approve, isWorking } = useApprove();
  const { reject, isWorking: isRejecting } = useReject();
  const stale = staleSentence(suggestion);
  const changed = suggestion.stale.find((record) => record.version !== null);
  const facts = suggestionFacts(suggestion, today);
  const project = showsProject ? projects.byId(suggestion.projectId) : undefined;
  return (
    <article
      aria-label={suggestion.title}
      data-suggestion={suggestion.id}
      className={cn(
        'flex gap-2 rounded-lg border border-dashed p-3',
        stale === null ? 'border-suggestion bg-suggestion-bg' : 'border-suggestion-stale',
        className,
      )}
    >
      <Sparkles
        aria-hidden
        className={cn('icon-14 mt-[3px]', stale === null ? 'text-assistant' : 'text-suggestion-stale')}
      />
      <div className="min-w-0 flex-1">
        <h3 className="font-medium text-pretty break-words" dir="auto">
          {suggestion.title}
        </h3>
        {stale === null ? (
          <p className="mt-0.5 type-meta text-muted-foreground tabular-nums">
            {project === undefined || facts === '' ? facts : t('inProject', { facts, project: project.name })}
            {suggestion.source === null ? null : (
              <>
                {facts === '' ? null : '. '}
                <RecordLink isPlain record={suggestion.source} className="hover:underline">
                  {t('from', { source: suggestion.source.title })}
                </RecordLink>
              </>
            )}
          </p>
        ) : (
          <p className="mt-0.5 type-meta text-muted-foreground">{stale}</p>
        )}
        {suggestion.kind === 'changes' ? <SuggestionDiff suggestion={suggestion} /> : null}
        <div className="mt-2 flex flex-wrap items-center gap-1">
          {stale === null ? (
            <Button
              size="sm"
              variant={isMain ? 'primary' : 'outline'}
              data-approve
              aria-label={t('approveNamed', { title: suggestion.title })}
              disabled={isWorking}
              onClick={() => approve(suggestion)}
            >
              {t('common:actions.approve')}
            </Button>
          ) : changed === undefined ? null : (
            <Button size="sm" onClick={() => openRecord({ kind: changed.recordKind, id: changed.recordId })}>
              {t('reviewAgain')}
            </Button>
          )}
          {stale === null && suggestion.kind === 'create' ? (
            <Button
              size="sm"
              variant={isMain ? 'outline' : 'ghost'}
              aria-label={t('editNamed', { title: suggestion.title })}
              onClick={() => setIsEditing(true)}
            >
              {t('common:actions.edit')}
            </Button>
          ) : null}
          <Button
            size="sm"
            variant="ghost"
            aria-label={t('rejectNamed', { title: suggestion.title })}
            disabled={isRejecting}
            onClick={() => reject(suggestion)}
          >
            {t('common:actions.reject')}
          </Button>
          {isMain && stale === null ? (
            <span className="ml-auto flex">
              <Kbd keys={keysOf('approveInChat')} />
            </span>
          ) : null}
        </div>
      </div>
      {suggestion.kind === 'create' ? (
        <SuggestionEditDialog suggestion={suggestion} open={isEditing} onOpenChange={setIsEditing} />
      ) : null}
    </article>
  );
}
