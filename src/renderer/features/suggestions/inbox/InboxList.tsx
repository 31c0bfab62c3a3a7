import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionTitle } from '../../../components/ui/Section.tsx';
import { cn } from '../../../lib/cn.ts';
import { type ShortcutId, useShortcut } from '../../commands/shortcuts.ts';
import { useRowSteps } from '../../records/useRowSteps.ts';
import { SuggestionCard } from '../SuggestionCard.tsx';
import type { InboxLine } from './groupSuggestions.ts';

const HEADING = 40;
const CARD = 68;
const PAGE = 5;

interface InboxListProps {
  lines: readonly InboxLine[];
  footer: ReactNode;
}

/** The virtualised list. J and K move from card to card, A approves, E edits, R rejects; what comes after a settled one takes the focus. */
export function InboxList({ lines, footer }: InboxListProps) {
  const { t } = useTranslation('suggestions');
  const scroller = useRef<HTMLDivElement>(null);
  const cards = lines.flatMap((line, index) => (line.kind === 'suggestion' ? [{ id: line.suggestion.id, index }] : []));
  const [activeId, setActiveId] = useState<string | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? HEADING : CARD),
    getItemKey: (index) => keyOf(lines[index]) ?? index,
    overscan: 6,
    paddingEnd: 24,
  });
  const found = cards.findIndex(({ id }) => id === activeId);
  const active = cards[Math.max(0, found)];

  const focusCard = (card: (typeof cards)[number] | undefined): void => {
    if (card === undefined) return;
    setActiveId(card.id);
    // With its heading, where it is the first of its group.
    virtualizer.scrollToIndex(lines[card.index - 1]?.kind === 'heading' ? card.index - 1 : card.index, {
      align: 'auto',
    });
    // The card exists after the next paint at the latest.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => cardOf(scroller.current, card.id)?.focus());
    });
  };
  useRowSteps({
    list: scroller,
    page: PAGE,
    onStep: (step) => {
      // The first step comes to the first card, not past it.
      const isThere = cardOf(scroller.current, active?.id)?.contains(document.activeElement) === true;
      const at = Math.max(0, found);
      focusCard(isThere ? cards[Math.max(0, Math.min(cards.length - 1, at + step))] : active);
    },
  });
  const useAction = (id: Extract<ShortcutId, 'approve' | 'edit' | 'reject'>): void => {
    useShortcut(id, ({ target }) => {
      // With the focus nowhere the first press only shows which one is meant.
      if (target === document.body) {
        focusCard(active);
        return active !== undefined;
      }
      const card = cardOf(scroller.current, active?.id);
      if (card === null || !(target instanceof Node) || !card.contains(target)) return false;
      const button = card.querySelector<HTMLButtonElement>(`[data-action="${id}"]`);
      if (button === null) return false;
      button.click();
      return true;
    });
  };
  useAction('approve');
  useAction('edit');
  useAction('reject');

  // What is settled leaves; whoever was on it goes on with the next.
  const shownIds = cards.map(({ id }) => id);
  const before = useRef<{ ids: readonly string[]; wasInside: boolean }>({ ids: [], wasInside: false });
  useEffect(() => {
    const { ids, wasInside } = before.current;
    before.current = { ids: shownIds, wasInside };
    if (!wasInside || activeId === null || shownIds.includes(activeId as (typeof shownIds)[number])) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const place = ids.indexOf(activeId);
    const next = ids.slice(place + 1).find((id) => shownIds.some((shown) => shown === id));
    focusCard(cards.find(({ id }) => id === next) ?? cards.at(-1));
  });

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-5 wide:px-6">
      <div
        role="list"
        aria-label={t('title')}
        className="relative mt-2"
        style={{ height: virtualizer.getTotalSize() }}
        onFocus={() => (before.current.wasInside = true)}
        onBlur={({ relatedTarget }) => {
          // Nowhere: the card itself went. Elsewhere: the person did.
          if (relatedTarget !== null) before.current.wasInside = false;
        }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const isCard = line.kind === 'suggestion';
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="listitem"
              className={cn('absolute inset-x-0 top-0', isCard ? 'pb-2' : 'pt-2 first:pt-0')}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {isCard ? (
                <div
                  data-card={line.suggestion.id}
                  tabIndex={line.suggestion.id === active?.id ? 0 : -1}
                  role="group"
                  aria-label={line.suggestion.title}
                  className="rounded-lg"
                  onFocus={() => setActiveId(line.suggestion.id)}
                >
                  <SuggestionCard suggestion={line.suggestion} isWide />
                </div>
              ) : (
                <SectionTitle count={line.count}>{t(`inbox.group.${line.group}`)}</SectionTitle>
              )}
            </div>
          );
        })}
      </div>
      {footer}
    </div>
  );
}

function keyOf(line: InboxLine | undefined): string | undefined {
  if (line === undefined) return undefined;
  return line.kind === 'heading' ? line.group : line.suggestion.id;
}

function cardOf(list: HTMLElement | null, id: string | undefined): HTMLElement | null {
  return id === undefined ? null : (list?.querySelector<HTMLElement>(`[data-card="${id}"]`) ?? null);
}
