import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { clearEnvironment } from './tests/support/clearEnvironment.mts';

// Before any worker starts: what they inherit must not lead a test to real data, accounts or models.
clearEnvironment(process.env);

export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src/renderer') } },
  test: {
    pool: 'forks',
    // Half of the suite waits for processes and timers: three keep the two cores of a small machine busy.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    allowOnly: false,
    // On a shared machine that stalls, a second try tells a slow moment from a fault. Reports name what needed it.
    retry: process.env['CI'] === undefined ? 0 : 1,
    passWithNoTests: true,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/**/*.integration.test.{ts,tsx}'],
        },
      },
      {
        // Starts processes, servers or a browser.
        test: {
          name: 'integration',
          include: ['tests/**/*.integration.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
