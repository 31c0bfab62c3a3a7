import { useMutation } from '@tanstack/react-query';
import { Calendar, Plus, X } from 'lucide-react';
import { type ReactNode, type Ref, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { projectIdSchema } from '../../../contracts/ids.ts';
import { FieldError } from '../../components/ui/Field.tsx';
import { FrameInput, InputFrame } from '../../components/ui/Input.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { formatDueLong } from '../../i18n/format.ts';
import { useToday } from '../../lib/useToday.ts';
import { trpc } from '../../trpc.ts';
import { useProjects } from '../records/useProjects.ts';
import { offerUndo } from '../undo/undo.ts';
import { type DateReader, parseQuickTask, type PieceKind } from './parseQuickTask.ts';
import { PriorityIcon } from './PriorityIcon.tsx';

interface QuickAddProps {
  /** For the N key. */
  ref?: Ref<HTMLInputElement>;
  /** What a sentence that names no day gets, shown like one that does. */
  defaultDay?: string | null;
  defaultProjectId?: string | null;
  autoFocus?: boolean;
  /** The key at the field's end: N where the field waits, Enter where it has the focus. */
  hint?: 'N' | 'Enter';
  /** Esc in an empty field. */
  onLeave?: () => void;
  initialText?: string;
}

/** One line that adds a task: a sentence whose date, priority and project are read from it and shown before it is saved. */
export function QuickAdd({
  ref,
  defaultDay = null,
  defaultProjectId = null,
  autoFocus = false,
  hint = 'N',
  onLeave,
  initialText = '',
}: QuickAddProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const id = useId();
  const today = useToday();
  const projects = useProjects();
  const [text, setText] = useState(initialText);
  const [ignored, setIgnored] = useState<ReadonlySet<PieceKind>>(new Set());
  const [readDates, setReadDates] = useState<DateReader | null>(null);
  const isLoading = useRef(false);
  const { mutate, error, reset, isPending } = useMutation(trpc.tasks.create.mutationOptions());

  const loadReader = (): void => {
    if (isLoading.current) return;
    isLoading.current = true;
    void import('./readDates.ts').then((module) => {
      setReadDates(() => module.readDates);
    });
  };
  const task = parseQuickTask(text, { now: new Date(), readDates, projects: projects.active, ignored });
  const dueDate = task.dueDate ?? (ignored.has('date') ? null : defaultDay);
  const projectId = task.projectId ?? (ignored.has('project') ? null : defaultProjectId);
  const project = projects.byId(projectId);
  const problem = error === null ? undefined : (describeFields(error)['title'] ?? describeError(error));

  const ignore = (kind: PieceKind): void => {
    setIgnored((before) => new Set([...before, kind]));
  };
  const submit = (): void => {
    if (task.title === '' || isPending) return;
    const sent = text;
    mutate(
      {
        title: task.title,
        dueDate,
        dueTime: dueDate === null ? null : task.dueTime,
        projectId: projectId === null ? null : projectIdSchema.parse(projectId),
        ...(task.priority === null ? {} : { priority: task.priority }),
      },
      {
        onSuccess: ({ changeSetId, title }) => {
          // What was typed while it was saved is the beginning of the next one.
          setText((now) => (now === sent ? '' : now));
          setIgnored(new Set());
          offerUndo({ changeSetId, message: t('toast.created', { title }) });
        },
      },
    );
  };

  return (
    <form
      data-quick-add
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <InputFrame className="h-10 gap-2 pr-3 pl-3">
        <Plus aria-hidden />
        <FrameInput
          ref={ref}
          id={id}
          value={text}
          autoFocus={autoFocus}
          dir="auto"
          aria-label={t('newTask')}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={`${id}-below`}
          placeholder={hint === 'Enter' ? t('quickAdd.example') : t('quickAdd.placeholder')}
          onFocus={loadReader}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '') setIgnored(new Set());
            if (error !== null) reset();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            if (text === '' && onLeave) onLeave();
            else event.currentTarget.blur();
          }}
        />
        <Kbd keys={text === '' ? hint : 'Enter'} />
      </InputFrame>
      <div id={`${id}-below`} aria-live="polite">
        {text.trim() === '' || task.title === '' ? null : (
          <div className="flex flex-wrap items-center gap-1.5 pt-2">
            {dueDate === null ? null : (
              <Piece label={t('quickAdd.ignoreDate')} onIgnore={() => ignore('date')}>
                <Calendar aria-hidden className="icon-14" />
                {formatDueLong(dueDate, task.dueTime, today)}
              </Piece>
            )}
            {task.priority === null ? null : (
              <Piece label={t('quickAdd.ignorePriority')} onIgnore={() => ignore('priority')}>
                <PriorityIcon priority={task.priority} isSilent />
                {t(`common:priority.${task.priority}`)}
              </Piece>
            )}
            {project === undefined ? null : (
              <Piece label={t('quickAdd.ignoreProject')} onIgnore={() => ignore('project')}>
                <Swatch color={project.color} />
                {project.name}
              </Piece>
            )}
          </div>
        )}
        {problem === undefined ? null : <FieldError className="pt-2">{problem}</FieldError>}
      </div>
    </form>
  );
}

function Piece({ label, onIgnore, children }: { label: string; onIgnore: () => void; children: ReactNode }) {
  return (
    <span className="inline-flex h-6 max-w-full items-center gap-1.5 rounded-sm bg-chip pl-2 type-meta [&_svg.lucide]:text-muted-foreground">
      {children}
      <button
        type="button"
        aria-label={label}
        onClick={onIgnore}
        className="grid size-6 place-items-center rounded-sm hover:bg-accent focus-inset"
      >
        <X aria-hidden className="icon-12" />
      </button>
    </span>
  );
}
