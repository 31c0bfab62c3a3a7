import { useTranslation } from 'react-i18next';
import type { RecordJson } from '../../../contracts/change.ts';
import type { ProposedChange } from '../../../contracts/suggestion.ts';
import { prioritySchema, taskStatusSchema } from '../../../contracts/task.ts';
import { DayField } from '../../components/ui/DayField.tsx';
import { Field } from '../../components/ui/Field.tsx';
import { Input, Textarea } from '../../components/ui/Input.tsx';
import { Select } from '../../components/ui/Select.tsx';
import { ProjectSelect } from '../records/ProjectSelect.tsx';
import { PriorityIcon } from '../tasks/PriorityIcon.tsx';
import { StatusIcon } from '../tasks/StatusIcon.tsx';
import { type EditableField, editableFields } from './editableFields.ts';

interface ChangeFieldsProps {
  change: ProposedChange;
  /** What the user changed so far. */
  edits: RecordJson;
  onEdit: (name: string, value: RecordJson[string]) => void;
  /** What is wrong, by the field's name. */
  problems: Partial<Record<string, string>>;
  /** The first field takes the focus. */
  hasFocus?: boolean;
}

/** The fields of a proposed change, as the assistant wrote them, to be changed before it is approved. */
export function ChangeFields({ change, edits, onEdit, problems, hasFocus = false }: ChangeFieldsProps) {
  const { t } = useTranslation(['suggestions', 'common']);
  const { recordKind } = change;
  const fields = editableFields(change);
  const valueOf = (name: string): unknown =>
    name in edits ? edits[name] : (change.after?.[name] ?? (name === 'dueTime' ? null : change.before?.[name]));
  const textOf = (name: string): string | null => {
    const value = valueOf(name);
    return typeof value === 'string' ? value : null;
  };
  const wordsOf = (name: string): string => {
    const value = valueOf(name);
    return Array.isArray(value) ? value.join(', ') : '';
  };
  const isLong = (name: EditableField): boolean => name === 'description' || name === 'content' || name === 'body';
  return (
    <div className="grid grid-cols-2 gap-4">
      {fields.map((name, index) => (
        <Field
          key={name}
          label={t(`field.${name}`)}
          error={problems[name] ?? (name === 'dueDate' ? problems['dueTime'] : undefined)}
          className={name === 'title' || name === 'name' || isLong(name) ? 'col-span-2' : ''}
        >
          {(control) => {
            const focus = hasFocus && index === 0 ? { autoFocus: true } : {};
            switch (name) {
              case 'title':
              case 'name':
                return (
                  <Input
                    {...control}
                    {...focus}
                    dir="auto"
                    value={textOf(name) ?? ''}
                    onChange={(event) => onEdit(name, event.target.value)}
                  />
                );
              case 'dueDate':
              case 'date':
                return (
                  <DayField
                    {...control}
                    day={textOf(name)}
                    onChange={(day) => onEdit(name, day)}
                    isClearable={recordKind === 'task'}
                    {...(recordKind === 'task'
                      ? { time: textOf('dueTime'), onTimeChange: (time: string | null) => onEdit('dueTime', time) }
                      : {})}
                  />
                );
              case 'projectId':
                return (
                  <ProjectSelect
                    {...control}
                    value={textOf(name)}
                    isClearable={recordKind !== 'checkpoint'}
                    onChange={(projectId) => onEdit(name, projectId)}
                  />
                );
              case 'priority':
                return (
                  <Select
                    {...control}
                    value={prioritySchema.catch('medium').parse(textOf(name))}
                    onChange={(priority) => onEdit(name, priority)}
                    options={prioritySchema.options.map((priority) => ({
                      value: priority,
                      label: t(`common:priority.${priority}`),
                      icon: <PriorityIcon priority={priority} isSilent />,
                    }))}
                  />
                );
              case 'status':
                return (
                  <Select
                    {...control}
                    value={taskStatusSchema.catch('todo').parse(textOf(name))}
                    onChange={(status) => onEdit(name, status)}
                    options={taskStatusSchema.options.map((status) => ({
                      value: status,
                      label: t(`common:status.${status}`),
                      icon: <StatusIcon status={status} isSilent />,
                    }))}
                  />
                );
              case 'labels':
              case 'assignees':
                return <Words {...control} words={wordsOf(name)} onChange={(words) => onEdit(name, words)} />;
              case 'description':
              case 'content':
              case 'body':
                return (
                  <Textarea
                    {...control}
                    {...focus}
                    dir="auto"
                    className="max-h-60"
                    value={textOf(name) ?? ''}
                    onChange={(event) => onEdit(name, event.target.value)}
                  />
                );
            }
          }}
        </Field>
      ))}
    </div>
  );
}

/** Words with commas between them; what is typed stays as it is typed. */
function Words({
  words,
  onChange,
  ...control
}: {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  words: string;
  onChange: (words: string[]) => void;
}) {
  return (
    <Input
      {...control}
      dir="auto"
      defaultValue={words}
      onChange={(event) =>
        onChange(
          event.target.value
            .split(',')
            .map((word) => word.trim())
            .filter((word) => word !== ''),
        )
      }
    />
  );
}
