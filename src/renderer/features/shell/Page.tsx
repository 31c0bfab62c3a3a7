import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';
import { isMacDesktop } from '../../lib/platform.ts';
import { useIsPopOut } from '../windows/popOut.ts';
import { Boundary } from './Boundary.tsx';
import { AskButton } from './AskButton.tsx';
import { useDocumentTitle } from './useDocumentTitle.ts';

interface DensePageProps {
  /** The screen's name; in the topbar, and the window's title. */
  title: string;
  /** Beside the name: a count, a crumb, a segmented control. */
  lead?: ReactNode;
  /** At the topbar's end, before Ask: the main action last. */
  actions?: ReactNode;
  /** Between topbar and content: a `FilterBar`. Absent: none. */
  filters?: ReactNode;
  /** At the end, full height below the topbar: a `SidePanel`. */
  panel?: ReactNode;
  /** The heading is there for screen readers only; `lead` shows in its place (a crumb, say). */
  isTitleHidden?: boolean;
  children: ReactNode;
}

/** A dense screen: ruled topbar, gutter 24, content fills the width and scrolls by itself. */
export function DensePage({ title, lead, actions, filters, panel, isTitleHidden = false, children }: DensePageProps) {
  useDocumentTitle(title);
  return (
    <>
      <Topbar isRuled actions={actions}>
        <h1
          className={cn(
            'min-w-0 truncate text-[15px] leading-6 font-semibold tracking-[-0.3px]',
            isTitleHidden && 'sr-only',
          )}
        >
          {title}
        </h1>
        {lead}
      </Topbar>
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          {filters === undefined ? null : <Boundary part="line">{filters}</Boundary>}
          <Boundary part="content">{children}</Boundary>
        </div>
        {panel === undefined ? null : <Boundary part="panel">{panel}</Boundary>}
      </div>
    </>
  );
}

interface EditorialPageProps {
  /** The window's title. The heading itself is the screen's own. */
  title: string;
  /** In the topbar: a crumb. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Main column, then the aside of 288: use `EditorialColumns` inside. */
  children: ReactNode;
  /** Beside the content, as in a dense screen. */
  panel?: ReactNode;
  /** Over the lower end of the main column, wherever the content is scrolled: an AI input. */
  foot?: ReactNode;
}

/** Canvas from the middle of the foot to the window's edge: what scrolls under it ends there. Gone while the foot is hidden. */
const behindFoot =
  'before:absolute before:-inset-x-2.5 before:top-1/2 before:-bottom-6 before:-z-1 before:bg-background has-[>[hidden]]:before:hidden';

/** An editorial screen: no rule, gutter 40, content at most 1040 wide and centred. */
export function EditorialPage({ title, lead, actions, children, panel, foot }: EditorialPageProps) {
  useDocumentTitle(title);
  return (
    <>
      <Topbar actions={actions}>{lead}</Topbar>
      <div className="flex min-h-0 flex-1">
        <div className="min-h-0 min-w-0 flex-1 overflow-y-auto">
          <div
            className={cn(
              'mx-auto max-w-[calc(var(--content-max)+2*var(--gutter))] px-(--gutter) pt-2',
              foot === undefined ? 'pb-8' : 'flex min-h-full flex-col pb-6',
            )}
          >
            <Boundary part="content">{children}</Boundary>
            {foot === undefined ? null : (
              <EditorialColumns className="pointer-events-none sticky bottom-6 mt-auto pt-8">
                <div className={cn('pointer-events-auto relative min-w-0', behindFoot)}>{foot}</div>
              </EditorialColumns>
            )}
          </div>
        </div>
        {panel === undefined ? null : <Boundary part="panel">{panel}</Boundary>}
      </div>
    </>
  );
}

/** Main column and aside of 288 (248), 48 (32) apart. */
export function EditorialColumns({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div className={cn('grid grid-cols-[minmax(0,1fr)_var(--aside-width)] gap-8 wide:gap-12', className)} {...props} />
  );
}

interface TopbarProps {
  isRuled?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}

/** 48 high; the window is dragged by it. Ends with Ask. */
export function Topbar({ isRuled = false, actions, children }: TopbarProps) {
  const isPopOut = useIsPopOut();
  return (
    <header
      className={cn(
        'flex h-(--topbar-height) flex-none items-center gap-2 drag-region',
        isRuled ? 'border-b border-hairline pr-6 pl-5 wide:pl-6' : 'px-(--gutter)',
        isPopOut && 'pr-3',
        // No sidebar keeps the window's buttons free here.
        isPopOut && isMacDesktop && 'pl-20',
      )}
    >
      <div className="flex min-w-0 flex-1 items-center gap-4">{children}</div>
      <div className="flex flex-none items-center gap-2">
        {actions}
        <AskButton />
      </div>
    </header>
  );
}
