import { z } from 'zod';
import { densitySchema, themeSchema, type Settings } from '../../../contracts/settings.ts';

type Appearance = Pick<Settings, 'theme' | 'density'>;

const appearanceSchema = z.object({ theme: themeSchema, density: densitySchema });
const KEY = 'adiuva.appearance';
const dark = matchMedia('(prefers-color-scheme: dark)');
let current: Appearance = { theme: 'system', density: 'comfortable' };

dark.addEventListener('change', () => {
  applyAppearance(current);
});

/** Sets theme and density on the root element, and remembers them for the next first paint. */
export function applyAppearance(appearance: Appearance): void {
  current = appearance;
  const { classList, dataset } = document.documentElement;
  classList.toggle('dark', appearance.theme === 'dark' || (appearance.theme === 'system' && dark.matches));
  dataset['density'] = appearance.density;
  try {
    localStorage.setItem(KEY, JSON.stringify({ theme: appearance.theme, density: appearance.density }));
  } catch {
    // Storage can be full or refused; the only loss is the colour of the next first paint.
  }
}

/** What was set last in this window, before the settings are read. */
export function rememberedAppearance(): Appearance {
  try {
    return appearanceSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return current;
  }
}
