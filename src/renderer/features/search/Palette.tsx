import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { popOutSchema } from '../../../contracts/popOut.ts';
import { SEARCH_TEXT_MAX, type SearchItem } from '../../../contracts/search.ts';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { trpc } from '../../trpc.ts';
import type { Command } from '../commands/command.ts';
import { keysOf } from '../commands/shortcuts.ts';
import type { Subject } from '../commands/subject.ts';
import { useAppCommands } from '../commands/useAppCommands.ts';
import { useCreateCommands } from '../commands/useCreateCommands.ts';
import { useSubjectCommands } from '../commands/useSubjectCommands.ts';
import { useOpenRecord } from '../records/useOpenRecord.ts';
import { openInWindow } from '../windows/openInWindow.ts';
import { type PaletteAction, PaletteFrame } from './PaletteFrame.tsx';
import { CommandRow, PaletteGroup, RecordRow } from './PaletteRows.tsx';
import { arrangePalette, type PaletteRowModel } from './arrangePalette.ts';
import type { PaletteQuestion } from './searchDialog.ts';
import { useRecentRecords } from './useRecentRecords.ts';

const RESULTS = 24;
const RECENT = 6;

interface PaletteProps {
  subject: Subject | null;
  onAsk: (question: PaletteQuestion) => void;
  onClose: () => void;
}

/** Results by kind, then commands, then the assistant; with nothing typed what was opened last and everything that can be done. */
export function Palette({ subject, onAsk, onClose }: PaletteProps) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const text = typed.trim().slice(0, SEARCH_TEXT_MAX);
  const deferred = useDeferredValue(text);
  const openRecord = useOpenRecord();
  const { data, error, isFetching } = useQuery(
    trpc.search.query.queryOptions(
      { text: deferred, limit: RESULTS },
      // The index may have changed since: ask again, show the last answer meanwhile.
      { enabled: deferred !== '', staleTime: 0, gcTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const recent = useRecentRecords(text === '', RECENT + 1);
  const subjectCommands = useSubjectCommands(subject, onAsk);
  const created = useCreateCommands(text);
  const own = useAppCommands();
  const groups = arrangePalette({
    text,
    items: data?.items ?? [],
    recent: recent.filter(({ id }) => id !== subject?.id).slice(0, RECENT),
    subject: subjectCommands.commands,
    commands: [...created, ...own],
  });
  const isSettled = text === '' || (!isFetching && deferred === text);

  const openItem = (item: SearchItem): void => {
    onClose();
    openRecord(item);
  };
  /** A task or a note in a window of its own; anything else has none. */
  const openItemAside = (item: SearchItem): void => {
    const { data: record } = popOutSchema.safeParse({ kind: item.kind, id: item.id });
    if (record === undefined) {
      openItem(item);
      return;
    }
    onClose();
    openInWindow(record);
  };
  const runCommand = (command: Command): void => {
    if (command.asks === true) {
      command.run();
      return;
    }
    onClose();
    // After the dialog gave the focus back, so that what opens next may take it.
    setTimeout(command.run, 0);
  };
  const actionOf = (row: PaletteRowModel): PaletteAction =>
    row.kind === 'record'
      ? { open: () => openItem(row.item), openAside: () => openItemAside(row.item) }
      : { open: () => runCommand(row.command) };
  const actions = new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.value, actionOf(row)] as const)));
  const hasRecords = groups.some(({ rows }) => rows.some((row) => row.kind === 'record'));

  return (
    <PaletteFrame
      label={t('title')}
      placeholder={t('placeholder')}
      typed={typed}
      onType={setTyped}
      actions={actions}
      isSettled={isSettled}
      foot={
        <>
          <span>
            {t('open')} <Kbd keys={keysOf('paletteOpen')} />
          </span>
          <span>
            {t('openAside')} <Kbd keys={keysOf('paletteOpenAside')} />
          </span>
        </>
      }
    >
      {error === null || text === '' ? null : (
        <p role="alert" className="flex items-start gap-2.5 px-3 py-2 type-section">
          <TriangleAlert aria-hidden className="mt-0.5 text-destructive" />
          <span>
            {t('failed')}. {describeError(error)}
          </span>
        </p>
      )}
      {text !== '' && isSettled && !hasRecords && error === null ? (
        <p className="px-3 pt-2 pb-1 text-muted-foreground">{t('noResults', { text })}</p>
      ) : null}
      {groups.map(({ id, rows }) => (
        <PaletteGroup
          key={id}
          heading={
            id === 'subject'
              ? (subjectCommands.title ?? '')
              : id === 'recent' || id === 'commands' || id === 'assistant'
                ? t(id)
                : t(`kinds.${id}`)
          }
          isEmpty={rows.length === 0}
        >
          {rows.map((row) =>
            row.kind === 'record' ? (
              <RecordRow
                key={row.value}
                value={row.value}
                item={row.item}
                text={text}
                onSelect={() => openItem(row.item)}
              />
            ) : (
              <CommandRow
                key={row.value}
                value={row.value}
                command={row.command}
                onSelect={() => runCommand(row.command)}
              />
            ),
          )}
        </PaletteGroup>
      ))}
    </PaletteFrame>
  );
}
