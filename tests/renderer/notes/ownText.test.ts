import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { NoteSaver, SAVE_PAUSE } from '../../../src/renderer/features/notes/NoteSaver.ts';
import { createServer, note, typing, writer } from './noteServer.ts';

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('text that was typed here and came into the note by another way', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('what the host made of a draft from here, while it was not heard of, is no conflict', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    const shown: string[] = [];
    saver.onReplaced(({ content }) => shown.push(content));
    typing(saver)('ab');
    await pass(0);
    const recovered = server.change({ content: 'ab' });
    typing(saver)('abc');
    await pass(0);
    saver.takeForOwn(recovered.version);
    saver.receive(recovered);
    expect(saver.state.kind).toBe('saving');
    await pass(0);
    // The draft of before is gone: it became the note's text.
    expect(server.calls.at(-1)).toMatchObject(['draft', { baseVersion: 4, content: 'abc' }]);
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, server.stored.content, shown]).toEqual(['saved', 'abc', []]);
  });

  test('a conflict with its own text ends when it is told whose text that is', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('ab');
    const recovered = server.change({ content: 'ab' });
    typing(saver)('abc');
    await pass(SAVE_PAUSE);
    expect(saver.state.kind).toBe('conflict');
    saver.takeForOwn(recovered.version);
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, server.stored.content, server.stored.version]).toEqual(['saved', 'abc', 5]);
  });

  test('text from elsewhere on top of what was recovered is a conflict', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('ab');
    saver.takeForOwn(server.change({ content: 'ab' }).version);
    typing(saver)('abc');
    server.change({ content: 'Theirs' });
    await pass(SAVE_PAUSE);
    expect(saver.state).toMatchObject({ kind: 'conflict', theirs: { content: 'Theirs' } });
    expect(server.calls.at(-1)).toMatchObject(['draft', { content: 'abc' }]);
  });

  test('an update that was made and never answered is no conflict for what was typed on', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('ab');
    await pass(0);
    server.fail('connectionLost');
    await saver.flush();
    expect(saver.state.kind).toBe('notSaved');
    server.fail(null);
    saver.receive(server.change({ content: 'ab' }));
    expect(saver.state.kind).toBe('saved');

    typing(saver)('abc');
    await pass(0);
    server.fail('connectionLost');
    await saver.flush();
    typing(saver)('abcd');
    server.fail(null);
    server.change({ content: 'abc' });
    await pass(15_000);
    expect([saver.state.kind, server.stored.content]).toEqual(['saved', 'abcd']);
  });

  test('each saver has a name of its own', () => {
    const { ports } = createServer();
    expect(new NoteSaver(note(), ports).writer).not.toBe(new NoteSaver(note(), ports).writer);
  });
});
