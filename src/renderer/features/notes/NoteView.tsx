import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronRight, PanelRight } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../contracts/note.ts';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { showToast } from '../../components/ui/Toast.tsx';
import type { Heading, NoteEditor } from '../../editor/noteEditor.ts';
import { dayOf, formatDate, formatMomentLong, formatNumber, formatTime } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { useIsNarrow } from '../../lib/useMediaQuery.ts';
import { useProjects } from '../records/useProjects.ts';
import { DensePage } from '../shell/Page.tsx';
import { OpenInMainButton } from '../windows/OpenInMainButton.tsx';
import { useIsPopOut } from '../windows/popOut.ts';
import { RecordSuggestions } from '../suggestions/RecordSuggestions.tsx';
import { usePendingSuggestions } from '../suggestions/usePendingSuggestions.ts';
import { NoteAside } from './NoteAside.tsx';
import { NoteMenu } from './NoteMenu.tsx';
import { NoteNotice } from './NoteNotice.tsx';
import { NoteSkeleton } from './NoteSkeleton.tsx';
import { NoteTitle } from './NoteTitle.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { useEditorLabels } from './useEditorLabels.ts';
import { useNoteSaver } from './useNoteSaver.ts';

const NoteText = lazy(() => import('../../editor/NoteText.tsx').then((module) => ({ default: module.NoteText })));

/** From here on, in characters, a note opens as plain Markdown. */
const RICH_MAX = 200_000;
/** From here on, in CSS pixels, the title is scrolled away: its own window says it in the topbar. */
const TITLE_HEIGHT = 64;
/** After typing, how long until the outline follows, in milliseconds. */
const OUTLINE_PAUSE = 200;

/** A note being read and written: title, text, and what is known about it at the side. */
export function NoteView({ note, isGone }: { note: Note; isGone: boolean }) {
  const { t } = useTranslation(['notes', 'common']);
  const navigate = useNavigate();
  const isNarrow = useIsNarrow();
  const isPopOut = useIsPopOut();
  const [isTitleAway, setIsTitleAway] = useState(false);
  const { aside } = useSearch({ strict: false });
  const isAsideOpen = aside === undefined ? !isNarrow : aside === 'open';
  const projects = useProjects();
  const project = projects.byId(note.projectId);
  const labels = useEditorLabels();
  const { saver, state } = useNoteSaver(note, isGone);
  const [initial] = useState(() => saver.text);
  const [title, setTitle] = useState(initial.title);
  const [plain, setPlain] = useState<'tooLong' | 'notKept' | null>(
    initial.content.length > RICH_MAX ? 'tooLong' : null,
  );
  const [headings, setHeadings] = useState<readonly Heading[]>([]);
  const [isReady, setIsReady] = useState(false);
  const editor = useRef<NoteEditor | null>(null);
  const titleNow = useRef(initial.title);
  const contentNow = useRef(initial.content);
  const outlineTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const readText = useCallback(() => {
    if (editor.current !== null) contentNow.current = editor.current.read();
    return { title: titleNow.current, content: contentNow.current };
  }, []);
  const changed = useCallback(() => saver.edit(readText), [saver, readText]);
  const readHeadings = useCallback(() => {
    clearTimeout(outlineTimer.current);
    outlineTimer.current = setTimeout(
      () => setHeadings((last) => sameOutline(last, editor.current?.headings() ?? [])),
      OUTLINE_PAUSE,
    );
  }, []);
  const showText = useEffectEvent((text: { title: string; content: string }) => {
    titleNow.current = text.title;
    contentNow.current = text.content;
    setTitle(text.title);
    editor.current?.replace(text.content);
  });
  useEffect(() => saver.onReplaced((replaced) => showText(replaced)), [saver]);
  useEffect(() => () => clearTimeout(outlineTimer.current), []);

  const name = title.trim() === '' ? t('untitled') : title.trim();
  const setAside = (isOpen: boolean): void => {
    void navigate({ to: '.', search: { aside: isOpen ? 'open' : 'closed' }, replace: true });
  };
  return (
    <DensePage
      title={name}
      isTitleHidden={!isPopOut || !isTitleAway}
      lead={
        isPopOut && isTitleAway ? null : (
          <nav aria-label={t('crumb')} className="flex min-w-0 items-center gap-2 text-muted-foreground">
            <Link to="/notes" className="flex-none rounded-sm hover:text-foreground">
              {t('title')}
            </Link>
            {project === undefined ? null : (
              <>
                <ChevronRight aria-hidden className="icon-14" />
                <Link
                  to="/projects/$projectId"
                  params={{ projectId: project.id }}
                  className="truncate rounded-sm hover:text-foreground"
                >
                  {project.name}
                </Link>
              </>
            )}
          </nav>
        )
      }
      actions={
        <>
          <SaveStatus state={state} />
          <IconButton
            label={isAsideOpen ? t('aside.hide') : t('aside.show')}
            aria-pressed={isAsideOpen}
            onClick={() => setAside(!isAsideOpen)}
          >
            <PanelRight aria-hidden />
          </IconButton>
          <NoteMenu note={note} name={name} saver={saver} readText={readText} isGone={state.kind === 'deleted'} />
          {isPopOut && state.kind !== 'deleted' ? <OpenInMainButton record={{ kind: 'note', id: note.id }} /> : null}
        </>
      }
      panel={
        isAsideOpen ? (
          <NoteAside
            note={note}
            headings={headings}
            onHeading={(heading) => editor.current?.showHeading(heading)}
            isGone={state.kind === 'deleted'}
          />
        ) : null
      }
    >
      <div
        className="min-h-0 flex-1 scroll-pt-8 overflow-y-auto px-(--gutter) pt-8"
        data-note-scroll
        onScroll={isPopOut ? ({ currentTarget }) => setIsTitleAway(currentTarget.scrollTop > TITLE_HEIGHT) : undefined}
      >
        <article className="mx-auto max-w-(--measure)" aria-label={name}>
          <NoteNotice note={note} name={name} saver={saver} state={state} readText={readText} />
          <NoteSuggestions noteId={note.id} />
          <NoteTitle
            value={title}
            isNew={initial.title === '' && initial.content === ''}
            onChange={(next) => {
              setTitle(next);
              titleNow.current = next;
              changed();
            }}
            onLeave={() => void saver.flush()}
            onEnter={() => editor.current?.focus()}
          />
          <p className="mt-1 mb-5 type-meta text-muted-foreground tabular-nums">
            <Dates note={note} />
          </p>
          {plain === null ? null : (
            <p className="mb-5 rounded-lg border border-hairline bg-surface px-3.5 py-2.5 type-section text-muted-foreground">
              {plain === 'tooLong' ? t('editor.tooLong', { size: sizeOf(initial.content) }) : t('editor.notKept')}
            </p>
          )}
          <Suspense fallback={<NoteSkeleton className="py-2" />}>
            {isReady ? null : <NoteSkeleton className="py-2" />}
            <NoteText
              initialText={initial.content}
              isPlain={plain !== null}
              labels={labels}
              onReady={(ready) => {
                // What came in while the editor was made.
                const { content } = readText();
                if (ready.read() !== content) ready.replace(content);
                editor.current = ready;
                setIsReady(true);
                setHeadings(ready.headings());
              }}
              onClosing={() => {
                readText();
                void saver.detach();
                editor.current = null;
              }}
              onEdit={changed}
              onDocument={readHeadings}
              onBlur={() => void saver.flush()}
              onUnfit={() => setPlain('notKept')}
              onImageRefused={() => showToast({ message: t('editor.imageNotKept') })}
              onLinkCopied={() => showToast({ message: t('editor.link.copied') })}
            />
          </Suspense>
        </article>
      </div>
    </DensePage>
  );
}

/** `18 November 2026, last edited 17:52`. */
function Dates({ note }: { note: Note }) {
  const { t } = useTranslation('notes');
  const today = useToday();
  const created = formatDate(note.createdAt);
  if (note.version === 1) return created;
  const edited = dayOf(note.updatedAt);
  const time = formatTime(note.updatedAt);
  if (edited === dayOf(note.createdAt)) return t('edited', { created, edited: time });
  if (edited === today) return t('editedToday', { created, time });
  return t('edited', { created, edited: formatMomentLong(note.updatedAt, today) });
}

/** The outline as it was, where only its places moved by nothing. */
function sameOutline(last: readonly Heading[], next: readonly Heading[]): readonly Heading[] {
  const isSame =
    last.length === next.length &&
    next.every(({ level, text, position }, index) => {
      const other = last[index];
      return other?.level === level && other.text === text && other.position === position;
    });
  return isSame ? last : next;
}

const sizeOf = (text: string): string =>
  text.length < 1_000_000
    ? `${formatNumber(Math.round(text.length / 1_000))} KB`
    : `${formatNumber(Math.round(text.length / 100_000) / 10)} MB`;

/** Changes of the note that the assistant proposes. */
function NoteSuggestions({ noteId }: { noteId: Note['id'] }) {
  return <RecordSuggestions items={usePendingSuggestions().changing(noteId)} className="mb-6" />;
}
