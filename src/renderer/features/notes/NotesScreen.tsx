import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Search, X } from 'lucide-react';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { projectIdSchema } from '../../../contracts/ids.ts';
import { SEARCH_TEXT_MAX } from '../../../contracts/search.ts';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorLine, ErrorState } from '../../components/ui/ErrorState.tsx';
import { FrameInput, InputFrame } from '../../components/ui/Input.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { useProjects } from '../records/useProjects.ts';
import { Filter, FilterBar } from '../shell/FilterBar.tsx';
import { DensePage } from '../shell/Page.tsx';
import { isShortcut, keysOf, useShortcut } from '../commands/shortcuts.ts';
import { NoteRows } from './NoteRows.tsx';
import type { NoteSearch } from './noteSearch.ts';
import { useNewNote } from './useNewNote.ts';
import { useNoteList } from './useNoteList.ts';

/** All notes: pinned, this week's, earlier ones; or those that a search finds. */
export function NotesScreen() {
  const { t } = useTranslation('notes');
  const search = useSearch({ from: '/notes/' });
  const navigate = useNavigate({ from: '/notes/' });
  const projects = useProjects();
  const list = useNoteList(search);
  const newNote = useNewNote();
  const text = search.q?.trim() ?? '';
  const projectId = search.project === undefined || search.project === 'none' ? null : search.project;
  const project = projects.byId(projectId);

  const change = useCallback(
    (changes: Partial<NoteSearch>) => {
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
    },
    [navigate],
  );
  const create = (): void => newNote.create(projectId);
  useShortcut('newNote', create);

  const listed = project === undefined || project.status === 'active' ? projects.active : [project, ...projects.active];
  const isEmpty = !list.isPending && list.error === null && list.lines.length === 0;
  return (
    <DensePage
      title={t('title')}
      actions={
        <Tooltip label={t('newNote')} shortcut={keysOf('newNote')}>
          <Button variant={isEmpty ? 'outline' : 'primary'} size="sm" disabled={list.error !== null} onClick={create}>
            <Plus aria-hidden className="icon-14" />
            {t('newNote')}
          </Button>
        </Tooltip>
      }
      filters={
        <FilterBar aria-label={t('filter.label')}>
          <SearchField text={search.q ?? ''} onSearch={(q) => change({ q: q.trim() === '' ? undefined : q })} />
          <Filter
            label={t('filter.project')}
            value={search.project ?? 'any'}
            neutral="any"
            options={[
              { value: 'any', label: t('filter.all') },
              { value: 'none', label: t('filter.none') },
              ...listed.map(({ id, name, color }) => ({
                value: id,
                label: name,
                icon: <Swatch color={color} className="mx-1" />,
              })),
            ]}
            onChange={(value) =>
              change({ project: value === 'any' ? undefined : value === 'none' ? value : projectIdSchema.parse(value) })
            }
          />
          <span role="status" className="ml-auto type-section text-muted-foreground tabular-nums">
            {text === '' || list.isPending ? null : t('found', { count: list.lines.length })}
          </span>
        </FilterBar>
      }
    >
      {list.error !== null ? (
        <ErrorState title={t('unreadable')} error={list.error} onRetry={list.retry} />
      ) : list.isPending ? (
        <SkeletonRows count={8} className="px-5 pt-10 wide:px-6" rowClassName="h-14" />
      ) : isEmpty ? (
        <NotesEmpty
          text={text}
          search={search}
          projectName={project?.name}
          onCreate={create}
          onClear={() => change({ q: undefined, project: undefined })}
        />
      ) : (
        <NoteRows
          lines={list.lines}
          text={text}
          label={t('list')}
          onEndReached={list.loadMore}
          footer={
            list.moreError === null ? null : (
              <ErrorLine title={t('more')} error={list.moreError} onRetry={list.retry} className="pb-6" />
            )
          }
        />
      )}
    </DensePage>
  );
}

/** How long after a key until it is searched for, in milliseconds. */
const SEARCH_PAUSE = 120;

function SearchField({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation('notes');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [last, setLast] = useState(text);
  // Changed from outside: another address, the cleared filter.
  if (last !== text) {
    setLast(text);
    if (typed.trim() !== text.trim()) setTyped(text);
  }
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    if (typed.trim() === text.trim()) return undefined;
    const timer = setTimeout(() => search(typed), SEARCH_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, text]);
  useShortcut('filterText', () => input.current?.focus());
  const clear = (): void => {
    setTyped('');
    onSearch('');
    input.current?.focus();
  };
  return (
    <InputFrame className="mr-1 h-7 w-70 flex-none rounded-md type-section">
      <Search aria-hidden className="icon-14" />
      <FrameInput
        ref={input}
        type="search"
        dir="auto"
        value={typed}
        maxLength={SEARCH_TEXT_MAX}
        aria-label={t('searchLabel')}
        placeholder={t('search')}
        className="[&::-webkit-search-cancel-button]:hidden"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (isShortcut('cancelWriting', event)) {
            event.preventDefault();
            if (typed === '') event.currentTarget.blur();
            else clear();
          }
          if (isShortcut('next', event)) {
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-row-main][tabindex="0"]')?.focus();
          }
        }}
      />
      {typed === '' ? (
        <Kbd keys={keysOf('filterText')} />
      ) : (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={clear}
          className="-mr-1.5 grid size-6 place-items-center rounded-sm hover:text-foreground focus-inset"
        >
          <X aria-hidden className="icon-14" />
        </button>
      )}
    </InputFrame>
  );
}

interface NotesEmptyProps {
  text: string;
  search: NoteSearch;
  projectName: string | undefined;
  onCreate: () => void;
  onClear: () => void;
}

function NotesEmpty({ text, search, projectName, onCreate, onClear }: NotesEmptyProps) {
  const { t } = useTranslation('notes');
  if (text !== '') {
    return (
      <EmptyState title={t('nothingFound.title')} actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
        {t('nothingFound.body', { text })}
      </EmptyState>
    );
  }
  const write = (
    <Button variant="primary" size="lg" onClick={onCreate}>
      <Plus aria-hidden />
      {t('newNote')}
    </Button>
  );
  if (search.project === undefined) {
    return (
      <EmptyState title={t('empty.title')} actions={write}>
        {t('empty.body')}
      </EmptyState>
    );
  }
  const isNone = search.project === 'none';
  return (
    <EmptyState
      title={isNone ? t('emptyOwn.title') : t('emptyFilter.title', { project: projectName ?? '' })}
      actions={
        <>
          {write}
          <Button variant="ghost" size="lg" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        </>
      }
    >
      {isNone ? t('emptyOwn.body') : t('emptyFilter.body')}
    </EmptyState>
  );
}
