import type { MouseEvent, ReactNode } from 'react';
import { openLink } from '../../lib/openLink.ts';

/** A link of a text: it tells its whole target, and opens outside on click only. Without a target it stays text. */
export function OutsideLink({ href = '', children }: { href: string | undefined; children?: ReactNode }) {
  if (href === '') return <span>{children}</span>;
  const follow = (event: MouseEvent): void => {
    event.stopPropagation();
    // The right button opens the menu.
    if (event.button === 2) return;
    event.preventDefault();
    openLink(href);
  };
  return (
    <a
      href={href}
      title={href}
      target="_blank"
      rel="noreferrer noopener"
      className="record-link"
      onClick={follow}
      onAuxClick={follow}
    >
      {children}
    </a>
  );
}
