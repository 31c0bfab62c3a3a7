import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ErrorLine } from '../../components/ui/ErrorState.tsx';
import { line, lineEnd } from '../../components/ui/line.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { formatMoment } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';

/** The notes edited last. */
export function RecentNotes() {
  const { t } = useTranslation('home');
  const today = useToday();
  const { data, error, refetch } = useQuery(trpc.notes.list.queryOptions({ limit: 4 }));
  if (data?.items.length === 0 || (data === undefined && error === null)) return null;
  return (
    <section aria-label={t('notes')}>
      <SectionTitle>{t('notes')}</SectionTitle>
      {data === undefined ? (
        <ErrorLine title={t('notesError')} error={error} onRetry={() => void refetch()} />
      ) : (
        <ul>
          {data.items.map((note) => (
            <li key={note.id}>
              <Link to="/notes/$noteId" params={{ noteId: note.id }} className={line}>
                <FileText aria-hidden className="icon-14 text-muted-foreground" />
                <span className="truncate" dir="auto">
                  {note.title === '' ? t('untitled') : note.title}
                </span>
                <span className={lineEnd}>{formatMoment(note.updatedAt, today)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
