import { Calendar, Repeat, Tag, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../components/ui/Field.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { formatDueLong } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { useToday } from '../../lib/useToday.ts';
import { useProjects } from '../records/useProjects.ts';
import { describeRule } from '../recurrence/describeRule.ts';
import { PriorityIcon } from '../tasks/PriorityIcon.tsx';
import type { PieceKind } from '../../../language/parseQuickTask.ts';
import type { QuickTaskForm } from './useQuickTask.ts';

/** What was understood, each part with a button that puts its words back into the title. */
export function QuickTaskPieces({ id, form }: { id: string; form: QuickTaskForm }) {
  const { t } = useTranslation(['quickAdd', 'common']);
  const today = useToday();
  const { task, day, draft, problem } = form;
  const project = useProjects().byId(form.projectId);
  const isShown = draft.text.trim() !== '' && task.title !== '';

  const wordsOf = (kind: PieceKind): string => task.pieces.find((piece) => piece.kind === kind)?.words ?? '';
  const ignore = (kind: PieceKind): (() => void) => {
    return () => {
      form.ignore({ kind, words: wordsOf(kind) });
    };
  };

  return (
    <div id={id} aria-live="polite">
      {isShown ? (
        <div className="flex flex-wrap items-center gap-1.5 pt-2 empty:hidden">
          {day === null ? null : (
            <Piece
              label={t('ignore.date')}
              // A day that the rule gives goes with the rule.
              onIgnore={task.recurrence !== null && wordsOf('date') === '' ? undefined : ignore('date')}
            >
              <Calendar aria-hidden className="icon-14" />
              {formatDueLong(day, task.dueTime, today)}
            </Piece>
          )}
          {task.recurrence === null ? null : (
            <Piece label={t('ignore.repeat')} onIgnore={ignore('repeat')}>
              <Repeat aria-hidden className="icon-14" />
              {describeRule(task.recurrence, today)}
            </Piece>
          )}
          {task.priority === null ? null : (
            <Piece label={t('ignore.priority')} onIgnore={ignore('priority')}>
              <PriorityIcon priority={task.priority} isSilent />
              {t(`common:priority.${task.priority}`)}
            </Piece>
          )}
          {project === undefined ? null : (
            <Piece label={t('ignore.project')} onIgnore={ignore('project')}>
              <Swatch color={project.color} />
              {project.name}
            </Piece>
          )}
          {task.pieces
            .filter((piece) => piece.kind === 'label')
            .map((piece) => (
              <Piece
                key={piece.words}
                label={t('ignore.label', { label: piece.label ?? '' })}
                onIgnore={() => {
                  form.ignore({ kind: 'label', words: piece.words });
                }}
              >
                <Tag aria-hidden className="icon-14" />
                {piece.label}
              </Piece>
            ))}
        </div>
      ) : null}
      {problem === undefined ? null : <FieldError className="pt-2">{problem}</FieldError>}
    </div>
  );
}

function Piece({
  label,
  onIgnore,
  children,
}: {
  label: string;
  onIgnore: (() => void) | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={cn(
        'inline-flex h-6 max-w-full items-center gap-1.5 rounded-sm bg-chip pl-2 type-meta [&_svg.lucide]:text-muted-foreground',
        onIgnore === undefined && 'pr-2',
      )}
    >
      {children}
      {onIgnore === undefined ? null : (
        <button
          type="button"
          aria-label={label}
          // The field keeps the focus, so that writing goes on.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onIgnore}
          className="grid size-6 place-items-center rounded-sm hover:bg-accent focus-inset"
        >
          <X aria-hidden className="icon-12" />
        </button>
      )}
    </span>
  );
}
