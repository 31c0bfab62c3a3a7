import { activity } from './en/activity.ts';
import { blocks } from './en/blocks.ts';
import { board } from './en/board.ts';
import { chat } from './en/chat.ts';
import { clients } from './en/clients.ts';
import { commands } from './en/commands.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { home } from './en/home.ts';
import { notes } from './en/notes.ts';
import { projects } from './en/projects.ts';
import { quickAdd } from './en/quickAdd.ts';
import { repeat } from './en/repeat.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { suggestions } from './en/suggestions.ts';
import { taskPanel } from './en/taskPanel.ts';
import { tasks } from './en/tasks.ts';
import { trash } from './en/trash.ts';
import { views } from './en/views.ts';
import { windows } from './en/windows.ts';

/** One catalogue file per feature; a further language is a second object of this shape. */
export const english = {
  activity,
  blocks,
  board,
  chat,
  clients,
  commands,
  common,
  errors,
  home,
  notes,
  projects,
  quickAdd,
  repeat,
  search,
  settings,
  shell,
  suggestions,
  taskPanel,
  tasks,
  trash,
  views,
  windows,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
  }
}
