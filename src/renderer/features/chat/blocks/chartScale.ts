/** The values that an axis is marked at, from the lowest to the highest. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Decimals that its ticks need. */
  readonly decimals: number;
}

/** Steps between the lowest and the highest value, at most. */
const STEPS = 5;

/** A scale in steps of 1, 2 or 5 times a power of ten around the values, from zero where `hasZero` asks for it. */
export function scaleOf(values: readonly number[], hasZero: boolean): Scale {
  const low = Math.min(...values, hasZero ? 0 : Infinity);
  const high = Math.max(...values, hasZero ? 0 : -Infinity);
  const span = Number.isFinite(high - low) && high > low ? high - low : Math.max(Math.abs(high), 1);
  const rough = (Number.isFinite(span) ? span : 1) / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const areWhole = values.every(Number.isInteger);
  const step = Math.max(
    [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough,
    areWhole ? 1 : 0,
  );
  const start = Number.isFinite(low) ? low : 0;
  const first = Math.floor(start / step);
  const last = Math.max(Math.ceil((Number.isFinite(high) ? high : 0) / step), first + 1);
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  // Counted in steps, so that no tick is 0.30000000000000004.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals)),
  );
  return { ticks, from: ticks[0] ?? 0, to: ticks.at(-1) ?? 1, decimals };
}
