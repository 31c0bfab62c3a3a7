import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { clearEnvironment } from '../support/clearEnvironment.mts';
import { findChromium } from '../support/findChromium.ts';
import type { AppOptions } from './app.ts';

clearEnvironment(process.env);

const root = join(__dirname, '../..');

const ignored = ['screenshots/**'];
const runsAll = process.env['ALL_HOSTS'] !== undefined;
const ofDesktop = /(?:story|start|security|windows|drafts)\.spec\.ts$/u;
const ofDesktopAlone = /(?:start|security|windows)\.spec\.ts$/u;

export default defineConfig<AppOptions>({
  testDir: __dirname,
  outputDir: join(root, 'test-results/e2e'),
  globalSetup: join(__dirname, 'build.ts'),
  // Pictures have a configuration of their own.
  testIgnore: ignored,
  forbidOnly: true,
  // On a shared machine that stalls, a second try tells a slow moment from a fault; it is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    headless: true,
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: { executablePath: findChromium(), args: ['--disable-gpu', '--disable-quic'] },
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
  },
  // The same specs run on every host with `ALL_HOSTS=1`, and on real Electron where its binary lies in node_modules. Otherwise the
  // story and what must not lose a word run on the built desktop app, with Electron stood in for, and on the browser host; the
  // others once: on the desktop app where the window's side is not all there is to it, else on the browser host, which starts in
  // half the time.
  projects: [
    { name: 'stand-in', use: { hostName: 'stand-in' }, ...(runsAll ? {} : { testMatch: ofDesktop }) },
    {
      name: 'browser-host',
      use: { hostName: 'browser-host' },
      ...(runsAll ? {} : { testIgnore: [...ignored, ofDesktopAlone] }),
    },
    { name: 'electron', use: { hostName: 'electron' } },
  ],
});
