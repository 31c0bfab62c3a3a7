import { expect, test } from 'vitest';
import { taskGroupsInputSchema, taskListInputSchema } from '../../../src/contracts/task.ts';
import { createTemporaryFolder, createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { createMemoryLogger, createTestPorts } from '../../support/ports.ts';
import { create, update } from '../../support/writeRecords.ts';

const listInput = (input: object) => taskListInputSchema.parse({ limit: 50, ...input });
const groupsInput = (input: object) => taskGroupsInputSchema.parse(input);

test('a search finds what was written just before it, counts it, and no longer finds what was just renamed', async () => {
  await using opened = await createTestWorkspace();
  const { workspace } = opened;
  const { tasks } = workspace;
  const titles = async (text: string) => (await tasks.find(listInput({ text }))).items.map(({ title }) => title);
  const first = create(workspace, 'task', { title: 'Quote for the cellar' });
  expect(await titles('cellar')).toEqual(['Quote for the cellar']);
  create(workspace, 'task', { title: 'Call the cellar', status: 'in_progress' });
  expect((await titles('cellar')).toSorted()).toEqual(['Call the cellar', 'Quote for the cellar']);
  expect(await tasks.findGroups(groupsInput({ text: 'cellar', groupBy: 'status', status: 'all' }))).toEqual(
    tasks.groups(groupsInput({ text: 'cellar', groupBy: 'status', status: 'all' })),
  );
  update(workspace, 'task', { id: first.id, title: 'Quote for the shop' });
  expect(await titles('cellar')).toEqual(['Call the cellar']);
  const { items } = await workspace.search.query({ text: 'shop', limit: 5 });
  expect(items.map(({ title }) => title)).toEqual(['Quote for the shop']);
});

test('a cursor of another list is refused as it is without a search', async () => {
  await using opened = await createTestWorkspace();
  const { workspace } = opened;
  create(workspace, 'task', { title: 'Quote for the cellar' });
  await expect(workspace.tasks.find(listInput({ text: 'cellar', cursor: 'nonsense' }))).rejects.toMatchObject({
    code: 'validation',
  });
});

test('a thread that cannot be started costs no answer, and is noted', async () => {
  using folder = createTemporaryFolder();
  const { paths } = createTestPorts(folder.path);
  const logger = createMemoryLogger();
  await using opened = await createTestWorkspace({ paths: { ...paths, readerWorker: '/nowhere/reader.cjs' }, logger });
  const { workspace } = opened;
  create(workspace, 'task', { title: 'Quote for the cellar' });
  const { items } = await workspace.tasks.find(listInput({ text: 'cellar' }));
  expect(items.map(({ title }) => title)).toEqual(['Quote for the cellar']);
  expect(logger.lines.map(({ message }) => message)).toContain('the reader ended');
});

test('a search that nobody waits for any more is not run', async () => {
  await using opened = await createTestWorkspace();
  const { workspace } = opened;
  create(workspace, 'task', { title: 'Quote for the cellar' });
  const left = new AbortController();
  const [first, second, third] = [
    workspace.tasks.find(listInput({ text: 'ce' })),
    workspace.tasks.find(listInput({ text: 'cel' }), left.signal),
    workspace.tasks.find(listInput({ text: 'cell' })),
  ];
  left.abort();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect((await first).items).toHaveLength(1);
  expect((await third).items).toHaveLength(1);
});

test('a workspace closes while searches wait, and none of them hangs', async () => {
  await using opened = await createTestWorkspace();
  const { workspace } = opened;
  create(workspace, 'task', { title: 'Quote for the cellar' });
  const waiting = ['ce', 'cel', 'cell'].map((text) => workspace.tasks.find(listInput({ text })));
  const settled = Promise.allSettled(waiting);
  await workspace.dispose();
  expect(await settled).toHaveLength(3);
});
