import { nativeTheme } from 'electron';
import type { Workspace } from '../core/workspace.ts';

/** Menus, dialogs, scrollbars and `prefers-color-scheme` follow the theme that the user chose in the workspace. */
export function followTheme({ settings, events }: Pick<Workspace, 'settings' | 'events'>): () => void {
  nativeTheme.themeSource = settings.get().theme;
  return events.subscribe((event) => {
    if (event.type === 'settingsChanged') nativeTheme.themeSource = settings.get().theme;
  });
}
