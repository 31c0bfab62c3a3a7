import Database from 'better-sqlite3';
import { join } from 'node:path';
import { appRouter } from '../../src/api/appRouter.ts';
import { createCallerFactory } from '../../src/api/trpc.ts';
import type { TaskListInput } from '../../src/contracts/task.ts';
import { type BenchWorkspace, benchWorkspace, COMMON_WORD, LABELS, PEOPLE, RARE_WORD } from './benchWorkspace.ts';
import type { Goal, Part } from './goal.ts';
import { compare } from './measure.ts';

const LARGE = 100_000;
const SMALL = 1_000;
const ROUNDS = 40;
const CALLS = 10;
const LIMIT = 2;
const TODAY = '2026-11-19';
/** How far in a page deep in a list lies, of all its pages. */
const DEEP = 0.9;

const createApi = createCallerFactory(appRouter);
type Api = ReturnType<typeof createApi>;
type Calls = Record<string, () => Promise<unknown>>;
type Filters = Record<string, Omit<TaskListInput, 'limit' | 'cursor' | 'groupBy' | 'group' | 'sort'>>;

const apiOf = ({ workspace }: BenchWorkspace): Api => createApi({ workspace, actor: { kind: 'user' } });

/** What a screen reads, in a large workspace against a small one with the same projects, labels and days. */
export const growth: Goal = {
  goal: 2,
  title: 'Lists, boards, counts, get and open a note at 100,000 records, against 1,000',
  async run() {
    const [large, small] = [await benchWorkspace(LARGE), await benchWorkspace(SMALL)];
    // A page as long on both: of some filters the small workspace has no fifty.
    const limits = await limitsOf(small);
    const [atLarge, atSmall] = [await callsOf(large, limits), await callsOf(small, limits)];
    const parts: Part[] = [];
    for (const [name, call] of Object.entries(atLarge)) {
      const other = atSmall[name];
      if (!other) throw new Error(`${name} is not called on both`);
      const repeat = (one: () => Promise<unknown>) => async () => {
        for (let index = 0; index < CALLS; index += 1) await one();
      };
      parts.push({
        name,
        limit: LIMIT,
        comparison: await compare({ rounds: ROUNDS, subject: repeat(call), base: repeat(other) }),
      });
    }
    parts.push(await duringSearch(large), await countOfSearch(large));
    return parts;
  },
};

/** Whoever counts what a search finds has to look at each find, as whoever looks for the best twenty of them has. */
async function countOfSearch(large: BenchWorkspace): Promise<Part> {
  const raw = new Database(join(large.folder, 'adiuva.db'), { readonly: true });
  try {
    const best = raw.prepare('select rowid from search_text where search_text match ? order by rank limit 20');
    const comparison = await compare({
      rounds: ROUNDS,
      subject: () => apiOf(large).tasks.groups({ groupBy: 'status', status: 'all', text: COMMON_WORD }),
      base: () => best.all(`"${COMMON_WORD}"*`),
    });
    return { name: 'board by status, a common word, against its best 20', limit: LIMIT, comparison };
  } finally {
    raw.close();
  }
}

/** What else is asked while a search goes through nearly everything. */
async function duringSearch(large: BenchWorkspace): Promise<Part> {
  const api = apiOf(large);
  const list = async (): Promise<number> => {
    const start = performance.now();
    for (let index = 0; index < CALLS; index += 1) await api.tasks.list({ limit: 50 });
    return performance.now() - start;
  };
  const comparison = await compare({
    rounds: ROUNDS,
    subject: async () => {
      const search = api.tasks.groups({ groupBy: 'status', status: 'all', text: COMMON_WORD });
      const took = await list();
      await search;
      return took;
    },
    base: list,
  });
  return { name: 'list, while a common word is counted', limit: LIMIT, comparison };
}

type Limits = Readonly<Record<string, number>>;

async function limitsOf(bench: BenchWorkspace): Promise<Limits> {
  const limits: Record<string, number> = {};
  for (const [name, filter] of Object.entries(filtersOf(bench))) {
    const { items } = await apiOf(bench).tasks.list({ ...filter, limit: 50 });
    limits[name] = Math.max(1, items.length);
  }
  return limits;
}

async function callsOf(bench: BenchWorkspace, limits: Limits): Promise<Calls> {
  const api = apiOf(bench);
  const { taskId, noteId } = bench;
  return {
    'tasks.get': () => api.tasks.get({ id: taskId }),
    'tasks.counts': () => api.tasks.counts({ today: TODAY }),
    'tasks.labels': () => api.tasks.labels(),
    'notes.list': () => api.notes.list({ limit: 50 }),
    'notes.get': () => api.notes.get({ id: noteId }),
    'projects.list': () => api.projects.list({ limit: 50 }),
    ...lists(api, bench, limits),
    ...boards(api, bench),
    ...(await deepPages(api)),
  };
}

/** Every filter alone, and the words of a search. */
function filtersOf({ projectId, clientId }: BenchWorkspace): Filters {
  // Ids come from the workspace itself: they are ids.
  const [ofProject, ofClient] = [{ projectId }, { clientId }] as Pick<TaskListInput, 'projectId' | 'clientId'>[];
  return {
    'no filter': {},
    'status all': { status: 'all' },
    'status in progress': { status: 'in_progress' },
    'status done': { status: 'done' },
    'a project': { ...ofProject },
    'no project': { projectId: null },
    'a client': { ...ofClient },
    'no client': { clientId: null },
    'a priority': { priority: 'high' },
    'a label': { label: LABELS[1] ?? '' },
    'a rare label': { label: LABELS[12] ?? '' },
    'an assignee': { assignee: PEOPLE[1] ?? '' },
    'no date': { due: 'none' },
    overdue: { dueTo: '2026-11-18' },
    today: { dueFrom: TODAY, dueTo: TODAY },
    'a rare word': { text: RARE_WORD },
    'a common word': { text: COMMON_WORD },
  };
}

const SORTS = ['due', 'manual', 'priority', 'created', 'updated', 'completed'] as const;
const GROUPS = ['due', 'status', 'priority', 'project', 'client'] as const;

function lists(api: Api, bench: BenchWorkspace, limits: Limits): Calls {
  const calls: Calls = {};
  for (const [name, filter] of Object.entries(filtersOf(bench)))
    calls[`list, ${name}`] = () => api.tasks.list({ ...filter, limit: limits[name] });
  for (const sort of SORTS) {
    for (const name of ['no filter', 'status all', 'a project', 'a label'])
      calls[`list, ${name}, by ${sort}`] = () =>
        api.tasks.list({ ...filtersOf(bench)[name], sort, limit: limits[name] });
  }
  for (const groupBy of GROUPS)
    calls[`list grouped by ${groupBy}`] = () => api.tasks.list({ limit: 50, groupBy, today: TODAY });
  return calls;
}

/** What a board asks for: how many are in each column, and the first of one. */
function boards(api: Api, bench: BenchWorkspace): Calls {
  const calls: Calls = {};
  for (const [name, filter] of Object.entries(filtersOf(bench)).filter(([, { text }]) => text !== COMMON_WORD))
    calls[`board by status, ${name}`] = () => api.tasks.groups({ groupBy: 'status', status: 'all', ...filter });
  for (const groupBy of GROUPS) {
    calls[`board by ${groupBy}`] = () => api.tasks.groups({ groupBy, today: TODAY, status: 'all' });
    for (const name of ['a project', 'a priority', 'a label'])
      calls[`board by ${groupBy}, ${name}`] = () =>
        api.tasks.groups({ groupBy, today: TODAY, ...filtersOf(bench)[name] });
  }
  const columns: Record<(typeof GROUPS)[number], string> = {
    ...{ due: 'thisWeek', status: 'in_progress', priority: 'high' },
    ...{ project: bench.projectId, client: bench.clientId },
  };
  for (const groupBy of GROUPS) {
    const input = { groupBy, group: columns[groupBy], today: TODAY, sort: 'manual', limit: 10 } as const;
    calls[`column of a board by ${groupBy}`] = () => api.tasks.list(input);
  }
  return calls;
}

/** The same page again and again, nine tenths into a list. */
async function deepPages(api: Api): Promise<Calls> {
  const calls: Calls = {};
  for (const sort of ['due', 'manual', 'created'] as const) {
    for (const groupBy of ['none', 'project'] as const) {
      const input = { sort, groupBy, status: 'all', today: TODAY } as const;
      const { total } = await api.tasks.groups({ groupBy: 'none', status: 'all' });
      let cursor: string | null = null;
      for (let left = Math.floor(total * DEEP); left > 0; left -= 1_000) {
        const page: { nextCursor: string | null } = await api.tasks.list({
          ...input,
          limit: Math.min(left, 1_000),
          cursor,
        });
        cursor = page.nextCursor;
      }
      calls[`page deep in, by ${sort}, grouped by ${groupBy}`] = () => api.tasks.list({ ...input, limit: 50, cursor });
    }
  }
  return calls;
}
