import { Link } from '@tanstack/react-router';
import { FileText, Pin } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { noteIdSchema } from '../../../contracts/ids.ts';
import { row, rowMain } from '../../components/ui/row.ts';
import { formatMoment } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { ProjectName } from '../records/ProjectName.tsx';
import { splitSnippet, markWords, type SnippetPart } from '../search/splitSnippet.ts';
import { openInWindow } from '../windows/openInWindow.ts';
import type { NoteLine } from './useNoteList.ts';

interface NoteRowProps {
  line: Exclude<NoteLine, { kind: 'heading' }>;
  project: { name: string; color: number } | undefined;
  today: string;
  /** What was searched for: marked in titles. */
  text: string;
  tabIndex: number;
}

/** Title and the beginning of the text, or what a search found in it; 56 high. */
export const NoteRow = memo(function NoteRow({ line, project, today, text, tabIndex }: NoteRowProps) {
  const { t } = useTranslation('notes');
  const { id, title } = line.kind === 'note' ? line.note : line.hit;
  const Icon = line.kind === 'note' && line.note.isPinned ? Pin : FileText;
  return (
    <div className={cn(row, 'h-14')}>
      <Icon aria-hidden className="text-muted-foreground" />
      <Link
        to="/notes/$noteId"
        params={{ noteId: noteIdSchema.parse(id) }}
        data-row-main
        onClick={(event) => {
          if (!event.shiftKey) return;
          event.preventDefault();
          openInWindow({ kind: 'note', id: noteIdSchema.parse(id) });
        }}
        tabIndex={tabIndex}
        className={cn(rowMain, 'grid pr-4')}
      >
        <span className="truncate font-medium" dir="auto">
          {title === '' ? t('untitled') : line.kind === 'hit' ? <Marked parts={markWords(title, text)} /> : title}
        </span>
        <span className="truncate type-meta text-muted-foreground" dir="auto">
          {line.kind === 'hit' ? (
            <Marked parts={splitSnippet(line.hit.snippet)} />
          ) : line.note.excerpt === '' ? (
            t('noText')
          ) : (
            line.note.excerpt
          )}
        </span>
      </Link>
      <ProjectName project={project} className="w-36 @max-[520px]:hidden" />
      {line.kind === 'note' ? (
        <time className="w-19 flex-none text-right type-meta whitespace-nowrap text-muted-foreground tabular-nums">
          {formatMoment(line.note.updatedAt, today)}
        </time>
      ) : null}
    </div>
  );
});

function Marked({ parts }: { parts: readonly SnippetPart[] }) {
  return parts.map((part, index) =>
    part.isMarked ? (
      <mark key={index} className="bg-transparent font-semibold text-foreground">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
