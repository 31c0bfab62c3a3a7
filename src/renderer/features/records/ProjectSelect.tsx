import { useTranslation } from 'react-i18next';
import { projectIdSchema, type ProjectId } from '../../../contracts/ids.ts';
import { Select } from '../../components/ui/Select.tsx';
import { Swatch } from '../../components/ui/Swatch.tsx';
import { useProjects } from './useProjects.ts';

interface ProjectSelectProps {
  value: string | null;
  onChange: (projectId: ProjectId | null) => void;
  /** Whether a record may be in no project. */
  isClearable?: boolean;
  look?: 'field' | 'quiet';
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  className?: string;
}

const NONE = 'none';

/** One of the active projects; the current one is there even if it is archived. */
export function ProjectSelect({ value, onChange, isClearable = true, ...control }: ProjectSelectProps) {
  const { t } = useTranslation();
  const projects = useProjects();
  const current = projects.byId(value);
  const listed = current === undefined || current.status === 'active' ? projects.active : [current, ...projects.active];
  return (
    <Select
      {...control}
      value={value ?? NONE}
      onChange={(next) => {
        onChange(next === NONE ? null : projectIdSchema.parse(next));
      }}
      options={[
        ...(isClearable || value === null
          ? [{ value: NONE, label: t('noProject'), icon: <span className="w-4 flex-none" /> }]
          : []),
        ...listed.map((project) => ({
          value: project.id,
          label: project.name,
          icon: (
            <span className="grid w-4 flex-none place-items-center">
              <Swatch color={project.color} />
            </span>
          ),
        })),
      ]}
    />
  );
}
