import Markdown from 'react-markdown';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { conversationIdSchema } from '../../../src/contracts/ids.ts';
import { containMarkdown, quoteMarkdown } from '../../../src/core/assistant/export/containMarkdown.ts';
import { fileNameOf } from '../../../src/core/assistant/export/fileNameOf.ts';
import { createTestWorkspace } from '../../support/createTestWorkspace.ts';
import { startModelServer } from '../../support/modelServer.ts';
import { create, failureOf, user } from '../../support/writeRecords.ts';
import { addProvider, ask, patientTimings } from './ask.ts';

const render = (markdown: string): string =>
  renderToStaticMarkup(createElement(Markdown, { remarkPlugins: [remarkGfm] }, markdown));

/** The headings of the first two levels, which are the document's own, outside of what is quoted. */
const outline = (markdown: string): string[] =>
  [...withoutQuotes(render(markdown)).matchAll(/^<h([12])>(.*?)<\/h\1>$/gmu)].map(
    ([, level, text]) => `${level} ${text}`,
  );

const withoutQuotes = (html: string): string => {
  const rest = html.replace(/<blockquote>(?:(?!<blockquote>)[^])*?<\/blockquote>/gu, '');
  return rest === html ? html : withoutQuotes(rest);
};

test('a conversation as a document: title, scope, questions, answers, sources, suggestions, who answered', async () => {
  await using server = await startModelServer();
  await using test = await createTestWorkspace({}, { assistantTimings: patientTimings });
  const { workspace, ports } = test;
  const project = create(workspace, 'project', { name: 'Wine *shop*' });
  create(workspace, 'note', { title: 'Shipping [rules]', content: 'Norway needs the importer’s number.' });
  const first = await ask(workspace, 'what does Norway need?', { scope: { kind: 'project', id: project.id } });
  await addProvider(workspace, server.baseUrl);
  server.script(
    { calls: [{ name: 'proposeTask', arguments: { title: 'Ask <Paolo>' } }] },
    { text: '# Plan\n\nNorway needs the number [1].\n\n```sh\n# no heading' },
  );
  ports.clock.advance(60_000);
  const { message } = await ask(workspace, 'Plan Norway\n# it', { conversationId: first.conversationId });
  const [id] = message.suggestionIds;
  if (id !== undefined) workspace.suggestions.reject({ id }, user);
  workspace.conversations.update({ id: first.conversationId, title: '# Norway: *now* <b> #' });

  const { fileName, markdown } = workspace.conversations.export(first.conversationId);
  expect(fileName).toBe('# Norway now b #.md');
  const moment = String.raw`\d+ November 2026 at \d\d:\d\d`;
  expect(outline(markdown).map((line) => line.replace(new RegExp(moment, 'u'), 'then'))).toEqual([
    '1 # Norway: *now* &lt;b&gt; #',
    '2 Question, then',
    '2 Answer, then',
    '2 Question, then',
    '2 Answer, then',
  ]);
  expect(markdown).toMatch(new RegExp(`^A conversation of ${moment} about the whole workspace\\.$`, 'mu'));
  expect(markdown).toContain('> what does Norway need?\n');
  expect(markdown).toContain('> Plan Norway\n> # it\n');
  expect(markdown).toContain('### Plan\n\nNorway needs the number [1].\n\n```sh\n# no heading\n```\n');
  expect(markdown.match(/^\*\*Sources\*\*\n\n- \\\[1\\\] Shipping \\\[rules\\\] \(note\)$/gmu)).toHaveLength(2);
  expect(markdown).toContain(
    '**Suggestions**\n\n- “Ask \\<Paolo\\>” (rejected)\n\nAnswered by Test server, test-model.\n',
  );
  expect(markdown).toContain('Answered by the offline assistant.\n');
  expect(failureOf(() => workspace.conversations.export(conversationIdSchema.parse(message.id))).code).toBe('notFound');
});

describe('nothing in a message reaches beyond it', () => {
  const hostile = [
    '# One\n## Two\n####### none',
    'Title\n===\n\nOther\n---\ntext',
    '```\nnever closed',
    '~~~~\n~~~\nnever closed',
    '- item\n  ```\n# out\n```',
    '1. a\n   ```js\n   code',
    '> ```\n# out\n```',
    '<!-- never closed',
    '<pre>\n\n<script>',
    '   <![CDATA[ x',
    '<div>\n# in html',
    '[1]: https://example.com\n[\n1\n]: https://example.com',
    '> [1]: https://example.com',
    '- [1]: <javascript:alert(1)>',
    '    indented\n\n# One',
    '```a`b\n# One',
    '\t```\n# One\n\t```',
    'a\r# One\r\n```',
    '| a |\n| - |\n| `|` |\n# One',
    '`` ` \n# One ``',
  ];
  test.each(hostile)('%j', (text) => {
    for (const part of [containMarkdown(text), quoteMarkdown(text)]) {
      const document = `# Document\n\n## Part\n\n${part}\n\n## Next\n\nCited [1].\n`;
      expect(outline(document)).toEqual(['1 Document', '2 Part', '2 Next']);
      expect(render(document)).toContain('<p>Cited [1].</p>');
    }
  });
  test('what is harmless stays as it is', () => {
    const plain =
      'Some *words*, `code` <https://example.com>\n\n- one\n- [x] two\n\n| a | b |\n| - | - |\n\n---\n\n```ts\n# a\n```\n\nEnd [1].';
    expect(containMarkdown(plain)).toBe(plain);
  });
});

test.each([
  ['Wine shop: dates / costs?', 'Wine shop dates costs'],
  ['../../etc/passwd', 'etc passwd'],
  ['con', 'con -'],
  ['NUL.txt', 'NUL.txt -'],
  ['...', 'Conversation'],
  ['exe\u202Efdp', 'exe fdp'],
  ['x'.repeat(300), 'x'.repeat(80)],
  ['Caffè 👩‍🎨', 'Caffè 👩 🎨'],
])('the file of %j is called %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});
