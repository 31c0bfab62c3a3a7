import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Command as Cmdk } from 'cmdk';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskId } from '../../../../contracts/ids.ts';
import { menuItem } from '../../../components/ui/menuStyles.ts';
import { Swatch } from '../../../components/ui/Swatch.tsx';
import { cn } from '../../../lib/cn.ts';
import { trpc } from '../../../trpc.ts';
import { useProjects } from '../../records/useProjects.ts';
import { StatusIcon } from '../StatusIcon.tsx';

interface TaskPickerProps {
  label: string;
  /** Those that cannot be chosen. */
  without: readonly TaskId[];
  onPick: (id: TaskId) => void;
}

const SHOWN = 8;

/** Finds a task by words of its title, and answers the one that is chosen. Open ones only. */
export function TaskPicker({ label, without, onPick }: TaskPickerProps) {
  const { t } = useTranslation('taskPanel');
  const projects = useProjects();
  const [text, setText] = useState('');
  const words = useDeferredValue(text.trim());
  const { data, isPending } = useQuery(
    trpc.tasks.list.queryOptions(
      {
        status: 'open',
        sort: words === '' ? 'updated' : 'due',
        limit: SHOWN + without.length,
        ...(words === '' ? {} : { text: words }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const excluded = new Set<string>(without);
  const found = data?.items.filter((task) => !excluded.has(task.id)).slice(0, SHOWN) ?? [];
  return (
    <Cmdk shouldFilter={false} loop label={label} className="flex max-h-[inherit] min-h-0 flex-col outline-none">
      <div className="-mx-1 -mt-1 mb-1 flex h-9 flex-none items-center gap-2 border-b border-hairline px-3 text-muted-foreground dark:border-border">
        <Search aria-hidden className="icon-14" />
        <Cmdk.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t('blockers.find')}
          dir="auto"
          className="h-full min-w-0 flex-1 bg-transparent type-section text-foreground outline-none"
        />
      </div>
      <Cmdk.List label={label} className="min-h-0 overflow-y-auto">
        {found.length === 0 && !isPending ? (
          <p className="px-2.5 py-1.5 type-section text-muted-foreground">{t('blockers.nothing')}</p>
        ) : null}
        {found.map((task) => {
          const project = projects.byId(task.projectId);
          return (
            <Cmdk.Item
              key={task.id}
              value={task.id}
              onSelect={() => onPick(task.id)}
              className={cn(
                menuItem,
                'type-section data-[disabled=false]:opacity-100 data-[selected=true]:bg-accent dark:data-[selected=true]:bg-secondary',
              )}
            >
              <StatusIcon status={task.status} />
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {task.title}
              </span>
              {project === undefined ? null : (
                <span className="flex-none">
                  <Swatch color={project.color} />
                  <span className="sr-only">{project.name}</span>
                </span>
              )}
            </Cmdk.Item>
          );
        })}
      </Cmdk.List>
    </Cmdk>
  );
}
