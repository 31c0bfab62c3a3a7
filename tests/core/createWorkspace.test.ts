import { expect, test } from 'vitest';
import { createTestWorkspace } from '../support/createTestWorkspace.ts';
import { fillStudioFerri } from '../support/studioFerri.ts';

test('a filled workspace is all there after it was closed and opened again', async () => {
  await using test = await createTestWorkspace();
  fillStudioFerri(test.workspace, test.ports.clock.today());
  const before = read();
  expect(before.tasks.length).toBeGreaterThan(15);
  await test.reopen();
  expect(read()).toEqual(before);

  function read() {
    const { workspace } = test;
    return {
      settings: workspace.settings.get(),
      clients: workspace.clients.list({ limit: 100, archived: 'include' }).items,
      projects: workspace.projects.list({ limit: 100, status: 'all' }).items,
      tasks: workspace.tasks.list({ limit: 100, status: 'all', due: 'any', pending: 'include', sort: 'due' }).items,
      counts: workspace.tasks.counts(test.ports.clock.today()),
      checkpoints: workspace.checkpoints.list({ limit: 100, pending: 'include' }).items,
      notes: workspace.notes.list({ limit: 100 }).items,
      suggestions: workspace.suggestions.list({ limit: 100, state: 'pending' }).items,
      history: workspace.history.list({ limit: 1000 }).items,
    };
  }
});
