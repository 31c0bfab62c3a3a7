import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { findChromium } from './findChromium.ts';

/**
 * `npm test` and `npm run check`: every stage, also after one that failed, then one line per stage and, for the whole suite,
 * the line `N passed, N failed` that also lies in test-results/summary.txt. A stage that fails without a failed test counts
 * as one. The checks go two at a time, each using one core; the tests go one stage after the other.
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
/** The longest first. */
const checks: readonly Stage[] = [
  { name: 'lint', command: [launch, 'eslint', '--max-warnings=0', '.'] },
  { name: 'types', command: [launch, 'tsc', '--build', '--pretty'] },
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
const waiting = [...checks];
const runNext = async (): Promise<void> => {
  for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) await complete(stage, 'held');
};
await Promise.all([runNext(), runNext()]);
if (isWholeSuite) for (const stage of tests) await complete(stage, 'live');

const summary = `${total.passed} passed, ${total.failed} failed\n`;
process.stdout.write(`\n${lines.join('\n')}\n`);
if (isWholeSuite) {
  process.stdout.write(summary);
  writeFileSync(join(results, 'summary.txt'), summary);
}
if (total.failed > 0) process.exitCode = 1;

/** `held`: what it prints is shown when it has ended, so that two stages do not write into each other. */
async function complete(stage: Stage, output: 'live' | 'held'): Promise<void> {
  if (output === 'live') process.stdout.write(`\n== ${stage.name}\n`);
  const started = performance.now();
  const { succeeded, printed } = await run(stage, output);
  if (output === 'held') process.stdout.write(`\n== ${stage.name}\n${printed}`);
  const counts = countStage(stage, succeeded);
  total = { passed: total.passed + counts.passed, failed: total.failed + counts.failed };
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const detail = stage.count === undefined ? '' : `, ${counts.passed} passed, ${counts.failed} failed`;
  lines.push(`${succeeded ? 'ok    ' : 'FAILED'} ${stage.name} (${seconds} s${detail})`);
}

async function run(stage: Stage, output: 'live' | 'held'): Promise<{ succeeded: boolean; printed: string }> {
  let environment: Record<string, string>;
  try {
    environment = stage.environment?.() ?? {};
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { succeeded: false, printed: '' };
  }
  const child = spawn(process.execPath, stage.command, {
    cwd: root,
    stdio: output === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    timeout: stageTimeout,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ succeeded: false, printed: `${printed}${error.message}\n` }));
    child.once('close', (code) => resolve({ succeeded: code === 0, printed }));
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
