import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrashItem } from '../../../contracts/trash.ts';
import { useToday } from '../../lib/useToday.ts';
import { isShortcut } from '../commands/shortcuts.ts';
import { useProjects } from '../records/useProjects.ts';
import { useRowSteps } from '../records/useRowSteps.ts';
import { useSettings } from '../settings/useSettings.ts';
import { TrashRow } from './TrashRow.tsx';
import { keyOf } from './useTrashList.ts';

const ROW = 56;
/** So many rows before the end, the next page is asked for. */
const NEAR_END = 60;
const PAGE = 8;

interface TrashRowsProps {
  items: readonly TrashItem[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onRestore: (item: TrashItem) => void;
  onDelete: (item: TrashItem) => void;
  onEndReached: () => void;
  footer: ReactNode;
}

/** The virtualised list. Arrows or J and K move, Space or S selects, Enter restores, Delete deletes for good after a question. */
export function TrashRows({ items, selected, onSelect, onRestore, onDelete, onEndReached, footer }: TrashRowsProps) {
  const { t } = useTranslation('trash');
  const today = useToday();
  const projects = useProjects();
  const { userName } = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [anchor, setAnchor] = useState<string | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => keyAt(index) ?? index,
    overscan: 8,
    paddingStart: 8,
    paddingEnd: 24,
  });
  const rows = virtualizer.getVirtualItems();
  const lastIndex = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastIndex >= items.length - NEAR_END) onEndReached();
  }, [lastIndex, items.length, onEndReached]);

  function keyAt(index: number): string | undefined {
    const item = items[index];
    return item === undefined ? undefined : keyOf(item);
  }
  const found = items.findIndex((item) => keyOf(item) === activeKey);
  const active = Math.max(0, found);
  const move = (step: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, active + step));
    const key = keyAt(next);
    if (key === undefined) return;
    setActiveKey(key);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    // The row exists after the next paint at the latest.
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-line="${key}"] [data-row-main]`)?.focus(),
      );
    });
  };
  const select = (index: number, isRange: boolean): void => {
    const key = keyAt(index);
    if (key === undefined) return;
    const next = new Set(selected);
    const from = isRange ? items.findIndex((item) => keyOf(item) === anchor) : -1;
    if (from >= 0) {
      for (const item of items.slice(Math.min(from, index), Math.max(from, index) + 1)) next.add(keyOf(item));
    } else if (!next.delete(key)) next.add(key);
    setAnchor(key);
    setActiveKey(key);
    onSelect(next);
  };
  useRowSteps({ list: scroller, page: PAGE, onStep: move });
  return (
    <div
      ref={scroller}
      className="@container min-h-0 flex-1 overflow-y-auto px-5 wide:px-6"
      onKeyDown={(event) => {
        const item = items[active];
        const isOnRow = event.target instanceof HTMLElement && event.target.hasAttribute('data-row-main');
        const run = runOf();
        if (run === null) return;
        event.preventDefault();
        run();

        function runOf(): (() => void) | null {
          if (isShortcut('clearSelection', event)) return selected.size === 0 ? null : () => onSelect(new Set());
          if (isShortcut('selectAll', event)) return () => onSelect(new Set(items.map(keyOf)));
          if (!isOnRow || item === undefined) return null;
          if (isShortcut('select', event)) return () => select(active, false);
          if (isShortcut('open', event)) return () => onRestore(item);
          if (isShortcut('delete', event)) return () => onDelete(item);
          return null;
        }
      }}
    >
      <div role="list" aria-label={t('list')} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((line) => {
          const item = items[line.index];
          if (item === undefined) return null;
          const key = keyOf(item);
          return (
            <div
              key={line.key}
              role="listitem"
              data-line={key}
              className="absolute inset-x-0 top-0"
              style={{ height: line.size, transform: `translateY(${line.start}px)` }}
              onFocus={() => setActiveKey(key)}
            >
              <TrashRow
                item={item}
                projectName={item.projectId === null ? undefined : projects.byId(item.projectId)?.name}
                userName={userName}
                today={today}
                isSelected={selected.has(key)}
                tabIndex={line.index === active ? 0 : -1}
                onSelect={(isRange) => select(line.index, isRange)}
                onRestore={() => onRestore(item)}
                onDelete={() => onDelete(item)}
              />
            </div>
          );
        })}
      </div>
      {footer}
    </div>
  );
}
