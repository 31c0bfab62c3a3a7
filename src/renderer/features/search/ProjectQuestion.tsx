import { CircleSlash } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { projectIdSchema, taskIdSchema } from '../../../contracts/ids.ts';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { keysOf } from '../commands/shortcuts.ts';
import { useProjects } from '../records/useProjects.ts';
import { useBulkActions } from '../tasks/bulk/useBulkActions.ts';
import { type PaletteAction, PaletteFrame } from './PaletteFrame.tsx';
import { PaletteGroup, PaletteRow } from './PaletteRows.tsx';
import { rankCommands } from './rankCommands.ts';
import type { PaletteQuestion } from './searchDialog.ts';

interface ProjectQuestionProps {
  question: PaletteQuestion;
  onBack: () => void;
  onClose: () => void;
}

/** To which project a task goes. */
export function ProjectQuestion({ question: { task }, onBack, onClose }: ProjectQuestionProps) {
  const { t } = useTranslation(['search', 'common']);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const projects = useProjects();
  const actions = useBulkActions();
  const choices = rankCommands(
    [
      ...projects.active.map(({ id, name, color }) => ({ id, label: name, color })),
      { id: null, label: t('common:noProject'), color: null },
    ].filter(({ id }) => id !== task.projectId),
    text,
  ).map(({ command }) => command);
  const move = (id: string | null): void => {
    onClose();
    actions.edit([{ ...task, id: taskIdSchema.parse(task.id) }], {
      fields: { projectId: id === null ? null : projectIdSchema.parse(id) },
    });
  };
  const rows = new Map<string, PaletteAction>(
    choices.map(({ id }) => [`project:${id ?? 'none'}`, { open: () => move(id) }]),
  );
  return (
    <PaletteFrame
      label={t('moveTo', { title: task.title })}
      placeholder={t('moveToPlaceholder', { title: task.title })}
      typed={typed}
      onType={setTyped}
      actions={rows}
      isSettled
      onBack={onBack}
      foot={
        <>
          <span>
            {t('move')} <Kbd keys={keysOf('paletteOpen')} />
          </span>
          <span>
            {t('back')} <Kbd keys={keysOf('paletteBack')} />
          </span>
        </>
      }
    >
      {choices.length === 0 ? <p className="px-3 py-2 text-muted-foreground">{t('noProjectFound', { text })}</p> : null}
      <PaletteGroup heading={t('moveTo', { title: task.title })} isEmpty={choices.length === 0}>
        {choices.map(({ id, label, color }) => (
          <PaletteRow
            key={id}
            value={`project:${id ?? 'none'}`}
            icon={color === null ? <CircleSlash aria-hidden /> : <Swatch color={color} />}
            onSelect={() => move(id)}
          >
            <span className="block truncate">{label}</span>
          </PaletteRow>
        ))}
      </PaletteGroup>
    </PaletteFrame>
  );
}
