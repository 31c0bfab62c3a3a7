import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronRight, RotateCcw, Search, Trash2, X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordKindSchema } from '../../../contracts/record.ts';
import { TRASH_DAYS, type TrashItem } from '../../../contracts/trash.ts';
import { Button } from '../../components/ui/Button.tsx';
import { ConfirmDialog } from '../../components/ui/ConfirmDialog.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorLine, ErrorState } from '../../components/ui/ErrorState.tsx';
import { FrameInput, InputFrame } from '../../components/ui/Input.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { Filter, FilterBar } from '../shell/FilterBar.tsx';
import { DensePage } from '../shell/Page.tsx';
import { TrashRows } from './TrashRows.tsx';
import type { TrashSearch } from './trashSearch.ts';
import { useTrashActions } from './useTrashActions.ts';
import { keyOf, useTrashList } from './useTrashList.ts';

/** What was deleted in the last days, to bring back whole or to let go for good. */
export function TrashScreen() {
  const { t } = useTranslation('trash');
  const search = useSearch({ from: '/trash' });
  const navigate = useNavigate({ from: '/trash' });
  const list = useTrashList(search);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  /** What is asked about before it goes for good. */
  const [asked, setAsked] = useState<readonly TrashItem[] | 'all' | null>(null);
  const actions = useTrashActions(() => setSelected(new Set()));
  const change = useCallback(
    (changes: Partial<TrashSearch>) => {
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
    },
    [navigate],
  );
  const chosen = useMemo(() => list.items.filter((item) => selected.has(keyOf(item))), [list.items, selected]);
  const isEmpty = !list.isPending && list.error === null && list.items.length === 0;
  return (
    <DensePage
      title={t('title')}
      isTitleHidden
      lead={
        <nav aria-label={t('label')} className="flex min-w-0 items-center gap-2 text-muted-foreground">
          <Link to="/settings" className="flex-none rounded-sm hover:text-foreground focus-inset">
            {t('crumb')}
          </Link>
          <ChevronRight aria-hidden className="icon-14" />
          <span aria-hidden className="text-[15px] leading-6 font-semibold tracking-[-0.3px] text-foreground">
            {t('title')}
          </span>
        </nav>
      }
      actions={
        <Button
          size="sm"
          variant="ghost"
          disabled={list.total === undefined || list.total === 0 || actions.working !== null}
          onClick={() => setAsked('all')}
        >
          <Trash2 aria-hidden className="icon-14" />
          {actions.working === 'delete' ? t('deleting') : t('empty')}
        </Button>
      }
      filters={
        <TrashBar
          search={search}
          onChange={change}
          shown={list.items.length}
          total={list.total}
          selectedCount={chosen.length}
          isWorking={actions.working !== null}
          onSelectAll={() => setSelected(new Set(list.items.map(keyOf)))}
          onClear={() => setSelected(new Set())}
          onRestore={() => actions.restore(chosen)}
          onDelete={() => setAsked(chosen)}
        />
      }
    >
      {list.error !== null ? (
        <ErrorState title={t('unreadable')} error={list.error} onRetry={list.retry} />
      ) : list.isPending ? (
        <SkeletonRows count={8} className="px-5 pt-2 wide:px-6" rowClassName="h-14" />
      ) : !isEmpty ? (
        <TrashRows
          items={list.items}
          selected={selected}
          onSelect={setSelected}
          onRestore={(item) => actions.restore([item])}
          onDelete={(item) => setAsked([item])}
          onEndReached={list.loadMore}
          footer={
            list.moreError === null ? null : (
              <ErrorLine title={t('moreError')} error={list.moreError} onRetry={list.retry} className="pb-6" />
            )
          }
        />
      ) : list.isFiltered ? (
        <EmptyState
          title={t('noMatch.title')}
          actions={<Button onClick={() => change({ kind: undefined, q: undefined })}>{t('noMatch.clear')}</Button>}
        >
          {t('noMatch.body')}
        </EmptyState>
      ) : (
        <EmptyState title={t('emptyState.title')}>{t('emptyState.body', { count: TRASH_DAYS })}</EmptyState>
      )}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setAsked(null);
        }}
        title={confirmTitle()}
        description={
          asked === 'all'
            ? t('confirm.emptyBody', { count: list.total ?? 0, formatted: formatNumber(list.total ?? 0) })
            : t('confirm.body')
        }
        safeLabel={t('confirm.keep')}
        confirmLabel={t('confirm.confirm')}
        isDestructive
        onConfirm={() => {
          if (asked === 'all') actions.empty();
          else if (asked !== null) actions.deleteForGood(asked);
        }}
      />
    </DensePage>
  );

  function confirmTitle(): string {
    if (asked === 'all') return t('confirm.emptyTitle');
    const [only, ...others] = asked ?? [];
    if (only !== undefined && others.length === 0)
      return t('confirm.titleOne', { title: only.title.trim() === '' ? t('untitled') : only.title });
    return t('confirm.titleMany', { formatted: formatNumber(asked?.length ?? 0) });
  }
}

interface TrashBarProps {
  search: TrashSearch;
  onChange: (changes: Partial<TrashSearch>) => void;
  shown: number;
  total: number | undefined;
  selectedCount: number;
  isWorking: boolean;
  onSelectAll: () => void;
  onClear: () => void;
  onRestore: () => void;
  onDelete: () => void;
}

/** Filters; once something is selected, what can be done with it. */
function TrashBar(props: TrashBarProps) {
  const { search, onChange, shown, total, selectedCount, isWorking, onSelectAll, onClear, onRestore, onDelete } = props;
  const { t } = useTranslation(['trash', 'common']);
  if (selectedCount > 0) {
    return (
      <FilterBar aria-label={t('selected', { count: selectedCount, formatted: formatNumber(selectedCount) })}>
        <span role="status" className="mr-2 type-section font-medium tabular-nums">
          {t('selected', { count: selectedCount, formatted: formatNumber(selectedCount) })}
        </span>
        <Button size="sm" disabled={isWorking} onClick={onRestore}>
          <RotateCcw aria-hidden className="icon-14" />
          {t('restore')}
        </Button>
        <Button size="sm" variant="ghost" disabled={isWorking} onClick={onDelete}>
          <Trash2 aria-hidden className="icon-14" />
          {t('deleteForGood')}
        </Button>
        <Button size="sm" variant="ghost" className="ml-auto" disabled={selectedCount === shown} onClick={onSelectAll}>
          {t('selectAll')}
        </Button>
        <Button size="sm" variant="ghost" className="-mr-2.5" onClick={onClear}>
          {t('clearSelection')}
        </Button>
      </FilterBar>
    );
  }
  return (
    <FilterBar aria-label={t('filter.label')}>
      <InputFrame className="mr-1 h-7 w-60 flex-none rounded-md type-section">
        <Search aria-hidden className="icon-14" />
        <FrameInput
          type="search"
          dir="auto"
          value={search.q ?? ''}
          maxLength={200}
          aria-label={t('search')}
          placeholder={t('search')}
          className="[&::-webkit-search-cancel-button]:hidden"
          onChange={(event) => onChange({ q: event.target.value === '' ? undefined : event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            if (search.q === undefined) event.currentTarget.blur();
            else onChange({ q: undefined });
          }}
        />
        {search.q === undefined ? null : (
          <button
            type="button"
            aria-label={t('clearSearch')}
            onClick={() => onChange({ q: undefined })}
            className="-mr-1.5 grid size-6 place-items-center rounded-sm hover:text-foreground focus-inset"
          >
            <X aria-hidden className="icon-14" />
          </button>
        )}
      </InputFrame>
      <Filter
        label={t('filter.kind')}
        value={search.kind ?? 'all'}
        neutral="all"
        options={[
          { value: 'all' as const, label: t('filter.all') },
          ...recordKindSchema.options.map((kind) => ({ value: kind, label: t(`common:kind.${kind}`) })),
        ]}
        onChange={(kind) => onChange({ kind: kind === 'all' ? undefined : kind })}
      />
      <span role="status" className="ml-auto type-section text-muted-foreground tabular-nums">
        {total === undefined || (total === 0 && shown === 0)
          ? null
          : search.kind === undefined && search.q === undefined
            ? formatNumber(total)
            : t('count', { shown: formatNumber(shown), total: formatNumber(total) })}
      </span>
    </FilterBar>
  );
}
