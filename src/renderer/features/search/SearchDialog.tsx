import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Command as Cmdk } from 'cmdk';
import { CornerDownLeft, Search, TriangleAlert } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../contracts/record.ts';
import { SEARCH_TEXT_MAX, type SearchItem } from '../../../contracts/search.ts';
import { dialogScrim, dialogSurface } from '../../components/ui/Dialog.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { describeError } from '../../i18n/describeError.ts';
import { cn } from '../../lib/cn.ts';
import { trpc } from '../../trpc.ts';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { useOpenRecord } from '../records/useOpenRecord.ts';
import { useProjects } from '../records/useProjects.ts';
import { useSearchDialog } from './searchDialog.ts';
import { markWords, type SnippetPart, splitSnippet } from './splitSnippet.ts';
import { type Command, useCommands } from './useCommands.ts';

const RESULTS = 24;
const KIND_ORDER = ['task', 'note', 'project', 'client', 'checkpoint', 'comment'] as const satisfies RecordKind[];

/** Search across everything and run any command. */
export function SearchDialog() {
  const { t } = useTranslation('search');
  const { isOpen, setOpen } = useSearchDialog();
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen}>
      <Radix.Portal>
        <Radix.Overlay className={dialogScrim} />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(dialogSurface, 'top-24 max-h-[min(560px,calc(100vh-120px))] w-160')}
        >
          <Radix.Title className="sr-only">{t('title')}</Radix.Title>
          <SearchContent onClose={() => setOpen(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function SearchContent({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  /** The row that the user went to, by key or pointer, since the last letter; until then it is the first one. */
  const [chosen, setChosen] = useState<string | null>(null);
  const isGoing = useRef(false);
  const text = typed.trim().slice(0, SEARCH_TEXT_MAX);
  const deferred = useDeferredValue(text);
  const openRecord = useOpenRecord();
  const list = useRef<HTMLDivElement>(null);
  const { data, error, isFetching } = useQuery(
    trpc.search.query.queryOptions(
      { text: deferred, limit: RESULTS },
      // The index may have changed since: ask again, show the last answer meanwhile.
      { enabled: deferred !== '', staleTime: 0, gcTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const items = text === '' ? [] : (data?.items ?? []);
  const all = useCommands(text);
  const commands = all.filter((command) => text === '' || command.takesText === true || matches(command.label, text));
  const groups = KIND_ORDER.map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) }));
  const firstItem = groups.find((group) => group.items.length > 0)?.items[0];
  const isSettled = text === '' || (!isFetching && deferred === text);
  // While results may still come, Enter must not run a command that only stands first for the moment.
  const firstCommand = isSettled ? commands[0] : undefined;
  const first = firstItem === undefined ? firstCommand && valueOfCommand(firstCommand) : valueOfItem(firstItem);
  const hasNothing = text !== '' && isSettled && items.length === 0 && error === null;

  return (
    <Cmdk
      shouldFilter={false}
      loop
      label={t('title')}
      className="flex min-h-0 flex-col"
      value={chosen ?? first ?? ''}
      // cmdk also chooses by itself, and what it chose stays when results come in above it.
      onValueChange={(value) => {
        if (isGoing.current) setChosen(value);
      }}
      onKeyDownCapture={() => {
        isGoing.current = true;
      }}
      onPointerMoveCapture={() => {
        isGoing.current = true;
      }}
    >
      <div className="flex h-14 flex-none items-center gap-3 border-b border-hairline px-5">
        <Search aria-hidden className="text-muted-foreground" />
        <Cmdk.Input
          value={typed}
          onValueChange={(next) => {
            setTyped(next);
            setChosen(null);
            isGoing.current = false;
            list.current?.scrollTo({ top: 0 });
          }}
          placeholder={t('placeholder')}
          className="min-w-0 flex-1 bg-transparent type-prose leading-6 outline-none"
        />
        <Kbd keys="Esc" />
      </div>
      <Cmdk.List ref={list} label={t('title')} className="min-h-0 flex-1 overflow-y-auto p-2">
        {error === null || text === '' ? null : (
          <p role="alert" className="flex items-start gap-2.5 px-3 py-2 type-section">
            <TriangleAlert aria-hidden className="mt-0.5 text-destructive" />
            <span>
              {t('failed')}. {describeError(error)}
            </span>
          </p>
        )}
        {hasNothing ? <p className="px-3 pt-2 pb-1 text-muted-foreground">{t('noResults', { text })}</p> : null}
        {groups.map(({ kind, items: found }) => (
          <Group key={kind} heading={t(`kinds.${kind}`)} isEmpty={found.length === 0}>
            {found.map((item) => (
              <ResultItem
                key={item.id}
                item={item}
                text={text}
                onSelect={() => {
                  onClose();
                  openRecord(item);
                }}
              />
            ))}
          </Group>
        ))}
        {(['commands', 'assistant'] as const).map((group) => (
          <Group key={group} heading={t(group)} isEmpty={!commands.some((command) => command.group === group)}>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <CommandItem
                  key={command.id}
                  command={command}
                  onSelect={() => {
                    onClose();
                    // After the dialog gave the focus back, so that what opens next may take it.
                    setTimeout(command.run, 0);
                  }}
                />
              ))}
          </Group>
        ))}
      </Cmdk.List>
      <div className="flex h-9 flex-none items-center gap-5 border-t border-hairline px-5 type-meta text-muted-foreground">
        <span>
          {t('open')} <Kbd keys="Enter" />
        </span>
        <span className="ml-auto" aria-live="polite">
          {text === '' ? null : t('results', { count: items.length })}
        </span>
      </div>
    </Cmdk>
  );
}

function Group({ heading, isEmpty, children }: { heading: string; isEmpty: boolean; children: ReactNode }) {
  if (isEmpty) return null;
  return (
    <Cmdk.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:type-meta [&_[cmdk-group-heading]]:text-muted-foreground"
    >
      {children}
    </Cmdk.Group>
  );
}

const itemStyle =
  'group/item flex min-h-9 cursor-default items-center gap-3 rounded-md px-3 py-1 select-none data-[selected=true]:bg-accent dark:data-[selected=true]:bg-secondary';

const valueOfItem = (item: SearchItem): string => `${item.kind}:${item.id}`;
const valueOfCommand = (command: Command): string => `command:${command.id}`;

function ResultItem({ item, text, onSelect }: { item: SearchItem; text: string; onSelect: () => void }) {
  const { t } = useTranslation('search');
  const project = useProjects().byId(item.projectId);
  const title = item.title === '' ? t('untitled') : item.title;
  const titleParts = markWords(title, text);
  const snippet = splitSnippet(item.snippet);
  // The title's own words say enough; what matched elsewhere is worth a second line.
  const isSnippetShown =
    snippet.some((part) => part.isMarked) && (item.kind === 'comment' || !titleParts.some((part) => part.isMarked));
  return (
    <Cmdk.Item value={valueOfItem(item)} onSelect={onSelect} className={itemStyle}>
      <RecordIcon kind={item.kind} className="text-muted-foreground" />
      <span className="min-w-0 flex-1" dir="auto">
        <span className="block truncate">
          <Marked parts={titleParts} />
        </span>
        {isSnippetShown ? (
          <span className="block truncate type-meta text-muted-foreground">
            <Marked parts={snippet} />
          </span>
        ) : null}
      </span>
      <span className="flex max-w-48 flex-none items-center gap-2 type-meta text-muted-foreground">
        {item.kind === 'project' || project === undefined ? null : <span className="truncate">{project.name}</span>}
        <CornerDownLeft aria-hidden className="icon-14 hidden group-data-[selected=true]/item:block" />
      </span>
    </Cmdk.Item>
  );
}

function CommandItem({ command, onSelect }: { command: Command; onSelect: () => void }) {
  const Icon = command.icon;
  return (
    <Cmdk.Item value={valueOfCommand(command)} onSelect={onSelect} className={itemStyle}>
      <Icon aria-hidden className={command.group === 'assistant' ? 'text-assistant' : 'text-muted-foreground'} />
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {command.label}
      </span>
      {command.shortcut === undefined ? null : <Kbd keys={command.shortcut} />}
    </Cmdk.Item>
  );
}

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map((part, index) =>
    part.isMarked ? (
      <mark key={index} className="bg-transparent font-semibold text-foreground">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}

/** All words of the text are beginnings of words in the label. */
function matches(label: string, text: string): boolean {
  const words = label.toLocaleLowerCase().split(/[^\p{L}\p{N}]+/u);
  return text
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((part) => words.some((word) => word.startsWith(part)));
}
