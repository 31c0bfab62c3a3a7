import { createTRPCClient } from '@trpc/client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type AppRouter, appRouter } from '../../src/api/appRouter.ts';
import { PROTOCOL_VERSION } from '../../src/contracts/health.ts';
import type { NoteId } from '../../src/contracts/ids.ts';
import type { NoteWritingEvent } from '../../src/contracts/note.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { createChannelPort } from '../../src/transport/channelPort.ts';
import { createConnection } from '../../src/transport/connection.ts';
import { handleConnection } from '../../src/transport/handler.ts';
import { portLink } from '../../src/transport/link.ts';
import { createTestWorkspace } from '../support/createTestWorkspace.ts';
import { create, textsOf } from '../support/writeRecords.ts';

/** A window of its own, on a connection of its own. */
function openWindow(workspace: Workspace) {
  const channel = new MessageChannel();
  const logger = { debug: () => undefined, warn: () => undefined, error: () => undefined };
  const serverPort = createChannelPort(channel.port1);
  const createContext = () => ({ workspace, actor: { kind: 'user' as const } });
  const handler = handleConnection({ port: serverPort, router: appRouter, createContext, logger });
  const connection = createConnection(createChannelPort(channel.port2));
  const client = createTRPCClient<AppRouter>({ links: [portLink<AppRouter>(connection)] });
  onTestFinished(async () => {
    channel.port2.close();
    await handler.dispose();
  });
  return {
    client,
    /** The raw line, as a page that was loaded anew has it. */
    post: (message: unknown) => channel.port2.postMessage(message),
    /** The window is gone without a word. */
    async die() {
      channel.port2.close();
      await vi.waitFor(() => expect(connection.state.name).toBe('lost'));
    },
    /** Resolves with the first thing that the host says to a writer. */
    startWriting(id: NoteId, writer: string) {
      const said = Promise.withResolvers<NoteWritingEvent>();
      const { unsubscribe } = client.notes.writing.subscribe(
        { id, writer },
        { onData: said.resolve, onError: said.reject },
      );
      return Object.assign(said.promise, { stop: unsubscribe });
    },
  };
}

async function createNote() {
  const test = await createTestWorkspace();
  return { test, id: create(test.workspace, 'note', { title: 'Call', content: 'a' }).id };
}

test.each(['dies', 'leaves the note'])('a writer is there until its window %s', async (how) => {
  const { test, id } = await createNote();
  await using _ = test;
  const [left, right] = [openWindow(test.workspace), openWindow(test.workspace)];
  const writing = left.startWriting(id, 'left');
  expect(await writing).toEqual({ recovered: null });
  await left.client.notes.keepDraft.mutate({ id, writer: 'left', baseVersion: 1, content: 'ab' });
  expect(await right.client.notes.recoverDrafts.mutate({ id })).toEqual({ notices: [] });
  if (how === 'dies') await left.die();
  else writing.stop();
  await vi.waitFor(async () => {
    expect(await right.client.notes.recoverDrafts.mutate({ id })).toEqual({
      notices: [{ code: 'draftsRecovered', fields: { count: '1' } }],
    });
  });
  expect(textsOf(test.workspace)).toEqual(['Call: ab']);
  expect(await right.startWriting(id, 'left')).toEqual({ recovered: { keptIn: id, keptVersion: 2 } });
});

test('a page that is loaded anew finds what the one before it had not saved, as the first thing it asks', async () => {
  const { test, id } = await createNote();
  await using _ = test;
  const window = openWindow(test.workspace);
  await window.startWriting(id, 'before');
  await window.client.notes.keepDraft.mutate({ id, writer: 'before', baseVersion: 1, content: 'ab' });
  window.post({ kind: 'hello', protocol: PROTOCOL_VERSION, session: 'after' });
  window.post({ kind: 'request', id: 1, type: 'mutation', path: 'notes.recoverDrafts', input: { id } });
  await vi.waitFor(() => expect(textsOf(test.workspace)).toEqual(['Call: ab']));
});

test('an update ends the draft of the writer it names', async () => {
  const { test, id } = await createNote();
  await using _ = test;
  const { client } = openWindow(test.workspace);
  for (const writer of ['left', 'right'])
    await client.notes.keepDraft.mutate({ id, writer, baseVersion: 1, content: writer });
  const saved = await client.notes.update.mutate({ id, writer: 'left', expectedVersion: 1, content: 'left' });
  expect(saved).not.toHaveProperty('writer');
  await client.notes.dropDraft.mutate({ id, writer: 'right' });
  expect(await client.notes.recoverDrafts.mutate({ id })).toEqual({ notices: [] });
  expect(textsOf(test.workspace)).toEqual(['Call: left']);
});

test.each(['', 'x'.repeat(65)])('a writer’s name has 1 to 64 characters, not %j', async (writer) => {
  const { test, id } = await createNote();
  await using _ = test;
  const { client } = openWindow(test.workspace);
  await expect(client.notes.keepDraft.mutate({ id, writer, baseVersion: 1, content: 'ab' })).rejects.toMatchObject({
    data: { adiuva: { code: 'validation' } },
  });
});
