import { ImageOff } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Source } from '../../../contracts/conversation.ts';
import { OutsideLink } from '../../components/ui/OutsideLink.tsx';
import { useOpenRecord } from '../records/useOpenRecord.ts';
import { BlockFigure } from './blocks/BlockFigure.tsx';
import { remarkBlocks } from './blocks/remarkBlocks.ts';
import { remarkCitations } from './citations.ts';
import { splitBlocks } from './splitBlocks.ts';

interface AnswerMarkdownProps {
  text: string;
  sources: readonly Source[];
  isStreaming?: boolean;
}

/** An answer's text. HTML in it is shown as text, images are not loaded, and a link tells its whole target. */
export const AnswerMarkdown = memo(function AnswerMarkdown({
  text,
  sources,
  isStreaming = false,
}: AnswerMarkdownProps) {
  const plugins = useMemo<React.ComponentProps<typeof Markdown>['remarkPlugins']>(
    () => [
      remarkGfm,
      [remarkBlocks, { isStreaming }],
      [remarkCitations, { numbers: new Set(sources.map(({ number }) => number)) }],
    ],
    [sources, isStreaming],
  );
  const components = useMemo<Components>(
    () => ({
      a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
      img: ({ src, alt }) => <UnloadedImage src={typeof src === 'string' ? src : undefined} alt={alt} />,
      figure: BlockFigure,
      cite: ({ node }) => (
        <CitationButton source={sources.find(({ number }) => number === Number(node?.properties['number']))} />
      ),
      table: ({ children }) => (
        <div className="answer-table" tabIndex={0} role="group">
          <table>{children}</table>
        </div>
      ),
    }),
    [sources],
  );
  // While it is written only its last part changes. Whole, it is read as one: a definition at its end counts for all of it.
  const blocks = isStreaming ? splitBlocks(text) : [text];
  return (
    <div className="answer" data-streaming={isStreaming || undefined} dir="auto">
      {blocks.map((block, place) => (
        <Block key={place} text={block} plugins={plugins} components={components} />
      ))}
    </div>
  );
});

interface BlockProps {
  text: string;
  plugins: React.ComponentProps<typeof Markdown>['remarkPlugins'];
  components: Components;
}

const Block = memo(function Block({ text, plugins, components }: BlockProps) {
  return (
    <Markdown remarkPlugins={plugins} components={components}>
      {text}
    </Markdown>
  );
});

function CitationButton({ source }: { source: Source | undefined }) {
  const { t } = useTranslation('chat');
  const openRecord = useOpenRecord();
  if (source === undefined) return null;
  return (
    <button
      type="button"
      className="citation"
      title={source.title}
      aria-label={t('source.open', { number: source.number, title: source.title })}
      onClick={() => openRecord(source)}
    >
      {source.number}
    </button>
  );
}

function UnloadedImage({ src, alt }: { src: string | undefined; alt: string | undefined }) {
  const { t } = useTranslation('chat');
  const words = alt === undefined || alt === '' ? t('image.unnamed') : t('image.named', { alt });
  return (
    <OutsideLink href={src}>
      <ImageOff aria-hidden className="icon-14 mr-1 inline-block align-[-2px] text-muted-foreground" />
      {words}
    </OutsideLink>
  );
}
