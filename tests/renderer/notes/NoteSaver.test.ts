import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { NoteSaver, SAVE_PAUSE } from '../../../src/renderer/features/notes/NoteSaver.ts';
import { createServer, id, note, typing, writer } from './noteServer.ts';

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('NoteSaver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a change is a draft at once and the note after a pause', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('Two\n');
    expect(server.calls).toEqual([['draft', { id, writer, baseVersion: 3, title: 'Call', content: 'Two\n' }]]);
    expect(saver.state.kind).toBe('saving');
    await pass(SAVE_PAUSE);
    expect(server.calls[1]).toEqual(['update', { id, writer, expectedVersion: 3, title: 'Call', content: 'Two\n' }]);
    expect([saver.state, saver.base.version, server.stored.content]).toEqual([{ kind: 'saved' }, 4, 'Two\n']);
  });

  test('one call at a time, and the newest text next', async () => {
    const server = createServer();
    const release = server.hold();
    const saver = new NoteSaver(note(), server.ports, writer);
    for (const content of ['a', 'ab', 'abc', 'abcd']) typing(saver)(content);
    expect(server.calls).toHaveLength(1);
    release();
    await pass(0);
    expect(server.contents).toEqual(['a', 'abcd']);
  });

  test('what is typed while the note is updated follows on its new version', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('a');
    await pass(0);
    const release = server.hold();
    const flushed = saver.flush();
    typing(saver)('ab');
    expect(server.calls).toHaveLength(2);
    release();
    await flushed;
    await pass(0);
    expect(server.calls.at(-1)).toEqual(['draft', { id, writer, baseVersion: 4, title: 'Call', content: 'ab' }]);
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, server.stored.content, server.stored.version]).toEqual(['saved', 'ab', 5]);
  });

  test('a failure is told and tried again until it is saved', async () => {
    const server = createServer();
    server.fail('diskFull');
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('a');
    await pass(0);
    expect(saver.state).toMatchObject({ kind: 'notSaved', error: { code: 'diskFull' } });
    expect(saver.isAtRisk).toBe(true);
    await pass(60_000);
    expect(saver.state.kind).toBe('notSaved');
    server.fail(null);
    await pass(15_000);
    expect([saver.state.kind, server.stored.content]).toEqual(['saved', 'a']);
  });

  test('text that is refused is not sent again until it changes', async () => {
    const server = createServer();
    server.fail('validation');
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('a');
    await pass(SAVE_PAUSE);
    const sent = server.calls.length;
    await pass(120_000);
    expect([server.calls.length, saver.state.kind]).toEqual([sent, 'notSaved']);
    server.fail(null);
    typing(saver)('b');
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, server.stored.content]).toEqual(['saved', 'b']);
  });

  test('a title of 10,000 characters does not keep the text from being saved, and is not lost', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    const title = 'x'.repeat(10_000);
    typing(saver)('Mine', title);
    await pass(SAVE_PAUSE);
    expect(server.stored).toMatchObject({ title: 'Call', content: 'Mine' });
    expect(saver.state).toMatchObject({
      kind: 'notSaved',
      error: { code: 'validation', fields: { title: { problem: 'tooLong', actual: 10_000 } } },
    });
    expect([saver.isSettled, saver.text.title]).toEqual([false, title]);
    typing(saver)('Mine', 'Short');
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, saver.isSettled, server.stored.title]).toEqual(['saved', true, 'Short']);
  });

  test('a note changed elsewhere is taken over while nothing is typed', () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    const shown: string[] = [];
    saver.onReplaced(({ content }) => shown.push(content));
    saver.receive(note({ version: 4, content: 'Theirs' }));
    saver.receive(note({ version: 4, content: 'Theirs' }));
    saver.receive(note({ version: 2, content: 'Old' }));
    expect([shown, saver.text.content]).toEqual([['Theirs'], 'Theirs']);
  });

  test('a pin set elsewhere while typing is no conflict', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('Mine');
    server.change({ isPinned: true });
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, server.stored.content, server.stored.isPinned]).toEqual(['saved', 'Mine', true]);
  });

  test('other text elsewhere while typing is a conflict that keeps both', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('Mine');
    server.change({ content: 'Theirs' });
    await pass(SAVE_PAUSE);
    expect(saver.state).toMatchObject({ kind: 'conflict', theirs: { content: 'Theirs' } });
    typing(saver)('Mine, longer');
    await pass(5_000);
    expect(server.stored.content).toBe('Theirs');
    expect(server.calls.at(-1)).toMatchObject(['draft', { content: 'Mine, longer', baseVersion: 3 }]);
    await saver.keepMine();
    expect([saver.state.kind, server.stored.content]).toEqual(['saved', 'Mine, longer']);
  });

  test('theirs can be taken', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    const shown: string[] = [];
    saver.onReplaced(({ content }) => shown.push(content));
    typing(saver)('Mine');
    saver.receive(server.change({ content: 'Theirs' }));
    expect([saver.state.kind, saver.text.content]).toEqual(['conflict', 'Mine']);
    saver.takeTheirs();
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, shown, server.calls.filter(([kind]) => kind === 'update')]).toEqual([
      'saved',
      ['Theirs'],
      [],
    ]);
    // Nothing is left that would be taken for lost text.
    expect(server.calls.at(-1)).toEqual(['drop', { id, writer }]);
  });

  test('a conflict sends what is typed once more, as its draft may have been taken over', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('Mine');
    await pass(0);
    server.calls.length = 0;
    saver.receive(server.change({ content: 'Theirs' }));
    await pass(0);
    expect(server.calls).toEqual([['draft', { id, writer, baseVersion: 3, title: 'Call', content: 'Mine' }]]);
  });

  test('the same text from elsewhere is no conflict', () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('Same');
    saver.receive(server.change({ content: 'Same' }));
    expect(saver.state.kind).toBe('saved');
  });

  test('its own update coming back as an event is no change from elsewhere', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    const shown: string[] = [];
    saver.onReplaced(({ content }) => shown.push(content));
    typing(saver)('a');
    await pass(0);
    const release = server.hold();
    const flushed = saver.flush();
    saver.receive(note({ version: 4, content: 'a' }));
    typing(saver)('ab');
    release();
    await flushed;
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, shown, server.stored.content]).toEqual(['saved', [], 'ab']);
  });

  test('a deleted note stops the saving and keeps the text', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    server.fail('deleted');
    typing(saver)('Mine');
    await pass(0);
    const sent = server.calls.length;
    typing(saver)('Mine, longer');
    await pass(60_000);
    expect([saver.state.kind, saver.text.content, server.calls.length]).toEqual(['deleted', 'Mine, longer', sent]);
  });

  test('a note that comes back by undo is saved again', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('Mine');
    await pass(0);
    saver.markDeleted();
    saver.receive(server.change({}));
    await saver.flush();
    expect([saver.state.kind, server.stored.content]).toEqual(['saved', 'Mine']);
  });

  test('saving goes on after the editor is gone', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    let text = 'Mine';
    saver.edit(() => ({ title: 'Call', content: text }));
    const detached = saver.detach();
    text = 'what an editor that is gone would say';
    await detached;
    expect([saver.state.kind, server.stored.content]).toEqual(['saved', 'Mine']);
  });

  test('a window that closes sends the newest text without waiting', () => {
    const server = createServer();
    server.hold();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('a');
    typing(saver)('ab');
    saver.sendNow();
    expect(server.contents.at(-1)).toBe('ab');
  });

  test('a window that closes while a draft is under way updates the note, once', async () => {
    const server = createServer();
    const release = server.hold();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('a');
    typing(saver)('ab');
    saver.sendNow();
    saver.sendNow();
    expect(server.calls.map(([kind]) => kind)).toEqual(['draft', 'update']);
    release();
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, server.stored.content, server.calls.length]).toEqual(['saved', 'ab', 2]);
  });

  test('what is typed after a window was only put away is saved too', async () => {
    const server = createServer();
    const release = server.hold();
    const saver = new NoteSaver(note(), server.ports, writer);
    typing(saver)('a');
    saver.sendNow();
    typing(saver)('ab');
    release();
    await pass(SAVE_PAUSE);
    expect([saver.state.kind, server.stored.content]).toEqual(['saved', 'ab']);
  });

  test('a text that is slow to read is read seldom, and at once when it is to be saved', async () => {
    const server = createServer();
    const saver = new NoteSaver(note(), server.ports, writer);
    let reads = 0;
    const slow = () => {
      reads += 1;
      vi.advanceTimersByTime(100);
      return { title: 'Call', content: `text ${reads}` };
    };
    saver.edit(slow);
    await pass(0);
    for (let key = 0; key < 20; key += 1) {
      saver.edit(slow);
      await pass(10);
    }
    expect(reads).toBeLessThan(4);
    await saver.flush();
    expect(saver.state.kind).toBe('saved');
  });
});
