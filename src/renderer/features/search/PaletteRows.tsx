import { skipToken, useQuery } from '@tanstack/react-query';
import { Command as Cmdk } from 'cmdk';
import { CornerDownLeft, Sparkles } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { taskIdSchema } from '../../../contracts/ids.ts';
import type { SearchItem } from '../../../contracts/search.ts';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { trpc } from '../../trpc.ts';
import type { Command } from '../commands/command.ts';
import { keysOf } from '../commands/shortcuts.ts';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { useProjects } from '../records/useProjects.ts';
import { PriorityIcon } from '../tasks/PriorityIcon.tsx';
import { StatusIcon } from '../tasks/StatusIcon.tsx';
import { Marked } from './Marked.tsx';
import { markWords, splitSnippet } from './splitSnippet.ts';

export function PaletteGroup({
  heading,
  isEmpty,
  children,
}: {
  heading: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  if (isEmpty) return null;
  return (
    <Cmdk.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:truncate [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:type-meta [&_[cmdk-group-heading]]:text-muted-foreground"
    >
      {children}
    </Cmdk.Group>
  );
}

interface PaletteRowProps {
  value: string;
  icon: ReactNode;
  /** At the end, before the sign for Enter. */
  meta?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}

export function PaletteRow({ value, icon, meta, onSelect, children }: PaletteRowProps) {
  return (
    <Cmdk.Item
      value={value}
      onSelect={onSelect}
      className="group/item flex min-h-9 cursor-default items-center gap-3 rounded-md px-3 py-1 select-none data-[selected=true]:bg-accent dark:data-[selected=true]:bg-secondary"
    >
      <span className="grid size-4 flex-none place-items-center text-muted-foreground">{icon}</span>
      <span className="min-w-0 flex-1" dir="auto">
        {children}
      </span>
      <span className="flex max-w-48 flex-none items-center gap-2 type-meta text-muted-foreground">
        {meta}
        <CornerDownLeft aria-hidden className="icon-14 hidden group-data-[selected=true]/item:block" />
      </span>
    </Cmdk.Item>
  );
}

interface RecordRowProps {
  value: string;
  item: SearchItem;
  text: string;
  onSelect: () => void;
}

export function RecordRow({ value, item, text, onSelect }: RecordRowProps) {
  const { t } = useTranslation('search');
  const project = useProjects().byId(item.projectId);
  const title = item.title === '' ? t('untitled') : item.title;
  const titleParts = markWords(title, text);
  const snippet = splitSnippet(item.snippet);
  // The title's own words say enough; what matched elsewhere is worth a second line.
  const isSnippetShown =
    snippet.some((part) => part.isMarked) && (item.kind === 'comment' || !titleParts.some((part) => part.isMarked));
  return (
    <PaletteRow
      value={value}
      onSelect={onSelect}
      icon={
        item.kind === 'task' ? (
          <TaskMark id={item.id} />
        ) : item.kind === 'project' && project !== undefined ? (
          <Swatch color={project.color} />
        ) : (
          <RecordIcon kind={item.kind} />
        )
      }
      meta={item.kind === 'project' || project === undefined ? null : <span className="truncate">{project.name}</span>}
    >
      <span className="block truncate">
        <Marked parts={titleParts} />
      </span>
      {isSnippetShown ? (
        <span className="block truncate type-meta text-muted-foreground">
          <Marked parts={snippet} />
        </span>
      ) : null}
    </PaletteRow>
  );
}

/** A task's status, or Sparkles while it is only suggested. Nothing until that is known, so that nothing is shown that is not so. */
function TaskMark({ id }: { id: string }) {
  const parsed = taskIdSchema.safeParse(id);
  const { data } = useQuery(trpc.tasks.get.queryOptions(parsed.success ? { id: parsed.data } : skipToken));
  if (data === undefined) return null;
  return data.isApproved ? <StatusIcon status={data.status} /> : <Sparkles aria-hidden className="text-assistant" />;
}

export function CommandRow({ value, command, onSelect }: { value: string; command: Command; onSelect: () => void }) {
  const Icon = command.icon;
  return (
    <PaletteRow
      value={value}
      onSelect={onSelect}
      icon={
        command.priority === undefined ? (
          <Icon aria-hidden className={command.group === 'assistant' ? 'text-assistant' : ''} />
        ) : (
          <PriorityIcon priority={command.priority} isSilent />
        )
      }
      meta={command.shortcut === undefined ? null : <Kbd keys={keysOf(command.shortcut)} />}
    >
      <span className="block truncate">{command.label}</span>
    </PaletteRow>
  );
}
