import { z } from 'zod';
import { readPopOutPath } from '../../../contracts/popOut.ts';

/** The record that commands are about: the one that has the focus, or else the open one. */
export interface Subject {
  readonly kind: 'task' | 'note' | 'project' | 'client';
  readonly id: string;
}

interface Place {
  readonly pathname: string;
  /** The address's search, as parsed. */
  readonly search: object;
}

const idSchema = z.uuid();
const openTaskSchema = z.object({ task: idSchema });
/** @param focused what has the focus; rows carry their record's id as `data-line` */
export function subjectOf({ pathname, search }: Place, focused: Element | null): Subject | null {
  const popOut = readPopOutPath(pathname);
  if (popOut !== null) return popOut;
  const [screen = '', id] = pathname.split('/').filter((part) => part !== '');
  const line = idSchema.safeParse(focused?.closest('[data-line]')?.getAttribute('data-line'));
  const listed = line.success ? listedIn(screen, id !== undefined) : null;
  if (line.success && listed !== null) return { kind: listed, id: line.data };
  const task = openTaskSchema.safeParse(search);
  if (task.success) return { kind: 'task', id: task.data.task };
  const open = idSchema.safeParse(id);
  const opened = openedIn(screen);
  return open.success && opened !== null ? { kind: opened, id: open.data } : null;
}

/** What the rows of a screen are. `isOfOne`: the screen is about one record. */
function listedIn(screen: string, isOfOne: boolean): Subject['kind'] | null {
  switch (screen) {
    case '':
    case 'tasks':
      return 'task';
    case 'projects':
      return isOfOne ? 'task' : 'project';
    case 'notes':
      return 'note';
    default:
      return null;
  }
}

function openedIn(screen: string): Subject['kind'] | null {
  switch (screen) {
    case 'tasks':
      return 'task';
    case 'notes':
      return 'note';
    case 'projects':
      return 'project';
    case 'clients':
      return 'client';
    default:
      return null;
  }
}
