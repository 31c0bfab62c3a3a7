import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Copy, Redo2, Undo2 } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetail, ActivityItem } from '../../../contracts/activity.ts';
import type { HistoryEntry } from '../../../contracts/change.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { showError } from '../../components/ui/showError.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { formatDay, formatDuration, formatMomentLong, formatNumber } from '../../i18n/format.ts';
import { trpc } from '../../trpc.ts';
import { actorName, describeChange, factsOfEntry } from '../history/describeChange.ts';
import type { Words } from '../history/describeField.ts';
import { byWeight } from '../history/foldEntries.ts';
import { FieldChanges } from '../history/FieldChanges.tsx';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { useOpenRecord } from '../records/useOpenRecord.ts';
import { useSettings } from '../settings/useSettings.ts';
import { undoChange } from '../undo/undo.ts';
import { ConversationLink } from './ActivityPlace.tsx';
import { describeItem, plainSentence, toolError } from './describeItem.ts';

/** So many records of one step are shown; the rest is counted. */
const SHOWN = 10;
/** Of an id, as much as tells one from another; the whole is copied. */
const SHOWN_ID = 18;

/** An open row: its fields before and after on paper, where it comes from, and Undo. */
export function ActivityDetails({ item, words, id }: { item: ActivityItem; words: Words; id: string }) {
  const { t } = useTranslation('activity');
  const { data, error, refetch } = useQuery(trpc.activity.get.queryOptions({ sequence: item.sequence }));
  return (
    <div
      id={id}
      className="mt-0.5 mb-2.5 ml-[calc(32px+var(--activity-time))] flex min-h-24.5 gap-6 rounded-lg border bg-surface py-3 pr-3 pl-4 type-meta leading-6 @max-[720px]:ml-6 @max-[720px]:flex-wrap"
    >
      {error !== null ? (
        <ErrorLine title={t('details.error')} error={error} onRetry={() => void refetch()} className="flex-1" />
      ) : data === undefined ? null : (
        <>
          <div className="min-w-48 flex-[1.6]">
            {item.type === 'change' ? <Entries detail={data} words={words} /> : <ToolFacts item={item} words={words} />}
          </div>
          <Origin detail={data} words={words} />
          <Actions item={item} detail={data} words={words} />
        </>
      )}
    </div>
  );
}

function Entries({ detail, words }: { detail: ActivityDetail; words: Words }) {
  const { t } = useTranslation('activity');
  const [only] = detail.entries;
  if (detail.entries.length === 1 && only !== undefined) {
    return (
      <FieldChanges
        change={only}
        empty={t(only.operation === 'approve' ? 'details.asSuggested' : 'details.noFields')}
      />
    );
  }
  const rest = detail.recordCount - Math.min(SHOWN, detail.entries.length);
  return (
    <ul className="grid gap-1">
      {byWeight(detail.entries)
        .slice(0, SHOWN)
        .map((entry) => (
          <Entry key={entry.sequence} entry={entry} words={words} />
        ))}
      {rest > 0 ? (
        <li className="text-muted-foreground">
          {t('details.andMore', { count: rest, formatted: formatNumber(rest) })}
        </li>
      ) : null}
    </ul>
  );
}

/** An edit is told by its fields, everything else in words. */
function Entry({ entry, words }: { entry: HistoryEntry; words: Words }) {
  const isEdit = entry.operation === 'update';
  const { before, title, after } = describeChange(factsOfEntry(entry), words);
  const name = title === '' ? entry.title : title;
  return (
    <li>
      <p className="flex min-w-0 items-center gap-2">
        <RecordIcon kind={entry.recordKind} className="icon-14 flex-none text-muted-foreground" />
        <span className="truncate text-muted-foreground first-letter:uppercase">
          {isEdit ? null : before}
          <span dir="auto" className="text-foreground">
            {name}
          </span>
          {isEdit ? null : after}
        </span>
      </p>
      {isEdit ? <FieldChanges change={entry} className="pl-5.5" /> : null}
    </li>
  );
}

function Facts({ rows, className }: { rows: readonly (readonly [string, ReactNode])[]; className?: string }) {
  return (
    <dl className={className ?? 'grid grid-cols-[72px_minmax(0,1fr)] content-start gap-x-3'}>
      {rows.map(([label, value]) => (
        <Fragment key={label}>
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function ToolFacts({ item, words }: { item: ActivityItem; words: Words }) {
  const { t } = useTranslation('activity');
  const { tool } = item;
  if (tool === null) {
    const day = /^\d{4}-\d{2}-\d{2}$/u.test(item.title) ? formatDay(item.title, words.today) : item.title;
    return <Facts rows={[[t('details.day'), day] as const]} />;
  }
  return (
    <Facts
      rows={[
        [t('details.tool'), <code className="type-code">{tool.name}</code>],
        ...(tool.found === null ? [] : [[t('details.found'), formatNumber(tool.found)] as const]),
        ...(tool.duration === null ? [] : [[t('details.took'), formatDuration(tool.duration)] as const]),
        ...(tool.error === null ? [] : [[t('details.failed'), toolError(tool.error)] as const]),
      ]}
    />
  );
}

/** Suggested when and where, approved by whom, and the change's id. */
function Origin({ detail, words }: { detail: ActivityDetail; words: Words }) {
  const { t } = useTranslation('activity');
  const { userName } = useSettings();
  const { conversationId, conversationTitle, suggestedAt, approvedAt, changeSetId } = detail;
  const moment = (at: number): string => formatMomentLong(at, words.today);
  const conversation =
    conversationId === null || conversationTitle === null ? null : (
      <ConversationLink
        conversationId={conversationId}
        title={conversationTitle}
        tabIndex={0}
        className="record-link rounded-sm text-start focus-inset"
      />
    );
  const user = actorName({ actorKind: 'user', actorName: null }, userName);
  return (
    <Facts
      className="grid min-w-64 flex-1 grid-cols-[72px_minmax(0,1fr)] content-start gap-x-3"
      rows={[
        ...(suggestedAt === null
          ? [
              [t('details.at'), moment(detail.at)] as const,
              ...(conversation === null ? [] : [[t('details.conversation'), conversation] as const]),
            ]
          : [
              [
                t('details.suggested'),
                conversation === null ? (
                  moment(suggestedAt)
                ) : (
                  <>
                    {t('details.in', { time: moment(suggestedAt) })} {conversation}
                  </>
                ),
              ] as const,
            ]),
        ...(approvedAt === null
          ? []
          : [[t('details.approved'), t('details.by', { time: moment(approvedAt), name: user })] as const]),
        ...(changeSetId === null ? [] : [[t('details.change'), <ChangeId id={changeSetId} />] as const]),
      ]}
    />
  );
}

function ChangeId({ id }: { id: string }) {
  const { t } = useTranslation(['activity', 'common']);
  return (
    <span className="flex items-center gap-1">
      <code className="type-code leading-6 whitespace-nowrap" title={id}>
        {id.slice(0, SHOWN_ID)}
      </code>
      <IconButton
        size="row"
        className="-my-1"
        label={t('details.copyChange')}
        onClick={() => {
          navigator.clipboard.writeText(id).then(() => showToast({ message: t('common:actions.copied') }), showError);
        }}
      >
        <Copy aria-hidden className="icon-12" />
      </IconButton>
    </span>
  );
}

function Actions({ item, detail, words }: { item: ActivityItem; detail: ActivityDetail; words: Words }) {
  const { t } = useTranslation('activity');
  const { userName } = useSettings();
  const navigate = useNavigate();
  const openRecord = useOpenRecord();
  const { changeSetId, recordKind, recordId, operation, undoneBy } = detail;
  const isRedo = detail.undoes !== null;
  const isDeletedForGood = detail.title === '' && recordKind !== 'note';
  const isGone = operation === 'delete' || operation === 'reject' || isDeletedForGood;
  const change = `${actorName(detail, userName)} ${plainSentence(describeItem(detail, words))}`;
  const isUndoable = changeSetId !== null && detail.canUndo && undoneBy === null;
  // Offered by the list, refused on a closer look: something changed since.
  const why =
    detail.type !== 'change' || isUndoable || operation === 'suggest'
      ? null
      : t(undoneBy !== null ? 'details.undone' : item.canUndo ? 'details.changedSince' : 'details.expired');
  return (
    <div className="flex w-32 flex-none flex-col items-end gap-1.5">
      {isUndoable ? (
        <Button size="sm" onClick={() => void undoChange({ changeSetId, message: change })}>
          {isRedo ? <Redo2 aria-hidden className="icon-14" /> : <Undo2 aria-hidden className="icon-14" />}
          {t(isRedo ? 'redo' : 'undo')}
        </Button>
      ) : null}
      {detail.type === 'brief' ? (
        <Button size="sm" variant="ghost" onClick={() => void navigate({ to: '/' })}>
          {t('details.openBrief')}
        </Button>
      ) : operation === 'delete' && undoneBy === null && !isDeletedForGood ? (
        <Button size="sm" variant="ghost" onClick={() => void navigate({ to: '/trash' })}>
          {t('details.openTrash')}
        </Button>
      ) : recordKind !== null && recordId !== null && !isGone ? (
        <Button size="sm" variant="ghost" onClick={() => openRecord({ kind: recordKind, id: recordId })}>
          {t(`details.open.${recordKind}`)}
        </Button>
      ) : null}
      {why === null ? null : <p className="text-right leading-4 text-pretty text-muted-foreground">{why}</p>}
    </div>
  );
}
