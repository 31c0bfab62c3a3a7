import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { formatDay, formatTimeOfDay } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { isShortcut } from '../commands/shortcuts.ts';
import { useWords } from '../history/useWords.ts';
import { useRowSteps } from '../records/useRowSteps.ts';
import { useSettings } from '../settings/useSettings.ts';
import { ActivityDetails } from './ActivityDetails.tsx';
import type { ActivityLine } from './activityLines.ts';
import { ActivityRow } from './ActivityRow.tsx';

const ROW_HEIGHT = { compact: 32, comfortable: 36, relaxed: 44 } as const;
/** `10:21`, or `10:21 pm` where the day has two halves. */
const timeWidth = formatTimeOfDay('22:59').length > 5 ? '[--activity-time:60px]' : '[--activity-time:38px]';
const HEADING = 32;
const HEADING_GAP = 12;
/** What an open row is taken for until it is measured. */
const OPEN = 112;
/** So many lines before the end, the next page is asked for. */
const NEAR_END = 40;
const PAGE = 12;

interface ActivityRowsProps {
  lines: readonly ActivityLine[];
  /** The sequence of the row that is open. */
  openRow: number | undefined;
  onOpen: (sequence: number | undefined) => void;
  onEndReached: () => void;
  footer: ReactNode;
}

/** The virtualised list. Arrows or J and K move, Enter opens and closes a row, Esc closes it. */
export function ActivityRows({ lines, openRow, onOpen, onEndReached, footer }: ActivityRowsProps) {
  const { t } = useTranslation('activity');
  const words = useWords();
  const { density, userName } = useSettings();
  const detailsId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const rowHeight = ROW_HEIGHT[density];
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const line = lines[index];
      if (line?.kind === 'day') return HEADING + (index === 0 ? 0 : HEADING_GAP);
      return rowHeight + (line?.item.sequence === openRow ? OPEN : 0);
    },
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    paddingStart: 8,
    paddingEnd: 24,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastIndex >= lines.length - NEAR_END) onEndReached();
  }, [lastIndex, lines.length, onEndReached]);

  const places = lines.flatMap((line, index) => (line.kind === 'item' ? [index] : []));
  const active = places.find((index) => lines[index]?.key === activeKey) ?? places[0];
  const focusRow = (key: string): void => {
    // The row exists after the next paint at the latest.
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-line="${key}"] [data-row-main]`)?.focus(),
      );
    });
  };
  const move = (step: number): void => {
    const place = places.findIndex((index) => index === active);
    const next = places[Math.max(0, Math.min(places.length - 1, place + step))];
    const key = next === undefined ? undefined : lines[next]?.key;
    if (next === undefined || key === undefined) return;
    setActiveKey(key);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    focusRow(key);
  };
  useRowSteps({ list: scroller, page: PAGE, onStep: move });
  return (
    <div
      ref={scroller}
      className={cn('@container min-h-0 flex-1 overflow-y-auto px-5 wide:px-6', timeWidth)}
      onKeyDown={(event) => {
        if (!isShortcut('closePanel', event) || openRow === undefined) return;
        event.preventDefault();
        onOpen(undefined);
        focusRow(String(openRow));
      }}
    >
      <div role="list" aria-label={t('list')} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const isOpen = line.kind === 'item' && line.item.sequence === openRow;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              role="listitem"
              data-index={item.index}
              data-line={line.key}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start}px)` }}
              onFocus={line.kind === 'item' ? () => setActiveKey(line.key) : undefined}
            >
              {line.kind === 'day' ? (
                <SectionTitle count={line.count ?? undefined} className={item.index === 0 ? '' : 'mt-3'}>
                  {formatDay(line.day, words.today)}
                </SectionTitle>
              ) : (
                <>
                  <ActivityRow
                    item={line.item}
                    words={words}
                    userName={userName}
                    isOpen={isOpen}
                    tabIndex={item.index === active ? 0 : -1}
                    detailsId={detailsId}
                    onToggle={() => onOpen(isOpen ? undefined : line.item.sequence)}
                  />
                  {isOpen ? <ActivityDetails id={detailsId} item={line.item} words={words} /> : null}
                </>
              )}
            </div>
          );
        })}
      </div>
      {footer}
    </div>
  );
}
