import type { ReactNode } from 'react';
import { SectionTitle } from '../../components/ui/Section.tsx';

/** The head of a settings page: title, one or two sentences, at most one action. */
export function SettingsHead({ title, body, action }: { title: string; body: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-5 flex items-start gap-6">
      <div className="min-w-0 flex-1">
        <h2 className="type-title">{title}</h2>
        <p className="mt-1 max-w-120 text-muted-foreground">{body}</p>
      </div>
      {action}
    </div>
  );
}

/** Rows on one piece of paper, under a heading. */
export function SettingsGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-6">
      <SectionTitle>{title}</SectionTitle>
      <div className="divide-y divide-hairline rounded-lg border bg-surface">{children}</div>
    </section>
  );
}

interface SettingsRowProps {
  title: ReactNode;
  body?: ReactNode;
  /** Names the control where it is one input. */
  htmlFor?: string;
  children?: ReactNode;
}

/** Name and explanation at the start, the control at the end; 56 high. */
export function SettingsRow({ title, body, htmlFor, children }: SettingsRowProps) {
  const Name = htmlFor === undefined ? 'div' : 'label';
  return (
    <div className="flex min-h-14 items-center gap-4 px-4 py-2">
      <Name {...(htmlFor === undefined ? {} : { htmlFor })} className="min-w-0 flex-1">
        <span className="block font-medium">{title}</span>
        {body === undefined ? null : (
          <span className="block type-meta break-words text-muted-foreground tabular-nums">{body}</span>
        )}
      </Name>
      <div className="flex min-w-0 flex-none items-center gap-2">{children}</div>
    </div>
  );
}
