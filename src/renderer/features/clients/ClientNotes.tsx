import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText, Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { line, lineEnd } from '../../components/ui/line.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { formatMoment } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';

const SHOWN = 8;
/** Of how many projects, those first that are active. */
const PROJECTS = 20;

/** The notes of the client's projects, last edited first. */
export function ClientNotes({ projects }: { projects: readonly ProjectSummary[] }) {
  const { t } = useTranslation(['clients', 'notes']);
  const today = useToday();
  const asked = [...projects].sort(
    (one, other) => Number(one.status === 'archived') - Number(other.status === 'archived'),
  );
  const pages = useQueries({
    queries: asked.slice(0, PROJECTS).map(({ id }) => trpc.notes.list.queryOptions({ projectId: id, limit: SHOWN })),
  });
  const failed = pages.find((page) => page.error !== null);
  const notes = pages
    .flatMap((page) => page.data?.items ?? [])
    .sort((one, other) => other.updatedAt - one.updatedAt)
    .slice(0, SHOWN);
  const isKnown = pages.every((page) => page.data !== undefined);
  return (
    <section aria-label={t('pageNotes')} className="mb-5">
      <SectionTitle>{t('pageNotes')}</SectionTitle>
      {failed === undefined ? null : (
        <ErrorLine
          title={t('pageNotesError')}
          error={failed.error}
          onRetry={() => {
            for (const page of pages) void page.refetch();
          }}
        />
      )}
      {isKnown && notes.length === 0 ? (
        <p className="flex min-h-8 items-center text-muted-foreground">{t('noPageNotes')}</p>
      ) : null}
      <ul>
        {notes.map((note) => {
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
    </section>
  );
}
