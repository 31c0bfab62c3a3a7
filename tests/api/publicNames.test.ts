import { expect, test } from 'vitest';
import { z } from 'zod';
import type { AnyTRPCProcedure } from '@trpc/server';
import { appRouter } from '../../src/api/appRouter.ts';

/** tRPC keeps them by dotted path, which its type does not tell. */
const flatProcedures = z
  .record(
    z.string(),
    z.custom<AnyTRPCProcedure>((value) => typeof value === 'function'),
  )
  .parse({ ...appRouter._def.procedures });

test('the names that scripts call are the public API: later work adds, it does not rename', () => {
  const procedures = Object.entries(flatProcedures).map(([path, procedure]) => `${path} ${procedure._def.type}`);
  const records = ['clients', 'projects', 'tasks', 'checkpoints', 'notes', 'comments', 'views'].flatMap((name) => [
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
      'tasks.groups query',
      'tasks.move mutation',
      'tasks.updateMany mutation',
      'tasks.deleteMany mutation',
      'tasks.labels query',
      'tasks.assignees query',
      'tasks.waiting query',
      'notes.keepDraft mutation',
      'notes.dropDraft mutation',
      'notes.recoverDrafts mutation',
      'notes.writing subscription',
      'suggestions.list query',
      'suggestions.approve mutation',
      'suggestions.reject mutation',
      'suggestions.approveMany mutation',
      'suggestions.refresh mutation',
      'conversations.list query',
      'conversations.get query',
      'conversations.messages query',
      'conversations.update mutation',
      'conversations.delete mutation',
      'conversations.export query',
      'conversations.file query',
      'assistant.send mutation',
      'assistant.events subscription',
      'assistant.stop mutation',
      'assistant.retry mutation',
      'brief.generate mutation',
      'brief.latest query',
      'search.query query',
      'search.status query',
      'history.list query',
      'history.undo mutation',
      'history.events subscription',
      'activity.list query',
      'activity.get query',
      'activity.count query',
      'activity.csv query',
      'trash.list query',
      'trash.count query',
      'trash.restore mutation',
      'trash.delete mutation',
      'trash.empty mutation',
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
