import { expect, test } from 'vitest';
import { conversationListInputSchema, messageListInputSchema } from '../../../src/contracts/conversation.ts';
import type { ConversationId } from '../../../src/contracts/ids.ts';
import type { Workspace } from '../../../src/core/workspace.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { create, failureOf } from '../../support/writeRecords.ts';
import { ask } from './ask.ts';

const find = (workspace: Workspace, text: string, more: { limit?: number; cursor?: string | null } = {}) =>
  workspace.conversations.list(conversationListInputSchema.parse({ text, ...more }));

const foundBy = (workspace: Workspace, text: string) =>
  find(workspace, text).items.map(({ title, match }) => [
    title,
    match?.snippet.replace(/[\uE000\uE001]/gu, '|') ?? null,
  ]);

test('conversations are found by their title or by what was said, the last used first, with the message', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  create(workspace, 'note', { title: 'Norway', content: 'The parcel needs the importer’s number.' });
  const shipping = await ask(workspace, 'what about Norway and the parcels?');
  ports.clock.advance(1_000);
  const wine = await ask(workspace, 'Wine labels for Rossi');
  await ask(workspace, 'and the **café** in Verona, `too`', { conversationId: wine.conversationId });
  ports.clock.advance(1_000);
  const plain = await ask(workspace, 'hello');
  workspace.conversations.update({ id: plain.conversationId, title: 'Café plans', isPinned: true });

  expect(foundBy(workspace, 'cafe')).toEqual([
    ['Café plans', null],
    ['Wine labels for Rossi', 'and the |café| in Verona, too'],
  ]);
  // The newest message that has all words, a word's ending aside; the last word may be unfinished.
  const [hit] = find(workspace, 'parcel norw').items;
  expect(hit?.id).toBe(shipping.conversationId);
  const messages = workspace.conversations.messages(
    messageListInputSchema.parse({ conversationId: shipping.conversationId }),
  ).items;
  expect(hit?.match?.messageId).toBe(messages.at(-1)?.id);
  expect(hit?.match?.snippet).toContain('\uE000parcel');
  // Words of different messages are no match, nor is what nobody said.
  expect(foundBy(workspace, 'labels verona')).toEqual([]);
  expect(foundBy(workspace, 'submarine')).toEqual([]);
  workspace.conversations.delete(wine.conversationId);
  expect(foundBy(workspace, 'verona')).toEqual([]);
  expect(foundBy(await test.reopen(), 'parcels')).toHaveLength(1);
});

test.each([
  '"',
  '" OR rowid:1',
  'a" b',
  'NEAR(',
  '*',
  '- -',
  "'; drop table messages; --",
  '(',
  '\u0000',
  '{x}:y',
  '^',
  'content:label',
])('what is typed is looked for and never read as an expression: %j', async (text) => {
  await using test = await createTestWorkspace();
  await ask(test.workspace, 'Wine labels for Rossi');
  expect(find(test.workspace, text).items).toEqual([]);
  expect(find(test.workspace, `labels ${text.replace(/[\p{L}\d]/gu, '')}`).items).toHaveLength(1);
});

test('pages of what was found go on where the last one ended, and only spaces are no search', async () => {
  await using test = await createTestWorkspace();
  const { workspace, ports } = test;
  const ids: ConversationId[] = [];
  for (let index = 0; index < 5; index += 1) {
    ids.unshift((await ask(workspace, `call number ${index} about the boat`)).conversationId);
    if (index % 2 === 0) ports.clock.advance(1_000);
  }
  const found: string[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page: ReturnType<typeof find> = find(workspace, 'boat', { limit: 2, cursor });
    found.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  expect(found).toEqual(ids);
  expect(find(workspace, '  ').items.map(({ id, match }) => [id, match])).toEqual(ids.map((id) => [id, null]));
  const { nextCursor } = find(workspace, 'boat', { limit: 2 });
  expect(failureOf(() => find(workspace, '', { cursor: nextCursor })).code).toBe('validation');
});

test('each is quoted from its own newest message', async () => {
  await using test = await createTestWorkspace();
  const { workspace } = test;
  const first = await ask(workspace, 'call one about the boat');
  await ask(workspace, 'call two about the boat', { conversationId: first.conversationId });
  test.ports.clock.advance(1_000);
  await ask(workspace, 'call three about the boat');
  const quoted = foundBy(workspace, 'boat').map(([, snippet]) => snippet);
  expect(quoted).toEqual([expect.stringMatching(/three[^]*\|boat\|/iu), expect.stringMatching(/two[^]*\|boat\|/iu)]);
});

test('a message that holds the marks of a match itself marks nothing', async () => {
  await using test = await createTestWorkspace();
  await ask(test.workspace, 'the \uE000forged\uE001 boat');
  expect(foundBy(test.workspace, 'boat')).toEqual([['the \uE000forged\uE001 boat', 'the forged |boat|']]);
});
