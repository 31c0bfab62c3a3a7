import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { AppOptions } from '../app.ts';
import whole from '../playwright.config.ts';

/** `npm run screenshots`: the pictures of the documentation, taken from the real app. */
export default defineConfig<AppOptions>({
  ...whole,
  testDir: __dirname,
  testMatch: 'pictures.ts',
  testIgnore: [],
  outputDir: join(__dirname, '../../../test-results/screenshots'),
  globalSetup: join(__dirname, '../build.ts'),
  workers: 1,
  timeout: 180_000,
  use: {
    ...whole.use,
    launchOptions: {
      ...whole.use?.launchOptions,
      // Letters stand where the font puts them, as on a screen of today, not on whole pixels.
      args: [...(whole.use?.launchOptions?.args ?? []), '--font-render-hinting=none'],
    },
  },
  projects: [{ name: 'pictures', use: { hostName: 'browser-host', locale: 'en-GB' } }],
});
