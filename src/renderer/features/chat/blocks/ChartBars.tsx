import type { ChartBlock } from '../../../../contracts/block.ts';
import type { ChartLayout } from './layOutChart.ts';
import { seriesColor, seriesFill } from './SeriesMark.tsx';

interface ChartBarsProps {
  series: ChartBlock['series'];
  layout: ChartLayout;
  patternId: string;
  withUnit: (value: number) => string;
}

/** Bars from zero, side by side. Of a single series the highest value is written. */
export function ChartBars({ series, layout, patternId, withUnit }: ChartBarsProps) {
  const { bar, gap } = layout;
  const zero = layout.yOf(0);
  const group = series.length * (bar + gap) - gap;
  const isSingle = series.length === 1;
  const highest = series[0]?.values.reduce<number | null>(
    (best, value) => (value !== null && (best === null || value > best) ? value : best),
    null,
  );
  const named = isSingle && highest != null && highest > 0 ? (series[0]?.values.indexOf(highest) ?? -1) : -1;
  return (
    <>
      {series.map(({ values }, place) =>
        values.map((value, index) => {
          if (value === null) return null;
          const x = layout.xOf(index) - group / 2 + place * (bar + gap);
          return (
            <path
              key={`${place} ${index}`}
              d={barPath(x, zero, layout.yOf(value), bar)}
              fill={seriesFill(place, patternId)}
              {...(isSingle ? {} : { stroke: seriesColor(place) })}
            />
          );
        }),
      )}
      {named === -1 || highest == null ? null : (
        <text x={layout.xOf(named)} y={layout.yOf(highest) - 5} textAnchor="middle" className="fill-(--text)">
          {withUnit(highest)}
        </text>
      )}
    </>
  );
}

/** Rounded by 2 at its end, square at zero. A value of nothing is a line. */
function barPath(x: number, zero: number, end: number, width: number): string {
  const height = end - zero;
  if (Math.abs(height) < 1) return `M${x} ${zero - 0.5}h${width}v1h${-width}Z`;
  const round = Math.min(2, Math.abs(height), width / 2);
  const turn = Math.sign(height) * round;
  return `M${x} ${zero}V${end - turn}Q${x} ${end} ${x + round} ${end}H${x + width - round}Q${x + width} ${end} ${x + width} ${end - turn}V${zero}Z`;
}
