import { describe, expect, test } from 'vitest';
import type { Client } from '../../../src/contracts/client.ts';
import { checkpointIdSchema, clientIdSchema, projectIdSchema } from '../../../src/contracts/ids.ts';
import type { ProjectSummary } from '../../../src/contracts/project.ts';
import { groupProjects, type ProjectSort } from '../../../src/renderer/features/projects/groupProjects.ts';

const uuid = (last: number) => `0192f0c1-2f7e-7c3a-9a51-${String(last).padStart(12, '0')}`;
const base = { version: 1, createdAt: 1, updatedAt: 1 };
const client = (name: string, number: number, isArchived = false): Client => ({
  ...base,
  id: clientIdSchema.parse(uuid(number)),
  name,
  email: '',
  company: '',
  color: 1,
  notes: '',
  isArchived,
});
const project = (name: string, owner: Client | null, date: string | null, isArchived = false): ProjectSummary => ({
  ...base,
  id: projectIdSchema.parse(uuid(100 + name.charCodeAt(0))),
  name,
  description: '',
  clientId: owner?.id ?? null,
  color: 1,
  status: isArchived ? 'archived' : 'active',
  isPinned: false,
  archivedAt: isArchived ? 1 : null,
  taskCount: 0,
  doneTaskCount: 0,
  nextCheckpoint: date === null ? null : { id: checkpointIdSchema.parse(uuid(900)), title: 'Reach', date },
});

const rossi = client('Rossi', 1);
const bianchi = client('Bianchi', 2);
const quiet = client('Quiet', 3);
const gone = client('Gone', 4, true);
const clients = [rossi, bianchi, quiet, gone];
const projects = [
  project('Shop', rossi, '2026-12-01'),
  project('Cards', rossi, null, true),
  project('Identity', bianchi, '2026-11-30'),
  project('Admin', null, '2026-11-22'),
  project('Zines', bianchi, null),
  project('Books', bianchi, null),
];
const shown = (sort: ProjectSort, showsArchived: boolean) =>
  groupProjects(projects, clients, { sort, showsArchived }).map((group) => [
    group.client?.name ?? 'none',
    ...group.projects.map(({ name }) => name),
  ]);

describe('groupProjects', () => {
  test('by the soonest checkpoint, projects of no client last, clients without projects too', () => {
    expect(shown('checkpoint', false)).toEqual([
      ['Bianchi', 'Identity', 'Books', 'Zines'],
      ['Rossi', 'Shop'],
      ['Quiet'],
      ['none', 'Admin'],
    ]);
  });

  test('by name, archived ones after the others', () => {
    expect(shown('name', true)).toEqual([
      ['Bianchi', 'Books', 'Identity', 'Zines'],
      ['Quiet'],
      ['Rossi', 'Shop', 'Cards'],
      ['Gone'],
      ['none', 'Admin'],
    ]);
  });

  test('an active project of an archived client is still there', () => {
    const open = project('Open', gone, null);
    expect(groupProjects([open], clients, { sort: 'name', showsArchived: false }).at(-1)?.projects).toEqual([open]);
  });

  test('nothing at all', () => {
    expect(groupProjects([], [], { sort: 'name', showsArchived: true })).toEqual([]);
  });
});
