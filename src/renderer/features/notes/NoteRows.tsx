import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { useToday } from '../../lib/useToday.ts';
import { useProjects } from '../records/useProjects.ts';
import { NoteRow } from './NoteRow.tsx';
import type { NoteLine } from './useNoteList.ts';

const ROW = 56;
const HEADING = 32;
const HEADING_GAP = 8;
/** So many lines before the end, the next page is asked for. */
const NEAR_END = 30;
const STEPS: Partial<Record<string, number>> = {
  ArrowDown: 1,
  j: 1,
  ArrowUp: -1,
  k: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
};

interface NoteRowsProps {
  lines: readonly NoteLine[];
  text: string;
  label: string;
  onEndReached: () => void;
  footer: ReactNode;
}

/** The virtualised list. Arrows or J and K move, Enter opens. */
export function NoteRows({ lines, text, label, onEndReached, footer }: NoteRowsProps) {
  const { t } = useTranslation('notes');
  const today = useToday();
  const projects = useProjects();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING + (index === 0 ? 0 : HEADING_GAP) : ROW),
    getItemKey: (index) => keyOf(lines[index]) ?? index,
    overscan: 8,
    paddingStart: 8,
    paddingEnd: 24,
  });
  const items = virtualizer.getVirtualItems();
  const lastIndex = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastIndex >= lines.length - NEAR_END) onEndReached();
  }, [lastIndex, lines.length, onEndReached]);

  const places = lines.flatMap((line, index) => (line.kind === 'heading' ? [] : [index]));
  const active = places.find((index) => keyOf(lines[index]) === activeKey) ?? places[0];
  const move = (step: number): void => {
    const place = places.findIndex((index) => index === active);
    const next = places[Math.max(0, Math.min(places.length - 1, place + step))];
    const key = next === undefined ? undefined : keyOf(lines[next]);
    if (next === undefined || key === undefined) return;
    setActiveKey(key);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    // The row exists after the next paint at the latest.
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-line="${key}"] [data-row-main]`)?.focus(),
      );
    });
  };

  return (
    <div
      ref={scroller}
      className="@container min-h-0 flex-1 overflow-y-auto px-5 wide:px-6"
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        move(step);
      }}
    >
      <div role="list" aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const projectId =
            line.kind === 'note' ? line.note.projectId : line.kind === 'hit' ? line.hit.projectId : null;
          return (
            <div
              key={item.key}
              role="listitem"
              data-line={keyOf(line)}
              className="absolute inset-x-0 top-0 flex flex-col justify-end"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              onFocus={() => setActiveKey(keyOf(line) ?? null)}
            >
              {line.kind === 'heading' ? (
                <SectionTitle count={line.count ?? undefined}>{t(`group.${line.group}`)}</SectionTitle>
              ) : (
                <NoteRow
                  line={line}
                  project={projects.byId(projectId)}
                  today={today}
                  text={text}
                  tabIndex={item.index === active ? 0 : -1}
                />
              )}
            </div>
          );
        })}
      </div>
      {footer}
    </div>
  );
}

function keyOf(line: NoteLine | undefined): string | undefined {
  switch (line?.kind) {
    case 'heading':
      return line.group;
    case 'note':
      return line.note.id;
    case 'hit':
      return line.hit.id;
    case undefined:
      return undefined;
  }
}
