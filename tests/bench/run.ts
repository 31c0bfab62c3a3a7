import { parseArgs } from 'node:util';
import type { Goal } from './goal.ts';
import { closeBenchWorkspaces } from './benchWorkspace.ts';
import { busyEdit } from './busyEdit.ts';
import { coldStart } from './coldStart.ts';
import { edit } from './edit.ts';
import { growth } from './growth.ts';
import { readPath } from './readPath.ts';
import { transport } from './transport.ts';
import { inWindow } from './window.ts';

/**
 * Prints each goal as a ratio to its peer, measured in the same run. Timings never gate anything: the exit code is 0
 * whatever the ratios, and 1 only where a goal could not be measured.
 */
const GOALS: readonly Goal[] = [readPath, growth, edit, busyEdit, transport, coldStart, inWindow];

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, goal: { type: 'string', multiple: true } },
});

for (const goal of GOALS) {
  if (values.goal && !values.goal.includes(String(goal.goal))) continue;
  try {
    const parts = await goal.run();
    // The part nearest its limit speaks for the goal.
    const worst = parts.reduce((a, b) => (b.comparison.ratio / b.limit > a.comparison.ratio / a.limit ? b : a));
    if (values.json) {
      const ratio = Number(worst.comparison.ratio.toFixed(3));
      process.stdout.write(
        `${JSON.stringify({ goal: goal.goal, ratio, limit: worst.limit, pass: ratio <= worst.limit })}\n`,
      );
    } else {
      process.stdout.write(`${goal.goal}. ${goal.title}\n`);
      for (const { name, limit, comparison } of parts) {
        const verdict = comparison.ratio <= limit ? 'within' : 'OVER';
        process.stdout.write(
          `   ${name.padEnd(44)} ${comparison.ratio.toFixed(2).padStart(6)}x  ${verdict} ${limit}x   (${comparison.subject.toFixed(3)} ms against ${comparison.base.toFixed(3)} ms)\n`,
        );
      }
    }
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(
      `goal ${goal.goal} could not be measured: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
}

await closeBenchWorkspaces();
