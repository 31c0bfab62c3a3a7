import { ArrowRight, Trash2 } from 'lucide-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposedChange, Suggestion } from '../../../contracts/suggestion.ts';
import { useToday } from '../../lib/useToday.ts';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { useProjects } from '../records/useProjects.ts';
import { fieldName, fieldValue } from './describeSuggestion.ts';

/** A change set: each record by name, then each field as before (struck), arrow, after. New records show only the after. */
export function SuggestionDiff({ suggestion }: { suggestion: Suggestion }) {
  return (
    <div className="mt-1.5 grid gap-1 type-meta leading-6">
      {suggestion.changes.map((change, index) => (
        <RecordDiff key={`${change.recordId}-${index}`} change={change} />
      ))}
    </div>
  );
}

function RecordDiff({ change }: { change: ProposedChange }) {
  const { t } = useTranslation('suggestions');
  const today = useToday();
  const projects = useProjects();
  const words = { today, projectName: (id: string) => projects.byId(id)?.name };
  const names = Object.keys(change.after ?? {}).filter((name) => name !== 'title' || change.operation === 'update');
  const fields = names.filter((name) => change.operation === 'update' || !isEmpty(change.after?.[name]));
  return (
    <div className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <div className="col-span-2 flex min-w-0 items-center gap-2 type-section leading-6 text-foreground">
        {change.operation === 'delete' ? (
          <Trash2 aria-hidden className="icon-14 text-muted-foreground" />
        ) : (
          <RecordIcon kind={change.recordKind} className="icon-14 text-muted-foreground" />
        )}
        <span className="truncate">{change.title}</span>
        {change.operation === 'delete' ? <span className="text-diff-before">{t('diff.deleted')}</span> : null}
      </div>
      {change.operation === 'delete'
        ? null
        : fields.map((name) => (
            <Fragment key={name}>
              <span className="pl-5.5 text-muted-foreground">{fieldName(name)}</span>
              <span className="flex min-w-0 items-center gap-1.5">
                {change.operation === 'update' ? (
                  <>
                    <del className="truncate text-diff-before decoration-1">
                      {fieldValue(name, change.before?.[name], words)}
                    </del>
                    <ArrowRight aria-hidden className="icon-12 text-muted-foreground" />
                  </>
                ) : null}
                <ins className="truncate font-medium text-diff-after no-underline">
                  {fieldValue(name, change.after?.[name], words)}
                </ins>
              </span>
            </Fragment>
          ))}
    </div>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
