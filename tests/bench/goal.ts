import type { Comparison } from './measure.ts';

/** One measured part of a goal: what it is, its ratio, and the most it may be. */
export interface Part {
  readonly name: string;
  readonly limit: number;
  readonly comparison: Comparison;
}

/** A goal of the project's performance page, by its number there. It passes when each part does. */
export interface Goal {
  readonly goal: number;
  readonly title: string;
  run(): Promise<Part[]>;
}
