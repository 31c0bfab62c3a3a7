import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import type { HistoryEntry } from '../../../contracts/change.ts';
import { cn } from '../../lib/cn.ts';
import { fieldLabel, fieldText, tellingFields } from './describeField.ts';
import { useWords } from './useWords.ts';

type Change = Pick<HistoryEntry, 'operation' | 'recordKind' | 'before' | 'after'>;

/** Fields that an added or deleted record shows; its title stands above them already. */
const NAMED = new Set(['id', 'title', 'name', 'taskId', 'sortOrder', 'author']);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** The fields of a change that tell something. */
export function shownFields({ operation, before, after }: Change): readonly string[] {
  if (operation === 'update') return tellingFields(Object.keys(after ?? {})).filter((name) => name !== 'sortOrder');
  const image = after ?? before ?? {};
  return tellingFields(Object.keys(image)).filter((name) => !NAMED.has(name) && !isEmpty(image[name]));
}

/** Each field as before (struck), arrow, after. An added record shows only the after, a deleted one only the before. */
export function FieldChanges({ change, className, empty }: { change: Change; className?: string; empty?: string }) {
  const words = useWords();
  const fields = shownFields(change);
  if (fields.length === 0) return empty === undefined ? null : <p className="text-muted-foreground">{empty}</p>;
  const text = (name: string, from: Change['before']): string =>
    fieldText(name, from?.[name], change.recordKind, words);
  return (
    <dl className={cn('grid min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-x-3 type-meta leading-6', className)}>
      {fields.map((name) => (
        <Fragment key={name}>
          <dt className="max-w-28 truncate text-muted-foreground">{fieldLabel(name)}</dt>
          <dd className="flex min-w-0 items-start gap-1.5">
            {change.before === null ? null : (
              <Value as="del" text={text(name, change.before)} isMarked={!isEmpty(change.before[name])} />
            )}
            {change.before === null || change.after === null ? null : (
              <ArrowRight aria-hidden className="icon-12 mt-1.5 flex-none text-muted-foreground" />
            )}
            {change.after === null ? null : <Value as="ins" text={text(name, change.after)} isMarked />}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Up to three lines of a long text; all of it in the tooltip. */
function Value({ as: Tag, text, isMarked }: { as: 'del' | 'ins'; text: string; isMarked: boolean }) {
  return (
    <Tag
      dir="auto"
      title={text.length > 60 ? text.slice(0, 2_000) : undefined}
      className={cn(
        'line-clamp-3 min-w-0 break-words whitespace-pre-line',
        Tag === 'ins' && 'font-medium text-diff-after no-underline',
        Tag === 'del' && (isMarked ? 'text-diff-before decoration-1' : 'text-muted-foreground no-underline'),
      )}
    >
      {text}
    </Tag>
  );
}
