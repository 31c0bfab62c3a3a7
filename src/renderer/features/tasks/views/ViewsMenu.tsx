import { Check, ChevronDown, Pencil, Plus, RotateCcw, Save, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../../components/ui/Menu.tsx';
import { FilterTrigger } from '../../shell/FilterBar.tsx';
import { isNarrowed } from '../taskQuery.ts';
import type { TaskSearch } from '../taskSearch.ts';
import { useViewActions } from './useViewActions.ts';
import { useViews } from './useViews.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import { isChanged, searchOfView, viewQueryOf } from './viewQuery.ts';

interface ViewsMenuProps {
  search: TaskSearch;
  /** Shows exactly this; the open task stays. */
  onShow: (search: TaskSearch) => void;
}

/** The saved views, beside the screen's name: opens one, saves the filters as one, renames, updates, deletes. */
export function ViewsMenu({ search, onShow }: ViewsMenuProps) {
  const { t } = useTranslation('views');
  const views = useViews();
  const actions = useViewActions();
  const [dialog, setDialog] = useState<'create' | 'rename' | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const current = views.find((view) => view.id === search.view);
  const hasChanged = current !== undefined && isChanged(search, current);
  const isUsual =
    current === undefined && !isNarrowed(search) && search.group === undefined && search.sort === undefined;
  const open = (next: 'create' | 'rename'): void => {
    actions.reset();
    // After the menu gave the focus back, so that the dialog may take it.
    setTimeout(() => setDialog(next), 0);
  };
  const close = (): void => {
    setDialog(null);
    requestAnimationFrame(() => trigger.current?.focus());
  };
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <FilterTrigger
            ref={trigger}
            label={t(current === undefined ? 'title' : 'view')}
            value={
              <span className="flex min-w-0 items-center gap-1.5">
                {current === undefined ? null : <span className="max-w-40 truncate">{current.name}</span>}
                {hasChanged ? <span className="font-normal text-muted-foreground">{t('changed')}</span> : null}
                <ChevronDown aria-hidden className="icon-14 text-muted-foreground" />
              </span>
            }
          />
        </MenuTrigger>
        <MenuContent className="w-64">
          {views.map((view) => (
            <MenuItem key={view.id} onSelect={() => onShow(searchOfView(view))}>
              <span className="min-w-0 truncate" dir="auto">
                {view.name}
              </span>
              {view.id === current?.id ? (
                <Check role="img" aria-label={t('current')} className="icon-14 ml-auto" />
              ) : null}
            </MenuItem>
          ))}
          {views.length === 0 ? (
            <p className="px-2.5 py-1.5 type-section text-pretty text-muted-foreground">{t('none')}</p>
          ) : null}
          <MenuSeparator />
          {current === undefined ? null : (
            <>
              {hasChanged ? (
                <>
                  <MenuItem onSelect={() => actions.save(current, viewQueryOf(search))}>
                    <Save aria-hidden />
                    <span className="truncate">{t('save', { name: current.name })}</span>
                  </MenuItem>
                  <MenuItem onSelect={() => onShow(searchOfView(current))}>
                    <RotateCcw aria-hidden />
                    {t('reset')}
                  </MenuItem>
                </>
              ) : null}
              <MenuItem onSelect={() => open('rename')}>
                <Pencil aria-hidden />
                {t('rename')}
              </MenuItem>
              <MenuItem
                isDestructive
                onSelect={() => actions.remove(current, () => onShow({ ...search, view: undefined }))}
              >
                <Trash2 aria-hidden />
                {t('delete')}
              </MenuItem>
              <MenuSeparator />
            </>
          )}
          <MenuItem disabled={isUsual} onSelect={() => open('create')}>
            <Plus aria-hidden />
            {t('create')}
          </MenuItem>
          {current === undefined && isUsual ? null : (
            <MenuItem onSelect={() => onShow({ layout: search.layout })}>
              <span className="w-4" />
              {t('leave')}
            </MenuItem>
          )}
        </MenuContent>
      </Menu>
      {dialog === null ? null : (
        <ViewNameDialog
          key={dialog}
          title={t(dialog === 'create' ? 'createTitle' : 'renameTitle')}
          name={dialog === 'rename' ? (current?.name ?? '') : ''}
          error={actions.error}
          isPending={actions.isPending}
          onClose={close}
          onSave={(name) => {
            if (dialog === 'rename' && current !== undefined) actions.rename(current, name, close);
            else {
              actions.create(name, viewQueryOf(search), (view) => {
                onShow({ ...search, view: view.id });
                close();
              });
            }
          }}
        />
      )}
    </>
  );
}
