import type { ChartBlock } from '../../../../contracts/block.ts';
import type { ChartLayout } from './layOutChart.ts';
import { seriesColor, SeriesPoint } from './SeriesMark.tsx';

/** Lines with their points; where a value is missing the line is broken. */
export function ChartLines({ series, layout }: { series: ChartBlock['series']; layout: ChartLayout }) {
  return (
    <>
      {series.map(({ values }, place) => (
        <g key={place}>
          <path
            d={values
              .map((value, index) =>
                value === null
                  ? ''
                  : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${layout.xOf(index)} ${layout.yOf(value)}`,
              )
              .join('')}
            fill="none"
            stroke={seriesColor(place)}
            strokeWidth={1.5}
            strokeLinejoin="round"
          />
          {values.map((value, index) =>
            value === null ? null : (
              <SeriesPoint key={index} index={place} x={layout.xOf(index)} y={layout.yOf(value)} />
            ),
          )}
        </g>
      ))}
    </>
  );
}
