import { tmpdir } from 'node:os';
import { join } from 'node:path';

const paths = new Map<string, string>();

export function setPath(name: string, path: string): void {
  paths.set(name, path);
}

export function getPath(name: string): string {
  if (name === 'sessionData') return paths.get(name) ?? getPath('userData');
  const path = paths.get(name) ?? (name === 'temp' ? tmpdir() : undefined);
  // A default would be the user's own folder, which no test may touch.
  if (path === undefined) throw new Error(`The Electron stand-in was given no folder for ${name}.`);
  return path;
}

/** Chromium's profile. Never `userData` itself: Chromium's files would mix with the app's. */
export function profileFolder(): string {
  return join(getPath('sessionData'), 'stand-in-profile');
}
