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
  // The same specs on every host: the built desktop app where Electron is stood in for, the browser host, and real Electron
  // where its binary lies in node_modules.
  projects: [
    { name: 'stand-in', use: { hostName: 'stand-in' } },
    { name: 'browser-host', use: { hostName: 'browser-host' } },
    { name: 'electron', use: { hostName: 'electron' } },
  ],
});
