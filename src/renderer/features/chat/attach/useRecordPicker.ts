import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { SEARCH_TEXT_MAX, type SearchItem } from '../../../../contracts/search.ts';
import { trpc } from '../../../trpc.ts';
import { fold } from '../../commands/fold.ts';
import { useRecentRecords } from '../../search/useRecentRecords.ts';
import { readTrigger, type Trigger } from './readTrigger.ts';

const SHOWN = 7;
const KINDS = ['client', 'project', 'note', 'task'] as const;
type PickableKind = (typeof KINDS)[number];

export interface PickableRecord {
  readonly kind: PickableKind;
  readonly id: string;
  readonly title: string;
}

export interface RecordPicker {
  /** What is being typed; null while nothing is picked. */
  readonly trigger: Trigger | null;
  readonly items: readonly PickableRecord[];
  readonly activeIndex: number;
  readonly listId: string;
  optionId(index: number): string;
  /** The caret moved, by typing or otherwise. */
  follow(text: string, caret: number): void;
  /** Whether the key was meant for the list. */
  handleKey(event: React.KeyboardEvent): boolean;
  setActive(index: number): void;
  close(): void;
}

/** Looks for the record whose name is typed after `@` or `[[`; with nothing typed, what was opened last. */
export function useRecordPicker(onPick: (record: PickableRecord, trigger: Trigger) => void): RecordPicker {
  const [found, setFound] = useState<Trigger | null>(null);
  /** Where the list was closed: it stays so until another name begins. */
  const [closed, setClosed] = useState<Trigger | null>(null);
  const [active, setActive] = useState(0);
  const listId = useId();
  const text = (found?.query ?? '').trim().slice(0, SEARCH_TEXT_MAX);
  const deferred = useDeferredValue(text);
  const isWanted = found !== null && !(closed?.start === found.start && closed.mark === found.mark);
  const { data, isFetching } = useQuery(
    trpc.search.query.queryOptions(
      { text: deferred, limit: SHOWN, kinds: [...KINDS] },
      { enabled: isWanted && deferred !== '', staleTime: 0, gcTime: 0, placeholderData: keepPreviousData },
    ),
  );
  const recent = useRecentRecords(isWanted && text === '', SHOWN);
  const items = text === '' ? recent.flatMap(pickable) : namedFirst((data?.items ?? []).flatMap(pickable), text);
  // More words that name nothing are a sentence that goes on.
  const isSentence = items.length === 0 && !isFetching && /\s/u.test(text);
  const trigger = isWanted && !isSentence ? found : null;
  const activeIndex = Math.min(active, Math.max(0, items.length - 1));

  return {
    trigger,
    items,
    activeIndex,
    listId,
    optionId: (index) => `${listId}-${index}`,
    follow(value, caret) {
      const next = readTrigger(value, caret);
      if (next?.start !== found?.start || next?.query !== found?.query) setActive(0);
      if (next === null) setClosed(null);
      setFound(next);
    },
    handleKey(event) {
      if (trigger === null) return false;
      switch (event.key) {
        case 'ArrowDown':
          setActive((activeIndex + 1) % Math.max(1, items.length));
          return true;
        case 'ArrowUp':
          setActive((activeIndex - 1 + items.length) % Math.max(1, items.length));
          return true;
        case 'Enter':
        case 'Tab': {
          const item = items[activeIndex];
          if (item === undefined || event.shiftKey) return false;
          onPick(item, trigger);
          setFound(null);
          return true;
        }
        case 'Escape':
          setClosed(trigger);
          return true;
        default:
          return false;
      }
    },
    setActive,
    close: () => setFound(null),
  };
}

/** A name is being typed: those that begin with it come before those that only speak of it. */
function namedFirst(items: readonly PickableRecord[], text: string): PickableRecord[] {
  const begins = ({ title }: PickableRecord): number => Number(fold(title).startsWith(fold(text)));
  return items.toSorted((one, other) => begins(other) - begins(one));
}

function pickable({ kind, id, title }: SearchItem): PickableRecord[] {
  const known = KINDS.find((other) => other === kind);
  return known === undefined ? [] : [{ kind: known, id, title }];
}
