import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The first has no windows of its own to draw, and starts and opens pages much sooner. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * The browser that tests and pictures use: the one that ADIUVA_CHROMIUM names, the system's, Playwright's own, or, as
 * root on Debian, the package that is then installed.
 * @throws Error that says how to get one
 */
export function findChromium(): string {
  const found = findInstalled();
  if (found !== undefined) return found;
  installDebianPackage();
  const after = findInstalled();
  if (after !== undefined) return after;
  throw new Error(
    'No Chromium or Chrome was found. Install one, run `npx playwright install chromium`, or set ADIUVA_CHROMIUM to its file.',
  );
}

function findInstalled(): string | undefined {
  const named = process.env['ADIUVA_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`ADIUVA_CHROMIUM names ${named}, which cannot be run.`);
    return named;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...(installed[process.platform] ?? []), chromium.executablePath()].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function installDebianPackage(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stderr.write('No browser was found: installing the package chromium-headless-shell.\n');
  try {
    const options = {
      stdio: 'ignore',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], options);
  } catch {
    // The caller says what to do.
  }
}
