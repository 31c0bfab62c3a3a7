import { MAIN_WINDOW, type PopOut, popOutPath, popOutSizes, readPopOutPath } from '../../../contracts/popOut.ts';
import { showToast } from '../../components/ui/Toast.tsx';
import { t } from '../../i18n/i18n.ts';

/** The desktop app makes its windows itself, and answers `window.open` with null. */
const isDesktop = window.adiuva !== undefined;
/** Between a record's window and the one it was opened from, in CSS pixels. */
const GAP = 8;

/** In a browser, the windows that this one opened, by their record's path. */
const opened = new Map<string, Window>();
let openedMain: Window | null = null;

/** What the window of a record is called in a browser, so that asking twice finds it. */
export const windowNameOf = ({ kind, id }: PopOut): string => `adiuva-${kind}-${id}`;

/** Opens a task or a note in a window of its own, or brings the one that is there forward. */
export function openInWindow(record: PopOut): void {
  const path = popOutPath(record);
  if (path === location.pathname) return;
  if (isDesktop) {
    window.open(path, windowNameOf(record));
    return;
  }
  const known = opened.get(path);
  // Opened again under its name it would load anew.
  if (known !== undefined && !known.closed && known.name === windowNameOf(record)) {
    known.focus();
    return;
  }
  const made = window.open(path, windowNameOf(record), placeBeside(popOutSizes[record.kind]));
  if (made === null) {
    showToast({ id: 'windowBlocked', message: t('windows:blocked'), tone: 'error' });
    return;
  }
  opened.set(path, made);
  made.focus();
}

/** From a record's window: shows a screen in the main window and brings that forward; opens one where it is gone. */
export function showInMain(href: string): void {
  if (isDesktop) {
    window.open(href, MAIN_WINDOW);
    return;
  }
  const main = findMain();
  if (main !== null) {
    main.history.pushState(null, '', href);
    main.dispatchEvent(new main.PopStateEvent('popstate'));
    main.focus();
    return;
  }
  openedMain = window.open(href, '_blank');
  if (openedMain === null) showToast({ id: 'windowBlocked', message: t('windows:blocked'), tone: 'error' });
}

/** Where the main window shows the record. */
export function mainPathOf({ kind, id }: PopOut): string {
  return kind === 'task' ? `/tasks?task=${id}` : `/notes/${id}`;
}

/** Closes this window. A browser closes only what a page opened: any other shows the main window's Home instead. */
export function closeWindow(): void {
  window.close();
  if (!isDesktop && !window.closed && window.opener === null && window.name === '') location.assign('/');
}

type OwnWindow = Window & typeof globalThis;

/** The window that opened this one, or the one that opened that, until it is a main one. */
function findMain(): OwnWindow | null {
  for (const start of [window.opener as unknown, openedMain]) {
    let candidate = start;
    for (let depth = 0; depth < 8 && isOwn(candidate); depth++) {
      if (readPopOutPath(candidate.location.pathname) === null) return candidate;
      candidate = candidate.opener;
    }
  }
  return null;
}

/** Whether it is a window of this origin that is still there; one of another throws when it is asked. */
function isOwn(candidate: unknown): candidate is OwnWindow {
  if (typeof candidate !== 'object' || candidate === null || !('location' in candidate)) return false;
  try {
    const { closed, location: place } = candidate as OwnWindow;
    return !closed && place.origin === location.origin;
  } catch {
    return false;
  }
}

/** At the end of this window, or over its end where the screen has no room. */
function placeBeside({ width, height }: { width: number; height: number }): string {
  const { availWidth } = window.screen;
  const left = Math.max(0, Math.min(window.screenX + window.outerWidth + GAP, availWidth - width));
  return `popup,width=${width},height=${height},left=${left},top=${window.screenY + 24}`;
}
