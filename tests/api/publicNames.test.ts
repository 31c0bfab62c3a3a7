import { expect, test } from 'vitest';
import { appRouter } from '../../src/api/appRouter.ts';

test('the names that scripts call are the public API: later work adds, it does not rename', () => {
  const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => `${path} ${procedure._def.type}`);
  const records = ['clients', 'projects', 'tasks', 'checkpoints', 'notes', 'comments'].flatMap((name) => [
    `${name}.list query`,
    `${name}.get query`,
    `${name}.create mutation`,
    `${name}.update mutation`,
    `${name}.delete mutation`,
  ]);

  expect(procedures).toEqual(
    expect.arrayContaining([
      ...records,
      'tasks.counts query',
      'notes.keepDraft mutation',
      'suggestions.list query',
      'suggestions.approve mutation',
      'suggestions.reject mutation',
      'conversations.list query',
      'conversations.get query',
      'conversations.messages query',
      'conversations.update mutation',
      'conversations.delete mutation',
      'assistant.send mutation',
      'assistant.events subscription',
      'assistant.stop mutation',
      'brief.generate mutation',
      'brief.latest query',
      'search.query query',
      'search.status query',
      'history.list query',
      'history.undo mutation',
      'history.events subscription',
      'settings.get query',
      'settings.update mutation',
      'providers.list query',
      'providers.create mutation',
      'providers.setDefault mutation',
      'providers.test mutation',
      'health.get query',
    ]),
  );
});
