import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runIdSchema } from '../../../src/contracts/ids.ts';
import { RunFollower, type RunEventHandlers } from '../../../src/renderer/features/chat/RunFollower.ts';

const runId = runIdSchema.parse('0192f0c1-2f7e-7c3a-9a51-000000000002');

function createFollower() {
  const joined: RunEventHandlers[] = [];
  let left = 0;
  const follower = new RunFollower(runId, (_id, handlers) => {
    joined.push(handlers);
    return { unsubscribe: () => (left += 1) };
  });
  return { follower, joined, left: () => left };
}

describe('RunFollower', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('words that come together are shown together', () => {
    const { follower, joined } = createFollower();
    const shown = vi.fn();
    follower.subscribe(shown);
    for (const text of ['Nor', 'way ', 'needs']) joined[0]?.onData({ type: 'textAdded', text });
    expect(shown).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect([shown.mock.calls.length, follower.getNews().answer?.text]).toEqual([1, 'Norway needs']);
  });

  test('after a break the run comes from its beginning, and nothing is said twice', () => {
    const { follower, joined } = createFollower();
    follower.subscribe(() => undefined);
    joined[0]?.onStarted();
    joined[0]?.onData({ type: 'textAdded', text: 'Norway' });
    joined[0]?.onStarted();
    joined[0]?.onData({ type: 'textAdded', text: 'Norway needs' });
    vi.advanceTimersByTime(100);
    expect(follower.getNews().answer?.text).toBe('Norway needs');
  });

  test('it listens once however many look, and leaves with the last one', () => {
    const { follower, joined, left } = createFollower();
    const one = follower.subscribe(() => undefined);
    const other = follower.subscribe(() => undefined);
    one();
    expect([joined.length, left()]).toEqual([1, 0]);
    other();
    expect(left()).toBe(1);
    follower.subscribe(() => undefined);
    expect(joined).toHaveLength(2);
  });

  test('an error is told beside what was said', () => {
    const { follower, joined } = createFollower();
    follower.subscribe(() => undefined);
    joined[0]?.onData({ type: 'textAdded', text: 'Half' });
    vi.advanceTimersByTime(100);
    joined[0]?.onError('gone');
    expect(follower.getNews()).toMatchObject({ answer: { text: 'Half' }, error: 'gone' });
  });
});
