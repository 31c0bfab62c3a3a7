import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordJson } from '../../../contracts/change.ts';
import type { ProposedChange, Suggestion } from '../../../contracts/suggestion.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Checkbox } from '../../components/ui/Checkbox.tsx';
import { DialogBody, DialogClose, DialogFoot } from '../../components/ui/Dialog.tsx';
import { FieldError } from '../../components/ui/Field.tsx';
import { WorkingButton } from '../../components/ui/WorkingButton.tsx';
import { describeError, describeFields } from '../../i18n/describeError.ts';
import { formatNumber } from '../../i18n/format.ts';
import { cn } from '../../lib/cn.ts';
import { FieldChanges } from '../history/FieldChanges.tsx';
import { useWords } from '../history/useWords.ts';
import { RecordIcon } from '../records/RecordIcon.tsx';
import { ChangeFields } from './ChangeFields.tsx';
import { editableFields } from './editableFields.ts';
import { shownChange } from './shownChange.ts';
import { type SetEdit, useApprove } from './useSuggestionActions.ts';

/** So many changes are open to be edited from the beginning. */
const OPEN = 3;

/** The changes of a set one below the other: each can be left out, or opened and changed. */
export function SetEditForm({ suggestion, onDone }: { suggestion: Suggestion; onDone: () => void }) {
  const { t } = useTranslation(['suggestions', 'common']);
  const { approve, isWorking, error } = useApprove();
  const { changes } = suggestion;
  const [edits, setEdits] = useState<ReadonlyMap<number, RecordJson>>(new Map());
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const wanted = changes.length - leftOut.size;
  const isEdited = edits.size > 0 || leftOut.size > 0;
  const problemsAt = (index: number) => (error === null ? {} : describeFields(error, `changes.${index}.`));
  const isOnForm = changes.some((_change, index) => Object.keys(problemsAt(index)).length > 0);
  const submit = (): void => {
    const given = [...new Set([...edits.keys(), ...leftOut])].map((index): SetEdit => {
      const fields = edits.get(index);
      return leftOut.has(index) || fields === undefined ? { index, isLeftOut: true } : { index, edits: fields };
    });
    approve(suggestion, isEdited ? { changes: given, onSuccess: onDone } : { onSuccess: onDone });
  };
  return (
    <form
      className="contents"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DialogBody className="gap-0">
        <ul>
          {changes.map((change, index) => (
            <ChangeRow
              key={`${change.recordId}-${index}`}
              change={change}
              projectId={suggestion.projectId}
              edits={edits.get(index) ?? {}}
              problems={problemsAt(index)}
              isWanted={!leftOut.has(index)}
              isAlone={changes.length === 1}
              isOpenAtFirst={changes.length <= OPEN}
              hasFocus={index === 0}
              onWanted={(isWanted) =>
                setLeftOut((before) => {
                  const next = new Set(before);
                  if (isWanted) next.delete(index);
                  else next.add(index);
                  return next;
                })
              }
              onEdit={(name, value) =>
                setEdits((before) => new Map(before).set(index, { ...before.get(index), [name]: value }))
              }
            />
          ))}
        </ul>
        {error !== null && !isOnForm ? <FieldError className="mt-3">{describeError(error)}</FieldError> : null}
      </DialogBody>
      <DialogFoot
        note={
          leftOut.size === 0
            ? undefined
            : t('edit.leftOut', { count: leftOut.size, formatted: formatNumber(leftOut.size) })
        }
      >
        <DialogClose asChild>
          <Button variant="ghost">{t('common:actions.cancel')}</Button>
        </DialogClose>
        <WorkingButton
          type="submit"
          variant="primary"
          isWorking={isWorking}
          disabled={wanted === 0}
          workingLabel={t('edit.working')}
        >
          {leftOut.size > 0
            ? t('edit.approveSome', { count: wanted, formatted: formatNumber(wanted) })
            : isEdited
              ? t('edit.approve')
              : t('edit.approveAsIs')}
        </WorkingButton>
      </DialogFoot>
    </form>
  );
}

interface ChangeRowProps {
  change: ProposedChange;
  projectId: string | null;
  edits: RecordJson;
  problems: Partial<Record<string, string>>;
  isWanted: boolean;
  isAlone: boolean;
  isOpenAtFirst: boolean;
  hasFocus: boolean;
  onWanted: (isWanted: boolean) => void;
  onEdit: (name: string, value: RecordJson[string]) => void;
}

function ChangeRow(props: ChangeRowProps) {
  const { change, projectId, edits, problems, isWanted, isAlone, isOpenAtFirst, hasFocus, onWanted, onEdit } = props;
  const { t } = useTranslation('suggestions');
  const words = useWords();
  const id = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const canOpen = editableFields(change).length > 0;
  const isShown = isWanted && canOpen && (isOpen || Object.keys(problems).length > 0);
  const edited = edits['title'] ?? edits['name'];
  const title = typeof edited === 'string' && edited.trim() !== '' ? edited : change.title;
  const name = title.trim() === '' ? t('untitled') : title;
  return (
    <li className="border-t border-hairline py-2 first:border-t-0 first:pt-0">
      <div className="flex min-h-7 items-center gap-2">
        {isAlone ? null : (
          <Checkbox
            checked={isWanted}
            aria-label={t('edit.include', { title: name })}
            onCheckedChange={(checked) => onWanted(checked === true)}
          />
        )}
        <RecordIcon kind={change.recordKind} className="icon-14 flex-none text-muted-foreground" />
        <h3
          className={cn('min-w-0 truncate type-section font-medium', !isWanted && 'text-muted-foreground line-through')}
          dir="auto"
        >
          {name}
        </h3>
        <span className="flex-none type-meta text-muted-foreground">
          {t(`diff.${change.operation}.${change.recordKind}`)}
        </span>
        {canOpen && isWanted && !isAlone ? (
          <button
            type="button"
            aria-expanded={isShown}
            aria-controls={id}
            aria-label={t('edit.fieldsOf', { title: name })}
            onClick={() => setIsOpen((before) => !before)}
            className="ml-auto grid size-6 flex-none place-items-center rounded-sm text-muted-foreground hover:text-foreground focus-inset"
          >
            <ChevronRight aria-hidden className={cn('icon-14', isShown && 'rotate-90')} />
          </button>
        ) : null}
      </div>
      <div id={id} className={cn('empty:hidden', isAlone ? 'mt-2' : 'mt-1 ml-8')}>
        {isShown ? (
          <ChangeFields change={change} edits={edits} onEdit={onEdit} problems={problems} hasFocus={hasFocus} />
        ) : isWanted && change.operation !== 'delete' ? (
          <FieldChanges
            change={shownChange(
              { ...change, after: change.after === null ? null : { ...change.after, ...edits } },
              projectId,
              words.today,
            )}
          />
        ) : null}
      </div>
    </li>
  );
}
