import type { ChartBlock } from '../../../../contracts/block.ts';

/** The colour of a series, by its place. */
export const seriesColor = (index: number): string => `var(--series-${index + 1})`;

/** Series are told apart by what fills them too: full, striped, empty, dotted. */
export function seriesFill(index: number, patternId: string): string {
  switch (index) {
    case 1:
      return `url(#${patternId}stripes)`;
    case 2:
      return 'var(--surface)';
    case 3:
      return `url(#${patternId}dots)`;
    default:
      return seriesColor(index);
  }
}

export function SeriesPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}stripes`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--surface)" />
        <rect width="2" height="4" fill={seriesColor(1)} />
      </pattern>
      <pattern id={`${id}dots`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" fill="var(--surface)" />
        <circle cx="2" cy="2" r="1.2" fill={seriesColor(3)} />
      </pattern>
    </defs>
  );
}

/** The point of a line: circle, square, triangle, ring. */
export function SeriesPoint({ index, x, y }: { index: number; x: number; y: number }) {
  const color = seriesColor(index);
  switch (index) {
    case 1:
      return <rect x={x - 3} y={y - 3} width={6} height={6} fill={color} />;
    case 2:
      return <path d={`M${x} ${y - 4}L${x + 4} ${y + 3}H${x - 4}Z`} fill={color} />;
    case 3:
      return <circle cx={x} cy={y} r={3} fill="var(--surface)" stroke={color} strokeWidth={1.5} />;
    default:
      return <circle cx={x} cy={y} r={3} fill={color} />;
  }
}

/** A series in the legend, as it is drawn. */
export function SeriesMark({ index, type, patternId }: { index: number; type: ChartBlock['type']; patternId: string }) {
  const color = seriesColor(index);
  return (
    <svg aria-hidden width={16} height={12} className="flex-none">
      {type === 'bar' ? (
        <rect x={2.5} y={0.5} width={11} height={11} rx={2} fill={seriesFill(index, patternId)} stroke={color} />
      ) : (
        <>
          <line x1={0} x2={16} y1={6} y2={6} stroke={color} strokeWidth={1.5} />
          <SeriesPoint index={index} x={8} y={6} />
        </>
      )}
    </svg>
  );
}
