import { AdiuvaError } from '../../../contracts/errors.ts';
import type { Project } from '../../../contracts/project.ts';
import type { RecordReader } from '../records.ts';

/**
 * The project that a model means by an id or a name.
 * @throws AdiuvaError `notFound` with the names there are, so that the model can choose
 */
export function projectByName(reader: RecordReader, text: string): Project {
  const wanted = text.trim().toLowerCase();
  const projects = reader.projects('all');
  const exact = projects.filter((project) => project.id === wanted || project.name.toLowerCase() === wanted);
  const matches = exact.length > 0 ? exact : projects.filter((project) => project.name.toLowerCase().includes(wanted));
  const [only, ...others] = matches;
  if (wanted === '' || only === undefined || others.length > 0) {
    const names = (matches.length > 0 ? matches : projects.filter((project) => project.status === 'active'))
      .slice(0, NAMES_MAX)
      .map((project) => project.name)
      .join('; ');
    throw new AdiuvaError('notFound', { recordKind: 'project', id: text.slice(0, 200), projects: names });
  }
  return only;
}

const NAMES_MAX = 30;
