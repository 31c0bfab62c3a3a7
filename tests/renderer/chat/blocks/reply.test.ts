import { expect, test } from 'vitest';
import type { Message } from '../../../../src/contracts/conversation.ts';
import { messageIdSchema } from '../../../../src/contracts/ids.ts';
import { joinChoices, readChoices, replyTo } from '../../../../src/renderer/features/chat/blocks/reply.ts';

const idOf = (number: number) => messageIdSchema.parse(`01890000-0000-7000-8000-00000000000${number}`);
const message = (number: number, role: Message['role'], state: Message['state'] = 'done') => ({
  id: idOf(number),
  role,
  content: `${role} ${number}`,
  state,
});
const say = (): void => undefined;

test('only the last answer is replied to, once it is whole and nothing is on its way', () => {
  const items = [message(1, 'user'), message(2, 'assistant'), message(3, 'user'), message(4, 'assistant')];
  const after = (index: number, outgoing: { messageId: Message['id']; text: string } | null = null) =>
    replyTo(items, index, outgoing, say);
  expect(after(1)).toEqual({ next: 'user 3', say: null });
  expect(after(3)).toEqual({ next: null, say });
  expect(after(3, { messageId: idOf(3), text: 'user 3' })).toEqual({ next: null, say });
  expect(after(3, { messageId: idOf(5), text: 'on its way' })).toEqual({ next: 'on its way', say: null });
  expect(replyTo([message(1, 'user'), message(2, 'assistant', 'streaming')], 1, null, say)).toEqual({
    next: null,
    say: null,
  });
  expect(replyTo([message(1, 'assistant'), message(2, 'assistant')], 0, null, say)).toEqual({ next: null, say: null });
});

test('what was chosen is told from the message, and other words choose nothing', () => {
  const choices = ['a', 'a, b', 'b', 'c'];
  expect(readChoices('a, b', choices, false)).toEqual(['a, b']);
  expect(readChoices('a, c', choices, false)).toEqual([]);
  expect(readChoices(joinChoices(['b', 'c']), choices, true)).toEqual(['b', 'c']);
  expect(joinChoices(readChoices('a, b, c', choices, true))).toBe('a, b, c');
  expect([
    readChoices('', choices, true),
    readChoices('neither', choices, true),
    readChoices(null, choices, true),
  ]).toEqual([[], [], []]);
});
