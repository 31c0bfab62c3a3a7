import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { findChromium } from './findChromium.ts';

/**
 * `npm test` and `npm run check`: every stage in order, also after one that failed, then one line per stage and, for the
 * whole suite, the line `N passed, N failed` that also lies in test-results/summary.txt. A stage that fails without a
 * failed test counts as one.
 */

const root = join(import.meta.dirname, '../..');
/** A stage that hangs is ended and counts as failed. */
const stageTimeout = 1_500_000;
const results = join(root, 'test-results');
const vitestReport = join(results, 'vitest.json');
const playwrightReport = join(results, 'playwright.json');

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: () => Record<string, string>;
  readonly count?: () => Counts;
}

const launch = 'src/cli/launch/onModernNode.mjs';
const checks: readonly Stage[] = [
  { name: 'types', command: [launch, 'tsc', '--build'] },
  { name: 'lint', command: [launch, 'eslint', '--max-warnings=0', '.'] },
  { name: 'unused code', command: [launch, 'knip'] },
  { name: 'formatting', command: [launch, 'prettier', '--check', '--log-level=warn', '.'] },
];
const tests: readonly Stage[] = [
  { name: 'build', command: ['src/cli/launch/build.mjs', '--if-stale'] },
  {
    name: 'unit and integration',
    command: [launch, 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    environment: withBrowser,
    count: countVitest,
  },
  {
    name: 'end to end',
    command: [
      ...[launch, 'playwright', 'test', '--config=tests/e2e/playwright.config.ts'],
      ...['--reporter=list,json', `--output=${join(results, 'e2e')}`],
    ],
    environment: () => ({ ...withBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport }),
    count: countPlaywright,
  },
];

const isWholeSuite = process.argv[2] !== 'check';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const lines: string[] = [];
let total: Counts = { passed: 0, failed: 0 };
for (const stage of isWholeSuite ? [...checks, ...tests] : checks) {
  process.stdout.write(`\n== ${stage.name}\n`);
  const started = performance.now();
  const succeeded = await run(stage);
  const counts = countStage(stage, succeeded);
  total = { passed: total.passed + counts.passed, failed: total.failed + counts.failed };
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const detail = stage.count === undefined ? '' : `, ${counts.passed} passed, ${counts.failed} failed`;
  lines.push(`${succeeded ? 'ok    ' : 'FAILED'} ${stage.name} (${seconds} s${detail})`);
}

const summary = `${total.passed} passed, ${total.failed} failed\n`;
process.stdout.write(`\n${lines.join('\n')}\n`);
if (isWholeSuite) {
  process.stdout.write(summary);
  writeFileSync(join(results, 'summary.txt'), summary);
}
if (total.failed > 0) process.exitCode = 1;

async function run(stage: Stage): Promise<boolean> {
  let environment: Record<string, string>;
  try {
    environment = stage.environment?.() ?? {};
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
  const child = spawn(process.execPath, stage.command, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    timeout: stageTimeout,
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}

function withBrowser(): Record<string, string> {
  return { ADIUVA_CHROMIUM: findChromium() };
}

function countStage(stage: Stage, succeeded: boolean): Counts {
  let counts: Counts = { passed: 0, failed: 0 };
  try {
    counts = stage.count?.() ?? counts;
  } catch {
    // The stage ended before it wrote its report; that it failed is known.
  }
  return succeeded || counts.failed > 0 ? counts : { passed: counts.passed, failed: 1 };
}

function countVitest(): Counts {
  const report = z
    .object({ numPassedTests: z.number(), numFailedTests: z.number() })
    .parse(JSON.parse(readFileSync(vitestReport, 'utf8')));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function countPlaywright(): Counts {
  const { stats } = z
    .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
    .parse(JSON.parse(readFileSync(playwrightReport, 'utf8')));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}
