import { join } from 'node:path';
import { expect, test } from 'vitest';
import { taskGroupsInputSchema, taskListInputSchema } from '../../../src/contracts/task.ts';
import { databaseFile } from '../../../src/core/db/openDatabase.ts';
import { createReader, type ReaderOptions } from '../../../src/core/reader/createReader.ts';
import { createTaskFinder } from '../../../src/core/reader/taskFinder.ts';
import type { TaskReader } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, update } from '../../support/writeRecords.ts';

const listInput = (input: object) => taskListInputSchema.parse({ limit: 50, ...input });
const groupsInput = (input: object) => taskGroupsInputSchema.parse(input);

/** Searches go to the thread, however little they find, and what is answered here is noted. */
async function openReader(options: Partial<ReaderOptions> = {}) {
  const opened = await createTestWorkspace();
  const { workspace, ports, folder } = opened;
  const { logger, paths } = ports;
  const file = databaseFile(folder);
  const reader = createReader({ path: paths.readerWorker, file, logger, ...options });
  let answeredHere = 0;
  const note = <Answer>(answer: Answer): Answer => {
    answeredHere += 1;
    return answer;
  };
  const { tasks } = workspace;
  const here: TaskReader = {
    ...tasks,
    list: (input) => note(tasks.list(input)),
    groups: (input) => note(tasks.groups(input)),
  };
  return {
    ...{ workspace, logger, reader },
    tasks: createTaskFinder({ tasks: here, reader, isCommon: (text) => text !== 'rare' }),
    answeredHere: () => answeredHere,
    async [Symbol.asyncDispose]() {
      await reader.dispose();
      await opened[Symbol.asyncDispose]();
    },
  };
}

test('a search finds what was written just before it, counts it, and no longer finds what was just renamed', async () => {
  await using opened = await openReader();
  const { workspace, tasks } = opened;
  const titles = async (text: string) => (await tasks.find(listInput({ text }))).items.map(({ title }) => title);
  const first = create(workspace, 'task', { title: 'Quote for the cellar' });
  expect(await titles('cellar')).toEqual(['Quote for the cellar']);
  create(workspace, 'task', { title: 'Call the cellar', status: 'in_progress' });
  expect((await titles('cellar')).toSorted()).toEqual(['Call the cellar', 'Quote for the cellar']);
  const input = groupsInput({ text: 'cellar', groupBy: 'status', status: 'all' });
  expect(await tasks.findGroups(input)).toEqual(workspace.tasks.groups(input));
  update(workspace, 'task', { id: first.id, title: 'Quote for the shop' });
  expect(await titles('cellar')).toEqual(['Call the cellar']);
  expect(opened.answeredHere()).toBe(0);
});

test('full text is read there as it is here', async () => {
  await using opened = await openReader();
  create(opened.workspace, 'note', { title: 'Cellar', content: 'Shelves for the **wine**.' });
  const items = await opened.reader.read({ type: 'fullText', query: { text: 'shelves', limit: 5 } }, () => []);
  expect(items).toEqual((await opened.workspace.search.query({ text: 'shelves', limit: 5 })).items);
  expect(items).toHaveLength(1);
});

test('for what finds little, and where nothing is searched, no thread is begun', async () => {
  await using opened = await openReader({ path: join('/nowhere', 'reader.cjs') });
  create(opened.workspace, 'task', { title: 'Quote for a rare wine' });
  expect((await opened.tasks.find(listInput({ text: 'rare' }))).items).toHaveLength(1);
  expect((await opened.tasks.find(listInput({}))).items).toHaveLength(1);
  expect(opened.logger.lines).toEqual([]);
});

test('a cursor of another list is refused as it is without a search', async () => {
  await using opened = await openReader();
  create(opened.workspace, 'task', { title: 'Quote for the cellar' });
  await expect(opened.tasks.find(listInput({ text: 'cellar', cursor: 'nonsense' }))).rejects.toMatchObject({
    code: 'validation',
  });
});

test('a thread that cannot be started costs no answer, and is noted', async () => {
  await using opened = await openReader({ path: join('/nowhere', 'reader.cjs') });
  create(opened.workspace, 'task', { title: 'Quote for the cellar' });
  const { items } = await opened.tasks.find(listInput({ text: 'cellar' }));
  expect(items.map(({ title }) => title)).toEqual(['Quote for the cellar']);
  expect(opened.logger.lines.map(({ message }) => message)).toContain('the reader ended');
});

test('a search that nobody waits for any more is not run', async () => {
  await using opened = await openReader();
  create(opened.workspace, 'task', { title: 'Quote for the cellar' });
  const left = new AbortController();
  const [first, second, third] = [
    opened.tasks.find(listInput({ text: 'ce' })),
    opened.tasks.find(listInput({ text: 'cel' }), left.signal),
    opened.tasks.find(listInput({ text: 'cell' })),
  ];
  left.abort();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect((await first).items).toHaveLength(1);
  expect((await third).items).toHaveLength(1);
});

test('what is asked while it closes is answered all the same, and begins no thread again', async () => {
  await using opened = await openReader();
  create(opened.workspace, 'task', { title: 'Quote for the cellar' });
  const waiting = ['ce', 'cel', 'cell'].map((text) => opened.tasks.find(listInput({ text })));
  await opened.reader.dispose();
  for (const { items } of await Promise.all(waiting)) expect(items).toHaveLength(1);
  expect((await opened.tasks.find(listInput({ text: 'cellar' }))).items).toHaveLength(1);
  expect(opened.answeredHere()).toBeGreaterThan(0);
});

test('what finds very much is searched in the thread, whole', async () => {
  await using opened = await createTestWorkspace();
  const { workspace } = opened;
  workspace.changes.apply(
    Array.from({ length: 5_500 }, (_, index) => ({
      kind: 'task' as const,
      operation: 'create' as const,
      fields: { title: `Quote ${index}`, status: index % 5 === 0 ? 'in_progress' : 'todo' },
    })),
    { kind: 'user' },
  );
  const input = groupsInput({ text: 'quote', groupBy: 'status', status: 'all' });
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const counted = await workspace.tasks.findGroups(input);
  clearInterval(timer);
  expect(counted.groups).toEqual([
    { key: 'todo', count: 4_400 },
    { key: 'in_progress', count: 1_100 },
    { key: 'done', count: 0 },
  ]);
  // Meanwhile other work went on.
  expect(turns).toBeGreaterThan(0);
  // What was found is kept there, until something is written here.
  const found = async () => (await workspace.tasks.find(listInput({ text: 'quote', limit: 5 }))).items;
  const [first] = await found();
  expect(await found()).toHaveLength(5);
  update(workspace, 'task', { id: first?.id, title: 'Offer' });
  expect((await found()).map(({ id }) => id)).not.toContain(first?.id);
});
