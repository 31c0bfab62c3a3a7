import { useNavigate, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { ErrorLine, ErrorState } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { SkeletonRows } from '../../components/ui/Skeleton.tsx';
import { keysOf } from '../commands/shortcuts.ts';
import { useSearchDialog } from '../search/searchDialog.ts';
import { DensePage } from '../shell/Page.tsx';
import { ActivityFilters } from './ActivityFilters.tsx';
import { ActivityRows } from './ActivityRows.tsx';
import { type ActivitySearch, filterOf, isFiltered, NO_FILTERS } from './activitySearch.ts';
import { ExportButton } from './ExportButton.tsx';
import { useActivityList } from './useActivityList.ts';

/** Every change and every tool run: who, what, when, from where; each can be opened, and most undone. */
export function ActivityScreen() {
  const { t } = useTranslation('activity');
  const search = useSearch({ from: '/activity' });
  const navigate = useNavigate({ from: '/activity' });
  const searchDialog = useSearchDialog();
  const list = useActivityList(search);
  const change = useCallback(
    (changes: Partial<ActivitySearch>) => {
      void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
    },
    [navigate],
  );
  const agents = useMemo(
    () => [...new Set(list.items.flatMap((item) => (item.actorName === null ? [] : [item.actorName])))],
    [list.items],
  );
  const isEmpty = !list.isPending && list.error === null && list.lines.length === 0;
  return (
    <DensePage
      title={t('title')}
      actions={
        <>
          <IconButton label={t('search')} shortcut={keysOf('palette')} onClick={() => searchDialog.open()}>
            <Search aria-hidden />
          </IconButton>
          <ExportButton filter={filterOf(search)} disabled={list.error !== null || list.isPending || isEmpty} />
        </>
      }
      filters={<ActivityFilters search={search} onChange={change} counts={list.counts} agents={agents} />}
    >
      {list.error !== null ? (
        <ErrorState title={t('unreadable')} error={list.error} onRetry={list.retry} />
      ) : list.isPending ? (
        <SkeletonRows count={12} className="px-5 pt-10 wide:px-6" />
      ) : !isEmpty ? (
        <ActivityRows
          lines={list.lines}
          openRow={search.row}
          onOpen={(row) => change({ row })}
          onEndReached={list.loadMore}
          footer={
            list.moreError === null ? null : (
              <ErrorLine title={t('moreError')} error={list.moreError} onRetry={list.retry} className="pb-6" />
            )
          }
        />
      ) : isFiltered(search) ? (
        <EmptyState
          title={t('empty.noMatch')}
          actions={<Button onClick={() => change(NO_FILTERS)}>{t('filter.clearAll')}</Button>}
        >
          {t('empty.noMatchBody')}
        </EmptyState>
      ) : (
        <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>
      )}
    </DensePage>
  );
}
