import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createWorkspace } from '../../src/core/createWorkspace.ts';
import type { Change, Workspace } from '../../src/core/workspace.ts';
import { createNodePorts } from '../../src/platform/nodePorts.ts';
import { benchBuild } from './benchBuild.ts';

export interface BenchWorkspace {
  readonly folder: string;
  readonly workspace: Workspace;
  /** Ids of a task and a note from the middle. */
  readonly taskId: string;
  readonly noteId: string;
  readonly projectId: string;
  readonly clientId: string;
}

const opened = new Map<number, Promise<BenchWorkspace>>();

/**
 * A workspace of `records` records on disk (nine tasks to one note; 40 projects, 10 clients, 12 labels, 6 people
 * and sixty days whatever its size), the same one for every goal that asks
 * for its size, its index complete, so that nothing works in the background while others are measured.
 */
export function benchWorkspace(records: number): Promise<BenchWorkspace> {
  let workspace = opened.get(records);
  if (!workspace) opened.set(records, (workspace = open(records)));
  return workspace;
}

/** The folder of the workspace of `records` records, closed, for those who open it themselves. */
export async function takeFolder(records: number): Promise<string> {
  const { workspace, folder } = await benchWorkspace(records);
  await workspace.dispose();
  return folder;
}

/** Closes and deletes all that were opened. */
export async function closeBenchWorkspaces(): Promise<void> {
  for (const opening of opened.values()) {
    const { workspace, folder } = await opening;
    await workspace.dispose();
    await rm(folder, { recursive: true, force: true });
  }
  opened.clear();
}

async function open(records: number): Promise<BenchWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'adiuva-bench-'));
  const workspace = await openFolder(folder);
  const { taskIds, noteIds, projectIds, clientIds } = fill(workspace, records);
  while (workspace.search.status().pending > 0) await delay(100);
  return {
    folder,
    workspace,
    taskId: middle(taskIds),
    noteId: middle(noteIds),
    projectId: middle(projectIds),
    clientId: clientIds[1] ?? '',
  };
}

export function openFolder(folder: string): Promise<Workspace> {
  const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  return createWorkspace(createNodePorts({ workspace: folder, build: benchBuild, host: 'test', logger: silent }));
}

const WORDS =
  'checkout invoice shipping tariff portrait proof catalogue staging label quote photography vineyard lid blend duty importer courier pilot grid rent paper window envelope draft contract accountant'.split(
    ' ',
  );

/** Half of all tasks have one of them; the last one few. */
export const LABELS = [...WORDS.slice(0, 12), 'seldom'];
export const PEOPLE = ['Ada', 'Ingrid', 'Marta', 'Paolo', 'Rosa', 'Tor'];
const DAYS = 60;
/** In the titles of this many tasks, whatever the size. */
const RARE_TASKS = 10;
export const RARE_WORD = 'amphora';
/** In the title or description of about every third task. */
export const COMMON_WORD = 'checkout';

interface Filled {
  readonly taskIds: string[];
  readonly noteIds: string[];
  readonly projectIds: string[];
  readonly clientIds: string[];
}

function fill(workspace: Workspace, records: number): Filled {
  const random = seeded(20_261_119);
  const sentence = (words: number): string =>
    Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  const any = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const day = (): string => new Date(Date.UTC(2026, 9, 20 + Math.floor(random() * DAYS))).toISOString().slice(0, 10);
  const clientIds = apply(
    workspace,
    Array.from({ length: 10 }, () => create('client', { name: sentence(2) })),
  );
  const projectIds = apply(
    workspace,
    Array.from({ length: 40 }, (_, index) =>
      create('project', { name: sentence(3), clientId: index % 5 === 0 ? null : clientIds[index % clientIds.length] }),
    ),
  );
  const taskIds: string[] = [];
  const noteIds: string[] = [];
  const batch = 2_000;
  for (let done = 0; done < records; done += batch) {
    const count = Math.min(batch, records - done);
    const notes = Math.round(count / 10);
    const projectId = (): string => projectIds[Math.floor(random() * projectIds.length)] ?? '';
    noteIds.push(
      ...apply(
        workspace,
        Array.from({ length: notes }, () =>
          create('note', { title: sentence(4), content: sentence(120), projectId: projectId() }),
        ),
      ),
    );
    taskIds.push(
      ...apply(
        workspace,
        Array.from({ length: count - notes }, (_, index) => {
          const isRare = isEvery(done + index, records, RARE_TASKS);
          return create('task', {
            title: isRare ? `${sentence(5)} ${RARE_WORD}` : sentence(6),
            description: index % 2 === 0 ? sentence(20) : '',
            status: index % 3 === 0 ? 'done' : index % 7 === 0 ? 'in_progress' : 'todo',
            priority: any(PRIORITIES),
            labels: isRare ? ['seldom'] : random() < 0.5 ? [any(LABELS.slice(0, -1))] : [],
            assignees: random() < 0.25 ? [any(PEOPLE)] : [],
            dueDate: index % 5 === 0 ? null : day(),
            projectId: index % 11 === 0 ? null : projectId(),
          });
        }),
      ),
    );
  }
  return { taskIds, noteIds, projectIds, clientIds };
}

const PRIORITIES = ['high', 'medium', 'low'];

/** Whether a number is one of `count` that lie evenly among the first nine tenths of `all`. */
function isEvery(number: number, all: number, count: number): boolean {
  return number % Math.floor((all * 0.9) / count) === 0;
}

function create(kind: Change['kind'], fields: object): Change {
  return { kind, operation: 'create', fields };
}

function apply(workspace: Workspace, changes: Change[]): string[] {
  const result = workspace.changes.apply(changes, { kind: 'user' });
  if (result.outcome !== 'applied') throw new Error('a user’s changes are applied');
  return result.records.flatMap((record) => (record ? [record.id] : []));
}

function middle(ids: readonly string[]): string {
  const id = ids[ids.length >> 1];
  if (id === undefined) throw new Error('an empty workspace has no middle');
  return id;
}

/** A small generator with a seed (mulberry32), so that each run fills the same workspace. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
