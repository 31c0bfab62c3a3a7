import { performance } from 'node:perf_hooks';

export interface Comparison {
  /** Median time of the subject over the median time of the base. */
  readonly ratio: number;
  /** Medians in milliseconds. */
  readonly subject: number;
  readonly base: number;
}

/** The machine changed under the measurement too often to say anything. */
export class UnsteadyMachineError extends Error {}

const ATTEMPTS = 5;
const DRIFT = 0.25;

/**
 * Times two pieces of work against each other: interleaved rounds, medians. Work that answers a number has timed itself, in
 * milliseconds. A fixed spin loop before and after each round
 * tells whether the machine itself changed speed; a run in which it moved by more than a quarter is thrown away.
 */
export async function compare(options: {
  rounds: number;
  subject: () => unknown;
  base: () => unknown;
}): Promise<Comparison> {
  await options.base();
  await options.subject();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const spins: number[] = [];
    const subject: number[] = [];
    const base: number[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      spins.push(spin());
      // The order alternates, so that whichever comes second has no standing advantage.
      const first = round % 2 === 0 ? subject : base;
      const second = round % 2 === 0 ? base : subject;
      first.push(await time(first === subject ? options.subject : options.base));
      second.push(await time(second === subject ? options.subject : options.base));
    }
    if (isSteady(spins)) {
      const [a, b] = [median(subject), median(base)];
      return { ratio: a / b, subject: a, base: b };
    }
  }
  throw new UnsteadyMachineError(`a fixed loop moved by more than ${DRIFT * 100} % in each of ${ATTEMPTS} runs`);
}

export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  const itsOwn = await work();
  return typeof itsOwn === 'number' ? itsOwn : performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Compares the medians of the run's thirds: single slow spins are noise, a moved third is a changed machine. */
function isSteady(spins: readonly number[]): boolean {
  const third = Math.max(1, Math.floor(spins.length / 3));
  const thirds = [spins.slice(0, third), spins.slice(third, -third), spins.slice(-third)].filter(
    (part) => part.length > 0,
  );
  const medians = thirds.map(median);
  return Math.max(...medians) <= Math.min(...medians) * (1 + DRIFT);
}

function spin(): number {
  const start = performance.now();
  let value = 1;
  for (let index = 0; index < 200_000; index += 1) value = (value * 1_103_515_245 + 12_345) % 2_147_483_648;
  const took = performance.now() - start;
  if (value < 0) throw new Error('unreachable: keeps the loop from being optimised away');
  return took;
}
