import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { clearEnvironment } from '../support/clearEnvironment.mts';
import { findChromium } from '../support/findChromium.ts';
import type { AppOptions } from './app.ts';

clearEnvironment(process.env);

const root = join(__dirname, '../..');

export default defineConfig<AppOptions>({
  testDir: __dirname,
  outputDir: join(root, 'test-results/e2e'),
  globalSetup: join(__dirname, 'build.ts'),
  // Pictures have a configuration of their own.
  testIgnore: 'screenshots/**',
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
  // The same specs on every host: the browser host, and real Electron where its binary lies in node_modules. Where Electron is
  // stood in for, a test starts the built desktop app with a Chromium of its own, which takes twice as long: there only what the
  // window's side cannot know runs, from start to quit. `ALL_HOSTS=1` runs everything everywhere.
  projects: [
    {
      name: 'stand-in',
      use: { hostName: 'stand-in' },
      ...(process.env['ALL_HOSTS'] === undefined
        ? { testMatch: /(?:story|start|security|windows|drafts|errors)\.spec\.ts$/u }
        : {}),
    },
    { name: 'browser-host', use: { hostName: 'browser-host' } },
    { name: 'electron', use: { hostName: 'electron' } },
  ],
});
