import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../contracts/client.ts';
import type { ProjectSummary } from '../../../contracts/project.ts';
import { cn } from '../../lib/cn.ts';
import { useRowSteps } from '../records/useRowSteps.ts';
import { useSettings } from '../settings/useSettings.ts';
import { ClientHeading } from './ClientHeading.tsx';
import { columnGap, columns, ProjectRow } from './ProjectRow.tsx';
import type { ProjectGroup } from './groupProjects.ts';

const ROW_HEIGHT = { compact: 32, comfortable: 36, relaxed: 44 } as const;
const HEADING = 32;
const HEADING_GAP = 8;
const PAGE = 12;

type Line =
  | { readonly kind: 'client'; readonly key: string; readonly client: Client | null }
  | { readonly kind: 'project'; readonly key: string; readonly project: ProjectSummary }
  | { readonly kind: 'none'; readonly key: string };

interface ProjectListProps {
  groups: readonly ProjectGroup[];
  onEditProject: (project: ProjectSummary) => void;
  onEditClient: (client: Client) => void;
  onNewProject: (client: Client) => void;
}

/** Clients with their projects, virtualised. Arrows or J and K move, Enter opens. */
export function ProjectList({ groups, onEditProject, onEditClient, onNewProject }: ProjectListProps) {
  const { t } = useTranslation('projects');
  const { density } = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const rowHeight = ROW_HEIGHT[density];
  const lines = linesOf(groups);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer is used here only, and no compiler memoizes this
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'client' ? HEADING + HEADING_GAP : rowHeight),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    paddingEnd: 24,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  const places = lines.flatMap((line, index) => (line.kind === 'project' ? [index] : []));
  const active = places.find((index) => lines[index]?.key === activeKey) ?? places[0];
  const move = (step: number): void => {
    const place = places.findIndex((index) => index === active);
    const next = places[Math.max(0, Math.min(places.length - 1, place + step))];
    const key = next === undefined ? undefined : lines[next]?.key;
    if (next === undefined || key === undefined) return;
    setActiveKey(key);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => {
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-line="${key}"] [data-row-main]`)?.focus(),
      );
    });
  };
  useRowSteps({ list: scroller, page: PAGE, onStep: move });
  return (
    <div ref={scroller} className="@container min-h-0 flex-1 overflow-y-auto px-5 pt-2 wide:px-6">
      <div className={cn('flex h-7 items-center border-b border-hairline type-meta text-muted-foreground', columnGap)}>
        <span className="flex-1">{t('column.name')}</span>
        <span className={columns.checkpoint}>{t('column.checkpoint')}</span>
        <span className={columns.progress}>{t('column.progress')}</span>
        <span className={columns.tasks}>{t('column.tasks')}</span>
      </div>
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          return (
            <div
              key={item.key}
              data-line={line.key}
              className="absolute inset-x-0 top-0 flex flex-col justify-end"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              onFocus={line.kind === 'project' ? () => setActiveKey(line.key) : undefined}
            >
              {line.kind === 'client' ? (
                <ClientHeading client={line.client} onEdit={onEditClient} onNewProject={onNewProject} />
              ) : line.kind === 'project' ? (
                <ProjectRow project={line.project} tabIndex={item.index === active ? 0 : -1} onEdit={onEditProject} />
              ) : (
                <p className="flex h-(--row) items-center pl-4.5 type-section text-muted-foreground">
                  {t('emptyClient')}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function linesOf(groups: readonly ProjectGroup[]): Line[] {
  return groups.flatMap(({ client, projects }): Line[] => {
    const key = client?.id ?? 'own';
    return [
      { kind: 'client', key: `client-${key}`, client },
      ...projects.map((project): Line => ({ kind: 'project', key: project.id, project })),
      ...(projects.length === 0 ? [{ kind: 'none', key: `none-${key}` } as const] : []),
    ];
  });
}
