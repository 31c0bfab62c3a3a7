import { ChevronDown, ChevronRight, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActivityItem } from '../../../contracts/activity.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { row, rowMain } from '../../components/ui/row.ts';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { formatDuration, formatMomentExact, formatTime } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { ActorMark } from '../history/ActorMark.tsx';
import { actorName } from '../history/describeChange.ts';
import type { Words } from '../history/describeField.ts';
import { undoChange } from '../undo/undo.ts';
import { ActivityPlace } from './ActivityPlace.tsx';
import { describeItem, type ItemSentence, plainSentence, toolError } from './describeItem.ts';

interface ActivityRowProps {
  item: ActivityItem;
  words: Words;
  userName: string;
  isOpen: boolean;
  tabIndex: number;
  /** The id of what it opens. */
  detailsId: string;
  onToggle: () => void;
}

/** When, who, what, where from, and how to undo it. */
export function ActivityRow({ item, words, userName, isOpen, tabIndex, detailsId, onToggle }: ActivityRowProps) {
  const { t } = useTranslation('activity');
  const name = actorName(item, userName);
  const sentence = describeItem(item, words);
  const Caret = isOpen ? ChevronDown : ChevronRight;
  const isUndone = item.undoneBy !== null;
  return (
    <div className={cn(row, isOpen && 'hover:bg-transparent')}>
      <Caret aria-hidden className="icon-14 text-muted-foreground" />
      <time
        dateTime={new Date(item.at).toISOString()}
        title={formatMomentExact(item.at)}
        className="w-(--activity-time) flex-none type-section whitespace-nowrap text-muted-foreground tabular-nums"
      >
        {formatTime(item.at)}
      </time>
      <ActorMark actorKind={item.actorKind} name={name} />
      <span className="w-30 flex-none truncate @max-[720px]:w-24" dir="auto">
        {name}
      </span>
      <button
        type="button"
        data-row-main
        tabIndex={tabIndex}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        aria-label={t('rowName', {
          time: formatTime(item.at),
          who: name,
          change: plainSentence(sentence),
        })}
        onClick={onToggle}
        className={cn(rowMain, isUndone && 'line-through decoration-border')}
      >
        <Words sentence={sentence} isOpen={isOpen} isMuted={isUndone} />
      </button>
      <span className="relative z-1 w-42 flex-none truncate type-meta text-muted-foreground @max-[720px]:hidden">
        <ActivityPlace item={item} words={words} />
      </span>
      <span className="relative z-1 -mr-1.5 flex w-18 flex-none items-center justify-end type-meta text-muted-foreground tabular-nums">
        <End item={item} change={`${name} ${plainSentence(sentence)}`} />
      </span>
    </div>
  );
}

/** The verb is muted, the record is not. */
function Words({ sentence, isOpen, isMuted }: { sentence: ItemSentence; isOpen: boolean; isMuted: boolean }) {
  const { t } = useTranslation('activity');
  if (sentence.kind === 'tool') {
    return (
      <span className="text-muted-foreground">
        {t('tool.ran')} <code className="type-code">{sentence.tool}</code>
        {sentence.outcome === '' ? null : `, ${sentence.outcome}`}
      </span>
    );
  }
  return (
    <span className="text-muted-foreground">
      {sentence.before}
      {sentence.title === '' ? null : (
        <span dir="auto" className={cn(!isMuted && 'text-foreground', isOpen && 'font-medium')}>
          {sentence.title}
        </span>
      )}
      {sentence.after}
    </span>
  );
}

/** At the row's end: Undo or Redo, how long it took, or what became of it. */
function End({ item, change }: { item: ActivityItem; change: string }) {
  const { t } = useTranslation('activity');
  const { changeSetId, tool, suggestion } = item;
  if (tool?.error != null && tool.error !== 'stopped') {
    return (
      <Tooltip label={toolError(tool.error)}>
        <span role="img" aria-label={toolError(tool.error)} tabIndex={-1} className="mr-1.5 grid">
          <TriangleAlert aria-hidden className="icon-14 text-destructive" />
        </span>
      </Tooltip>
    );
  }
  if (tool != null)
    return <span className="mr-1.5">{tool.duration === null ? '' : formatDuration(tool.duration)}</span>;
  if (item.undoneBy !== null) return <span className="mr-1.5">{t('state.undone')}</span>;
  if (item.operation === 'suggest' && suggestion !== null) {
    return <span className="mr-1.5">{t(`state.${suggestion.state}`)}</span>;
  }
  if (changeSetId === null || !item.canUndo) return null;
  const isRedo = item.undoes !== null;
  const Icon = isRedo ? Redo2 : Undo2;
  return (
    <IconButton
      size="row"
      tabIndex={-1}
      label={t(isRedo ? 'redoNamed' : 'undoNamed', { change })}
      hint={t(isRedo ? 'redo' : 'undo')}
      onClick={() => void undoChange({ changeSetId, message: change })}
    >
      <Icon aria-hidden className="icon-14" />
    </IconButton>
  );
}
