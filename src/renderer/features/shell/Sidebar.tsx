import { Link, type LinkProps, useLocation, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import {
  Folder,
  HardDrive,
  History,
  House,
  ListChecks,
  type LucideIcon,
  NotebookText,
  PanelLeft,
  Search,
  Settings,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Kbd } from '../../components/ui/Kbd.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { Tooltip } from '../../components/ui/Tooltip.tsx';
import { cn } from '../../lib/cn.ts';
import { isMacDesktop } from '../../lib/platform.ts';
import { useIsNarrow } from '../../lib/useMediaQuery.ts';
import { trpc } from '../../trpc.ts';
import { keysOf, type ShortcutId, useShortcut } from '../commands/shortcuts.ts';
import { useSearchDialog } from '../search/searchDialog.ts';
import { useSettings, useUpdateSettings } from '../settings/useSettings.ts';

const item =
  'flex h-8 items-center gap-2.5 rounded-md transition-state hover:bg-sidebar-accent focus-inset [&_svg.lucide]:text-muted-foreground aria-[current]:bg-sidebar-accent aria-[current]:font-medium aria-[current]:text-sidebar-accent-foreground aria-[current]:[&_svg.lucide]:text-current';

/** 232 wide; below 1000 px, or collapsed, a rail of 56 whose names are tooltips. */
export function Sidebar() {
  const { t } = useTranslation('shell');
  const settings = useSettings();
  const updateSettings = useUpdateSettings();
  const isNarrow = useIsNarrow();
  const search = useSearchDialog();
  const navigate = useNavigate();
  const workspaceName = settings.workspaceName === '' ? t('workspaceUnnamed') : settings.workspaceName;
  const isRail = isNarrow || settings.isSidebarCollapsed;
  const toggle = (): void => {
    updateSettings({ isSidebarCollapsed: !settings.isSidebarCollapsed });
  };
  useShortcut('toggleSidebar', toggle, !isNarrow, 'app');
  const toggleButton = isNarrow ? null : (
    <IconButton
      label={t(isRail ? 'expand' : 'collapse')}
      shortcut={keysOf('toggleSidebar')}
      side={isRail ? 'right' : 'bottom'}
      aria-expanded={!isRail}
      onClick={toggle}
      className={isRail ? 'mx-auto' : ''}
    >
      <PanelLeft aria-hidden />
    </IconButton>
  );
  return (
    <aside
      className={cn(
        'flex h-full flex-none flex-col border-r border-sidebar-border bg-sidebar p-2 text-sidebar-foreground',
        isRail ? 'w-(--sidebar-rail)' : 'w-(--sidebar-width)',
      )}
    >
      <div
        className={cn(
          'mb-4 flex drag-region',
          isMacDesktop && 'mt-10',
          isRail ? 'flex-col gap-1' : 'h-8 items-center gap-1',
        )}
      >
        <RailTooltip isRail={isRail} label={t('search')} shortcut={keysOf('palette')}>
          <button
            type="button"
            onClick={search.open}
            className={cn(item, isRail ? 'w-10 justify-center' : 'min-w-0 flex-1 px-2.5')}
          >
            <Search aria-hidden />
            <span className={isRail ? 'sr-only' : 'mr-auto text-muted-foreground'}>{t('search')}</span>
            {isRail ? null : <Kbd keys={keysOf('palette')} />}
          </button>
        </RailTooltip>
        {toggleButton}
      </div>
      <nav aria-label={t('navigation')} className="grid">
        <NavItem
          isRail={isRail}
          to="/"
          icon={House}
          label={t('nav.home')}
          shortcut="goHome"
          isExact
          home="/suggestions"
        />
        <NavItem isRail={isRail} to="/tasks" icon={ListChecks} label={t('nav.tasks')} shortcut="goTasks" />
        <NavItem
          isRail={isRail}
          to="/projects"
          icon={Folder}
          label={t('nav.projects')}
          shortcut="goProjects"
          home="/clients"
        />
        <NavItem isRail={isRail} to="/notes" icon={NotebookText} label={t('nav.notes')} shortcut="goNotes" />
        <NavItem isRail={isRail} to="/activity" icon={History} label={t('nav.activity')} shortcut="goActivity" />
      </nav>
      <PinnedProjects isRail={isRail} />
      <div className="mt-auto grid pt-2">
        <NavItem
          isRail={isRail}
          to="/settings"
          icon={Settings}
          label={t('nav.settings')}
          shortcut="goSettings"
          home="/trash"
        />
        <RailTooltip isRail={isRail} label={workspaceName}>
          <button
            type="button"
            aria-label={t('workspaceNamed', { name: workspaceName })}
            onClick={() => void navigate({ to: '/settings/about' })}
            className={cn(item, isRail ? 'w-10 justify-center' : 'min-w-0 px-2.5')}
          >
            <HardDrive aria-hidden />
            <span className={isRail ? 'sr-only' : 'truncate'} dir="auto">
              {workspaceName}
            </span>
          </button>
        </RailTooltip>
      </div>
    </aside>
  );
}

function PinnedProjects({ isRail }: { isRail: boolean }) {
  const { t } = useTranslation('shell');
  const { data } = useQuery(trpc.projects.list.queryOptions({ isPinned: true, limit: 20 }));
  const pinned = data?.items ?? [];
  if (pinned.length === 0) return null;
  return (
    <>
      {isRail ? null : (
        <div aria-hidden className="mt-6 mb-1 px-2.5 type-meta text-muted-foreground">
          {t('pinned')}
        </div>
      )}
      <nav aria-label={t('pinned')} className={cn('grid min-h-0 overflow-y-auto', isRail && 'mt-6')}>
        {pinned.map((project) => (
          <RailTooltip key={project.id} isRail={isRail} label={project.name}>
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              className={cn(item, isRail ? 'w-10 justify-center' : 'min-w-0 px-2.5')}
            >
              <span className="grid w-4 flex-none place-items-center">
                <Swatch color={project.color} />
              </span>
              <span className={isRail ? 'sr-only' : 'truncate'}>{project.name}</span>
            </Link>
          </RailTooltip>
        ))}
      </nav>
    </>
  );
}

interface NavItemProps {
  isRail: boolean;
  to: NonNullable<LinkProps['to']>;
  icon: LucideIcon;
  label: string;
  shortcut: ShortcutId;
  isExact?: boolean;
  /** Where screens begin that open from this one: it is marked there too. */
  home?: string;
}

function NavItem({ isRail, to, icon: Icon, label, shortcut, isExact = false, home }: NavItemProps) {
  const isHome = useLocation({ select: ({ pathname }) => home !== undefined && pathname.startsWith(home) });
  return (
    <RailTooltip isRail={isRail} label={label} shortcut={keysOf(shortcut)}>
      <Link
        to={to}
        activeOptions={{ exact: isExact, includeSearch: false }}
        aria-current={isHome ? 'true' : undefined}
        className={cn(item, isRail ? 'w-10 justify-center' : 'min-w-0 px-2.5')}
      >
        <Icon aria-hidden />
        <span className={isRail ? 'sr-only' : 'truncate'}>{label}</span>
      </Link>
    </RailTooltip>
  );
}

/** In the rail the name is a tooltip; beside a name it would only repeat it. */
function RailTooltip({
  isRail,
  label,
  shortcut,
  children,
}: {
  isRail: boolean;
  label: string;
  shortcut?: string | undefined;
  children: ReactNode;
}) {
  if (!isRail) return children;
  return (
    <Tooltip side="right" label={label} shortcut={shortcut}>
      {children}
    </Tooltip>
  );
}
