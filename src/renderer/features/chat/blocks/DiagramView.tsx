import { useTranslation } from 'react-i18next';
import type { DiagramBlock } from '../../../../contracts/block.ts';
import { fitText } from './layOutChart.ts';
import { BOX, type DiagramArrow, layOutDiagram } from './layOutDiagram.ts';

/** Of words on an arrow. */
const WORDS = 120;

/** Boxes and arrows. Screen readers get the arrows as sentences. */
export function DiagramView({ block }: { block: DiagramBlock }) {
  const { t } = useTranslation('blocks');
  const { title, nodes, edges } = block;
  const { width, height, boxes, arrows } = layOutDiagram(block);
  const name = title === undefined ? t('diagram.label') : t('diagram.named', { title });
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const sentences = [
    ...edges.map((edge) => {
      const [from, to] = [labels.get(edge.from) ?? '', labels.get(edge.to) ?? ''];
      return edge.label === undefined
        ? t('diagram.edge', { from, to })
        : t('diagram.edgeNamed', { from, to, label: edge.label });
    }),
    ...nodes.filter(({ id }) => !linked.has(id)).map(({ label }) => label),
  ];
  return (
    <div className="relative rounded-lg border bg-surface p-3">
      {title === undefined ? null : (
        <p dir="auto" title={title} className="mb-2 line-clamp-2 type-section font-semibold">
          {title}
        </p>
      )}
      <div role="group" aria-label={name} tabIndex={0} className="overflow-x-auto">
        <div aria-hidden className="relative mx-auto" style={{ width, height }}>
          <svg width={width} height={height} direction="ltr" className="absolute inset-0 overflow-visible type-meta">
            {arrows.map((arrow) => (
              <Arrow key={JSON.stringify([arrow.from, arrow.to])} arrow={arrow} />
            ))}
          </svg>
          {boxes.map(({ id, label, x, y }) => (
            <div
              key={id}
              title={label}
              className="absolute grid place-items-center rounded-md border border-input bg-surface px-2 text-center"
              style={{ left: x, top: y, width: BOX.width, height: BOX.height }}
            >
              <span dir="auto" className="line-clamp-3 type-meta [overflow-wrap:anywhere]">
                {label}
              </span>
            </div>
          ))}
        </div>
        <div role="list" className="sr-only">
          {sentences.map((sentence, index) => (
            <div key={index} role="listitem">
              {sentence}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

function Arrow({ arrow: { points, label } }: { arrow: DiagramArrow }) {
  const [first, ...rest] = points;
  const tip = points.at(-1);
  if (first === undefined || tip === undefined) return null;
  const isUp = tip.y < first.y;
  const back = isUp ? 5 : -5;
  let { x, y } = first;
  let path = `M${x} ${y}`;
  for (const point of rest) {
    const end = point === tip ? point.y + back : point.y;
    const middle = (y + end) / 2;
    path += `C${x} ${middle} ${point.x} ${middle} ${point.x} ${end}`;
    ({ x, y } = point);
  }
  const next = rest[0] ?? tip;
  return (
    <>
      <path d={path} fill="none" stroke="var(--input)" strokeWidth={1.25} />
      <path d={`M${tip.x} ${tip.y}l-4 ${back * 1.2}h8Z`} fill="var(--input)" />
      {label === undefined ? null : (
        <text
          x={(first.x + next.x) / 2}
          y={(first.y + next.y) / 2 + 4}
          textAnchor="middle"
          className="fill-(--text-muted) stroke-(--surface) [paint-order:stroke]"
          strokeWidth={4}
          strokeLinejoin="round"
        >
          <title>{label}</title>
          {fitText(label, WORDS)}
        </text>
      )}
    </>
  );
}
