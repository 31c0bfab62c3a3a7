import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Refresher } from '../../../src/renderer/features/live/Refresher.ts';

/** A client with queries on screen, whose answers the test gives. */
function createScreen() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  const asked: string[] = [];
  const waiting: { name: string; answer: (value: string) => void; fail: (error: Error) => void }[] = [];
  onTestFinished(() => client.clear());
  return {
    client,
    refresher: new Refresher(client),
    asked,
    show(name: string, { enabled = true, isNew = false } = {}) {
      if (!isNew) client.setQueryData([name], 'old');
      const observer = new QueryObserver(client, {
        queryKey: [name],
        enabled,
        queryFn: () =>
          new Promise<string>((answer, fail) => {
            asked.push(name);
            waiting.push({ name, answer, fail });
          }),
      });
      const hide = observer.subscribe(() => undefined);
      onTestFinished(hide);
      return hide;
    },
    async next(act: (call: (typeof waiting)[number]) => void) {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
      const call = waiting.shift();
      if (call !== undefined) act(call);
    },
    data: (name: string) => client.getQueryData([name]),
  };
}

test('a query is read once for many reasons, and what comes first is asked first', () => {
  const { refresher, show, asked } = createScreen();
  for (const name of ['list', 'task', 'other']) show(name);
  refresher.refresh([{ queryKey: ['task'] }, { queryKey: ['list'] }, { queryKey: ['task'] }]);
  expect(asked).toEqual(['task', 'list']);
});

test('events in quick succession do not keep an answer from the screen, and the last one is read', async () => {
  const { refresher, show, asked, next, data } = createScreen();
  show('list');
  for (let event = 0; event < 5; event++) refresher.refresh([{ queryKey: ['list'] }]);
  expect(asked).toEqual(['list']);
  await next(({ answer }) => answer('first'));
  await vi.waitFor(() => expect([data('list'), asked]).toEqual(['first', ['list', 'list']]));
  await next(({ answer }) => answer('last'));
  await vi.waitFor(() => expect(data('list')).toBe('last'));
  expect(asked).toHaveLength(2);
  refresher.refresh([{ queryKey: ['list'] }]);
  expect(asked).toHaveLength(3);
});

test('a read that began before the event is begun again', async () => {
  const { client, refresher, show, next, data } = createScreen();
  show('list');
  void client.refetchQueries({ queryKey: ['list'] });
  refresher.refresh([{ queryKey: ['list'] }]);
  await next(({ answer }) => answer('from before'));
  await next(({ answer }) => answer('after the event'));
  await vi.waitFor(() => expect(data('list')).toBe('after the event'));
});

test('what is read for the first time when the event comes is read once more', async () => {
  const { refresher, show, next, data } = createScreen();
  show('list', { isNew: true });
  refresher.refresh([{ queryKey: ['list'] }]);
  await next(({ answer }) => answer('from before'));
  await next(({ answer }) => answer('after the event'));
  await vi.waitFor(() => expect(data('list')).toBe('after the event'));
});

test('what left the screen while it was read stays old', async () => {
  const { client, refresher, show, next } = createScreen();
  const hide = show('list');
  refresher.refresh([{ queryKey: ['list'] }]);
  refresher.refresh([{ queryKey: ['list'] }]);
  hide();
  await next(({ answer }) => answer('between'));
  await vi.waitFor(() =>
    expect(client.getQueryState(['list'])).toMatchObject({ data: 'between', isInvalidated: true }),
  );
});

test('a read that fails is not the last', async () => {
  const { refresher, show, next, data } = createScreen();
  show('list');
  refresher.refresh([{ queryKey: ['list'] }]);
  refresher.refresh([{ queryKey: ['list'] }]);
  await next(({ fail }) => fail(new Error('connection lost')));
  await next(({ answer }) => answer('new'));
  await vi.waitFor(() => expect(data('list')).toBe('new'));
});

test('what no screen shows is not read, and is old when one does', () => {
  const { client, refresher, show, asked } = createScreen();
  show('hidden', { enabled: false });
  client.setQueryData(['gone'], 'old');
  refresher.refresh([{ queryKey: ['hidden'] }, { queryKey: ['gone'] }]);
  expect(asked).toEqual([]);
  expect(client.getQueryState(['gone'])?.isInvalidated).toBe(true);
});
