import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText, Pin, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectId } from '../../../contracts/ids.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { line, lineEnd } from '../../components/ui/line.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { formatMoment } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { useNewNote } from '../notes/useNewNote.ts';

const SHOWN = 6;

/** The notes of a project, last edited first. */
export function ProjectNotes({ projectId }: { projectId: ProjectId }) {
  const { t } = useTranslation(['projects', 'notes']);
  const today = useToday();
  const newNote = useNewNote();
  const { data, error, refetch } = useQuery(trpc.notes.list.queryOptions({ projectId, limit: SHOWN }));
  return (
    <section aria-label={t('page.notes')} className="mb-5">
      <SectionTitle
        end={
          <IconButton
            size="row"
            label={t('page.newNote')}
            className="-mr-1.5"
            onClick={() => newNote.create(projectId)}
          >
            <Plus aria-hidden className="icon-14" />
          </IconButton>
        }
      >
        {t('page.notes')}
      </SectionTitle>
      {error === null ? null : <ErrorLine title={t('page.notesError')} error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 ? (
        <p className="flex h-8 items-center text-muted-foreground">{t('page.noNotes')}</p>
      ) : null}
      <ul>
        {(data?.items ?? []).map((note) => {
          const Icon = note.isPinned ? Pin : FileText;
          return (
            <li key={note.id}>
              <Link to="/notes/$noteId" params={{ noteId: note.id }} className={line}>
                <Icon aria-hidden className="icon-14 text-muted-foreground" />
                <span className="truncate" dir="auto">
                  {note.title === '' ? t('notes:untitled') : note.title}
                </span>
                <span className={lineEnd}>{formatMoment(note.updatedAt, today)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {data?.nextCursor == null ? null : (
        <Link
          to="/notes"
          search={{ project: projectId }}
          className="inline-block rounded-sm type-meta leading-7 text-muted-foreground hover:text-foreground"
        >
          {t('page.allNotes')}
        </Link>
      )}
    </section>
  );
}
