import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../contracts/note.ts';
import { SectionTitle } from '../../components/ui/Section.tsx';
import { showToast } from '../../components/ui/Toast.tsx';
import type { Heading } from '../../editor/noteEditor.ts';
import { describeError } from '../../i18n/describeError.ts';
import { cn } from '../../lib/cn.ts';
import { ProjectSelect } from '../records/ProjectSelect.tsx';
import { offerUndo } from '../undo/undo.ts';
import { updateNoteFields } from './noteSavers.ts';
import { useCurrentHeading } from './useCurrentHeading.ts';

interface NoteAsideProps {
  note: Note;
  headings: readonly Heading[];
  onHeading: (heading: Heading) => void;
  isGone: boolean;
}

/** The outline of the text and where the note belongs. 272 wide. */
export function NoteAside({ note, headings, onHeading, isGone }: NoteAsideProps) {
  const { t } = useTranslation('notes');
  const current = useCurrentHeading(headings);
  const top = Math.min(...headings.map(({ level }) => level));
  const { mutate: move } = useMutation({
    mutationFn: updateNoteFields,
    onSuccess: ({ changeSetId, title }) => {
      offerUndo({ changeSetId, message: t('toast.moved', { title: title === '' ? t('untitled') : title }) });
    },
    onError: (error) => showToast({ message: describeError(error), tone: 'error' }),
  });
  return (
    <aside
      aria-label={t('aside.label')}
      className="h-full w-68 flex-none overflow-y-auto border-l border-hairline px-6 py-2"
    >
      <SectionTitle>{t('aside.outline')}</SectionTitle>
      {headings.length === 0 ? (
        <p className="type-section leading-7 text-muted-foreground">{t('aside.noHeadings')}</p>
      ) : (
        <nav aria-label={t('aside.outline')}>
          {headings.map((heading, index) => (
            <button
              key={`${heading.position}-${heading.text}`}
              type="button"
              dir="auto"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => onHeading(heading)}
              style={{ paddingInlineStart: 8 + Math.min(heading.level - top, 3) * 12 }}
              className={cn(
                '-mx-2 block w-[calc(100%+16px)] truncate rounded-sm pr-2 type-section leading-7 text-muted-foreground transition-state hover:text-foreground focus-inset',
                index === current && 'font-medium text-foreground',
              )}
            >
              {heading.text === '' ? t('untitled') : heading.text}
            </button>
          ))}
        </nav>
      )}
      <SectionTitle className="mt-5">{t('aside.project')}</SectionTitle>
      {isGone ? null : (
        <ProjectSelect
          look="quiet"
          aria-label={t('aside.project')}
          value={note.projectId}
          onChange={(projectId) => move({ id: note.id, projectId })}
          className="max-w-full"
        />
      )}
    </aside>
  );
}
