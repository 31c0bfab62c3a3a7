import { ArrowRight } from 'lucide-react';
import { Fragment } from 'react';
import { cn } from '../../lib/cn.ts';
import { fieldLabel, fieldText } from './describeField.ts';
import { isEmpty, shownFields, type ShownChange } from './shownFields.ts';
import { useWords } from './useWords.ts';

/** Each field as before (struck), arrow, after. An added record shows only the after, a deleted one only the before. */
export function FieldChanges({
  change,
  className,
  empty,
}: {
  change: ShownChange;
  className?: string;
  empty?: string;
}) {
  const words = useWords();
  const fields = shownFields(change);
  if (fields.length === 0) return empty === undefined ? null : <p className="text-muted-foreground">{empty}</p>;
  const text = (name: string, from: ShownChange['before']): string =>
    fieldText(name, from?.[name], change.recordKind, words);
  return (
    <dl className={cn('grid min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-x-3 type-meta leading-6', className)}>
      {fields.map((name) => (
        <Fragment key={name}>
          <dt className="max-w-28 truncate text-muted-foreground">{fieldLabel(name)}</dt>
          {/* Two values side by side where there is room, else one below the other: no word is broken. */}
          <dd className="flex min-w-0 flex-wrap items-start gap-x-1.5">
            {has(change.before, name) ? (
              <Value as="del" text={text(name, change.before)} isMarked={!isEmpty(change.before?.[name])} />
            ) : null}
            {has(change.after, name) ? (
              <span className="flex max-w-full min-w-0 items-start gap-1.5">
                {has(change.before, name) ? (
                  <ArrowRight aria-hidden className="icon-12 mt-1.5 flex-none text-muted-foreground" />
                ) : null}
                <Value as="ins" text={text(name, change.after)} isMarked />
              </span>
            ) : null}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** A field that only one side names was put in or taken out. */
const has = (image: ShownChange['before'], name: string): boolean => image !== null && name in image;

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
