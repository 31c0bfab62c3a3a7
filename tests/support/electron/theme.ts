import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import { partOf } from './partOf.ts';

const events = new EventEmitter();
let source: NativeTheme['themeSource'] = 'system';

/** The system is a light one. */
export function colorScheme(): 'light' | 'dark' {
  return source === 'dark' ? 'dark' : 'light';
}

export function onThemeChanged(listener: () => void): () => void {
  events.on('updated', listener);
  return () => events.off('updated', listener);
}

export const nativeTheme = partOf<NativeTheme>(
  'nativeTheme',
  {
    get themeSource() {
      return source;
    },
    set themeSource(value) {
      source = value;
      events.emit('updated');
    },
    get shouldUseDarkColors() {
      return colorScheme() === 'dark';
    },
  },
  events,
);
