import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { cn } from '../../lib/cn.ts';
import { checkBox, checkBoxTicked } from './checkBox.ts';
import { OutsideLink } from './OutsideLink.tsx';

interface MarkdownProps {
  children: string;
  /** Called with the source after a box was ticked. Absent: boxes only show. */
  onChange?: (source: string) => void;
  className?: string;
}

/** Markdown as it reads, in body size. Links open outside; HTML in it stays text. */
export function Markdown({ children, onChange, className }: MarkdownProps) {
  const components: Components = {
    // A task list's item: the box in slate, done ones muted.
    li: ({ node, className: itemClass, children: content }) => {
      if (itemClass?.includes('task-list-item') !== true)
        return <li className="ml-4.5 list-disc marker:text-muted-foreground">{content}</li>;
      const offset = node?.position?.start.offset;
      const isTicked = offset !== undefined && /^\s*(?:[-*+]|\d+[.)])\s+\[[xX]\]/u.test(children.slice(offset));
      const toggle = offset === undefined || !onChange ? undefined : () => onChange(toggleBox(children, offset));
      return (
        <TaskItem isTicked={isTicked} onToggle={toggle}>
          {content}
        </TaskItem>
      );
    },
    input: () => null,
    ul: ({ className: listClass, children: content }) => (
      <ul className={cn('grid', listClass?.includes('contains-task-list') !== true && 'gap-1')}>{content}</ul>
    ),
    ol: ({ children: content }) => <ol className="grid gap-1 [&>li]:list-decimal">{content}</ol>,
    a: ({ href, children: content }) => <OutsideLink href={href}>{content}</OutsideLink>,
    h1: Heading,
    h2: Heading,
    h3: Heading,
    h4: Heading,
    code: ({ children: content }) => <code className="rounded-xs bg-chip px-1 py-px type-code">{content}</code>,
    pre: ({ children: content }) => (
      <pre className="overflow-x-auto rounded-md border border-hairline bg-surface-sunken p-2.5 type-code [&>code]:bg-transparent [&>code]:p-0">
        {content}
      </pre>
    ),
    blockquote: ({ children: content }) => (
      <blockquote className="border-l-2 pl-3 text-muted-foreground">{content}</blockquote>
    ),
    img: ({ alt }) => <span className="text-muted-foreground">{alt}</span>,
    table: ({ children: content }) => (
      <table className="w-full border-collapse [&_td]:border-b [&_td]:border-hairline [&_td]:py-1 [&_td]:pr-3 [&_th]:border-b [&_th]:py-1 [&_th]:pr-3 [&_th]:text-left [&_th]:type-meta [&_th]:font-normal [&_th]:text-muted-foreground">
        {content}
      </table>
    ),
    hr: () => <hr className="border-hairline" />,
  };
  return (
    <div
      dir="auto"
      className={cn('grid gap-2 break-words [&_del]:text-muted-foreground [&_strong]:font-semibold', className)}
    >
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={components}>
        {children}
      </ReactMarkdown>
    </div>
  );
}

function Heading({ children }: { children?: ReactNode }) {
  return <h4 className="font-semibold">{children}</h4>;
}

function TaskItem({
  isTicked,
  onToggle,
  children,
}: {
  isTicked: boolean;
  onToggle: (() => void) | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <li className="flex items-start gap-2.5 py-1">
      <button
        type="button"
        role="checkbox"
        aria-checked={isTicked}
        aria-labelledby={id}
        disabled={onToggle === undefined}
        onClick={(event) => {
          event.stopPropagation();
          onToggle?.();
        }}
        className="-m-1 mt-[-2px] grid size-6 flex-none place-items-center rounded-sm focus-inset"
      >
        <span className={cn(checkBox, isTicked && checkBoxTicked)}>
          {isTicked ? <Check aria-hidden className="icon-12" strokeWidth={2.5} /> : null}
        </span>
      </button>
      <div id={id} className={cn('min-w-0 [&>p]:inline', isTicked && 'text-muted-foreground')}>
        {children}
      </div>
    </li>
  );
}

/** The source with the box of the item at `offset` turned. */
function toggleBox(source: string, offset: number): string {
  const head = source.slice(0, offset);
  const tail = source.slice(offset).replace(/\[([ xX])\]/u, (_, mark: string) => (mark === ' ' ? '[x]' : '[ ]'));
  return head + tail;
}
