import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { QuickAdd } from '../quickAdd/QuickAdd.tsx';
import { withoutFilters } from './taskQuery.ts';
import type { TaskSearch } from './taskSearch.ts';

interface TasksEmptyProps {
  search: TaskSearch;
  isNarrowed: boolean;
  doneCount: number;
  onChange: (changes: Partial<TaskSearch>) => void;
}

/** Why there is nothing here, and the way forward: a field for the first task, or fewer filters. */
export function TasksEmpty({ search, isNarrowed, doneCount, onChange }: TasksEmptyProps) {
  const { t } = useTranslation('tasks');
  const { text } = search;
  if (text !== undefined)
    return (
      <EmptyState
        title={t('empty.noText', { text })}
        actions={<Button onClick={() => onChange({ text: undefined })}>{t('empty.clearText')}</Button>}
      >
        {t('empty.noTextBody')}
      </EmptyState>
    );
  if (isNarrowed)
    return (
      <EmptyState
        title={t('empty.noMatch')}
        actions={<Button onClick={() => onChange(withoutFilters)}>{t('empty.clear')}</Button>}
      >
        {t('empty.noMatchBody')}
      </EmptyState>
    );
  return (
    <EmptyState title={t(doneCount === 0 ? 'empty.title' : 'empty.noneOpen')}>
      <p>{doneCount === 0 ? t('empty.body') : t('empty.noneOpenBody', { count: doneCount })}</p>
      <div className="mt-5 text-foreground">
        <QuickAdd autoFocus hint="Enter" />
      </div>
      {doneCount === 0 ? null : (
        <Button variant="ghost" size="sm" className="mt-2 -ml-2.5" onClick={() => onChange({ status: 'done' })}>
          {t('empty.showDone')}
        </Button>
      )}
    </EmptyState>
  );
}
