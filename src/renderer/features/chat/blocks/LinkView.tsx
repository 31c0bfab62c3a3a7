import { Link, linkOptions } from '@tanstack/react-router';
import { ArrowRight, History, House, ListChecks, type LucideIcon, NotebookText, Settings, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LinkBlock, Screen } from '../../../../contracts/block.ts';
import type { Scope } from '../../../../contracts/conversation.ts';
import { RecordIcon } from '../../records/RecordIcon.tsx';
import { useScopeName } from '../useScopeName.ts';

/** A way to a screen. Whatever its label says, the screen it leads to stands beside it. */
export function LinkView({ block: { to, label } }: { block: LinkBlock }) {
  const { t } = useTranslation('blocks');
  const record = recordOf(to);
  const name = useScopeName(record)?.name;
  const place = t(`screen.${to.screen}`);
  return (
    <Link
      {...addressOf(to)}
      className="flex min-h-9 items-center gap-2.5 rounded-lg border border-input bg-surface px-3 py-1.5 transition-state hover:bg-accent"
    >
      <ScreenIcon screen={to.screen} />
      <span dir="auto" title={label} className="min-w-0 flex-1 truncate font-medium">
        {label}
      </span>
      <span
        dir="auto"
        title={name}
        className="max-w-[50%] min-w-0 flex-initial truncate type-meta text-muted-foreground"
      >
        {name === undefined ? place : t('screen.named', { place, name })}
      </span>
      <ArrowRight aria-hidden className="icon-14 text-muted-foreground rtl:rotate-180" />
    </Link>
  );
}

function addressOf(to: Screen) {
  switch (to.screen) {
    case 'home':
      return linkOptions({ to: '/' });
    case 'tasks': {
      const { screen: _screen, ...search } = to;
      return linkOptions({ to: '/tasks', search });
    }
    case 'task':
      return linkOptions({ to: '/tasks', search: { task: to.id } });
    case 'projects':
      return linkOptions({ to: '/projects' });
    case 'project':
      return linkOptions({ to: '/projects/$projectId', params: { projectId: to.id } });
    case 'client':
      return linkOptions({ to: '/clients/$clientId', params: { clientId: to.id } });
    case 'notes':
      return linkOptions({ to: '/notes' });
    case 'note':
      return linkOptions({ to: '/notes/$noteId', params: { noteId: to.id } });
    case 'activity':
      return linkOptions({ to: '/activity' });
    case 'trash':
      return linkOptions({ to: '/trash' });
    case 'settings':
      return linkOptions({ to: `/settings/${to.section}` });
  }
}

/** The one record that a screen is of; the whole workspace where it is of none. */
function recordOf(to: Screen): Scope {
  switch (to.screen) {
    case 'task':
    case 'project':
    case 'client':
    case 'note':
      return { kind: to.screen, id: to.id };
    case 'tasks':
      if (to.project !== undefined && to.project !== 'none') return { kind: 'project', id: to.project };
      if (to.client !== undefined && to.client !== 'none') return { kind: 'client', id: to.client };
      return { kind: 'workspace' };
    case 'home':
    case 'projects':
    case 'notes':
    case 'activity':
    case 'trash':
    case 'settings':
      return { kind: 'workspace' };
  }
}

const ICONS: Partial<Record<Screen['screen'], LucideIcon>> = {
  home: House,
  tasks: ListChecks,
  notes: NotebookText,
  activity: History,
  trash: Trash2,
  settings: Settings,
};

function ScreenIcon({ screen }: { screen: Screen['screen'] }) {
  const className = 'text-muted-foreground';
  const Icon = ICONS[screen];
  if (Icon !== undefined) return <Icon aria-hidden className={className} />;
  switch (screen) {
    case 'task':
    case 'client':
    case 'note':
      return <RecordIcon kind={screen} className={className} />;
    default:
      return <RecordIcon kind="project" className={className} />;
  }
}
