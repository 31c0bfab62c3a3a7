import { ChartColumn, ChartLine, Table2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartBlock } from '../../../../contracts/block.ts';
import { IconButton } from '../../../components/ui/IconButton.tsx';
import { formatQuantity, formatTick } from '../../../i18n/format.ts';
import { useWidth } from '../../tasks/board/useWidth.ts';
import { decimalsOf } from './cells.ts';
import { ChartBars } from './ChartBars.tsx';
import { ChartLines } from './ChartLines.tsx';
import { type ChartLayout, fitText, LABEL_GAP, layOutChart } from './layOutChart.ts';
import { SeriesMark, SeriesPatterns } from './SeriesMark.tsx';
import { TableView } from './TableView.tsx';

/** Until the first measure. */
const USUAL_WIDTH = 380;

/** A chart with its values a press away, and always there for screen readers. */
export function ChartView({ block }: { block: ChartBlock }) {
  const { t } = useTranslation('blocks');
  const { type, title, labels, series, unit } = block;
  const [showsValues, setShowsValues] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // Names of patterns are the page's; what React makes of an id is no name in an address.
  const id = useId().replaceAll(/\W/gu, '');
  const [only, ...others] = series;
  const name = title ?? (others.length === 0 ? only?.name : undefined) ?? '';
  const decimals = decimalsOf(series.flatMap(({ values }) => values));
  const withUnit = (value: number): string => {
    const figure = formatQuantity(value, decimals);
    return unit === undefined ? figure : t('chart.quantity', { value: figure, unit });
  };
  const sentence = t(`chart.${type}`, { title: name, extremes: describeExtremes() });
  const heading = unit === undefined || name === '' ? name : t('chart.named', { name, unit });
  const ChartIcon = type === 'bar' ? ChartColumn : ChartLine;
  const table = (
    <TableView
      hasTitleAbove
      title={name === '' ? undefined : heading}
      columns={['', ...series.map((one) => one.name)]}
      rows={labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? null)])}
    />
  );
  return (
    <div
      className="block-chart relative rounded-lg border bg-surface p-3"
      data-single={series.length === 1 || undefined}
    >
      <div className="flex min-h-6 items-start gap-2">
        <p dir="auto" title={heading} className="line-clamp-2 min-w-0 flex-1 pt-0.5 type-section font-semibold">
          {heading}
        </p>
        <IconButton
          size="row"
          className="size-6"
          side="top"
          label={t(showsValues ? 'chart.chart' : 'chart.values')}
          onClick={() => setShowsValues(!showsValues)}
        >
          {showsValues ? <ChartIcon aria-hidden className="icon-14" /> : <Table2 aria-hidden className="icon-14" />}
        </IconButton>
      </div>
      <div ref={box}>
        {showsValues ? (
          table
        ) : (
          <Drawing
            block={block}
            width={width === 0 ? USUAL_WIDTH : width}
            sentence={sentence}
            patternId={id}
            withUnit={withUnit}
          />
        )}
      </div>
      {showsValues ? null : <div className="sr-only">{table}</div>}
    </div>
  );

  function describeExtremes(): string {
    const points = series.flatMap(({ values }) =>
      values.flatMap((value, index) => (value === null ? [] : [{ value, label: labels[index] ?? '' }])),
    );
    const [first] = points;
    if (first === undefined) return '';
    const high = points.reduce((best, point) => (point.value > best.value ? point : best), first);
    const low = points.reduce((best, point) => (point.value < best.value ? point : best), first);
    return t('chart.extremes', {
      high: withUnit(high.value),
      highLabel: high.label,
      low: withUnit(low.value),
      lowLabel: low.label,
    });
  }
}

interface DrawingProps {
  block: ChartBlock;
  width: number;
  sentence: string;
  patternId: string;
  withUnit: (value: number) => string;
}

function Drawing({ block, width, sentence, patternId, withUnit }: DrawingProps) {
  const { t } = useTranslation('blocks');
  const { type, labels, series } = block;
  const layout = layOutChart(block, width, ({ ticks, decimals }) => ticks.map((tick) => formatTick(tick, decimals)));
  const hint = (index: number): string =>
    [
      labels[index] ?? '',
      ...series.flatMap(({ name, values }) => {
        const value = values[index] ?? null;
        return value === null ? [] : [t('chart.pair', { name, value: withUnit(value) })];
      }),
    ].join('\n');
  return (
    <>
      <div
        className="mt-1 overflow-x-auto overflow-y-hidden"
        {...(layout.width > width ? { tabIndex: 0, role: 'group', 'aria-label': sentence } : {})}
      >
        <svg
          role="img"
          aria-label={sentence}
          width={layout.width}
          height={layout.height}
          direction="ltr"
          className="block type-meta tabular-nums"
        >
          <SeriesPatterns id={patternId} />
          <Axis layout={layout} labels={labels} />
          {type === 'bar' ? (
            <ChartBars series={series} layout={layout} patternId={patternId} withUnit={withUnit} />
          ) : (
            <ChartLines series={series} layout={layout} />
          )}
          {labels.map((_, index) => (
            <rect
              key={index}
              x={layout.xOf(index) - layout.band / 2}
              y={0}
              width={layout.band}
              height={layout.height}
              fill="transparent"
              className="block-band"
            >
              <title>{hint(index)}</title>
            </rect>
          ))}
        </svg>
      </div>
      {series.length === 1 ? null : (
        <div aria-hidden className="mt-1 flex flex-wrap gap-x-4 gap-y-1 type-meta text-muted-foreground">
          {series.map(({ name }, index) => (
            <span key={index} className="flex max-w-full min-w-0 items-center gap-1.5">
              <SeriesMark index={index} type={type} patternId={patternId} />
              <span dir="auto" title={name} className="truncate">
                {name}
              </span>
            </span>
          ))}
        </div>
      )}
    </>
  );
}

function Axis({ layout, labels }: { layout: ChartLayout; labels: readonly string[] }) {
  const { scale, left, width, bottom, band, every } = layout;
  return (
    <g className="fill-(--text-muted)">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={width}
            y1={Math.round(layout.yOf(tick)) + 0.5}
            y2={Math.round(layout.yOf(tick)) + 0.5}
            stroke={tick === 0 ? 'var(--input)' : 'var(--hairline)'}
          />
          <text x={left - 8} y={layout.yOf(tick) + 4} textAnchor="end">
            {formatTick(tick, scale.decimals)}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        index % every === 0 ? (
          <text key={index} x={layout.xOf(index)} y={bottom + 18} textAnchor="middle">
            {fitText(label, band * every - LABEL_GAP)}
          </text>
        ) : null,
      )}
    </g>
  );
}
