import { useMemo } from 'react';
import type { ExtraProps } from 'react-markdown';
import { type Block, readBlock } from '../../../../contracts/block.ts';
import './blocks.css';
import { ChartView } from './ChartView.tsx';
import { DiagramView } from './DiagramView.tsx';
import { LinkView } from './LinkView.tsx';
import { QuestionView } from './QuestionView.tsx';
import { TableView } from './TableView.tsx';
import { TaskCards } from './TaskCards.tsx';

/** A block of an answer, drawn by the app. One that cannot be read is a quiet line while it comes, and text after. */
export function BlockFigure({ node }: ExtraProps) {
  const properties = node?.properties ?? {};
  const kind = String(properties['kind']);
  const body = String(properties['body']);
  const block = useMemo(() => readBlock(kind, body), [kind, body]);
  if (block !== null) {
    return (
      <div className="block">
        <BlockView block={block} isFirst={properties['turn'] === 0} />
      </div>
    );
  }
  if (properties['isComing'] === true) {
    return (
      <div aria-hidden className="appear-late py-2">
        <div className="h-2 w-40 rounded-xs bg-surface-sunken dark:bg-secondary" />
      </div>
    );
  }
  return (
    <pre tabIndex={0}>
      <code>{body}</code>
    </pre>
  );
}

function BlockView({ block, isFirst }: { block: Block; isFirst: boolean }) {
  switch (block.kind) {
    case 'question':
      return <QuestionView block={block} isFirst={isFirst} />;
    case 'link':
      return <LinkView block={block} />;
    case 'tasks':
      return <TaskCards block={block} />;
    case 'table':
      return <TableView title={block.title} columns={block.columns} rows={block.rows} />;
    case 'chart':
      return <ChartView block={block} />;
    case 'diagram':
      return <DiagramView block={block} />;
  }
}
