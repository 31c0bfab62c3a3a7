import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SNIPPET_MARK_END, SNIPPET_MARK_START } from '../../../src/contracts/search.ts';
import { openSearch, type TestSearch } from './openSearch.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Full text alone: the indexer is not started. */
function openFullText(): TestSearch {
  const workspace = mkdtempSync(join(tmpdir(), 'adiuva-fulltext-'));
  folders.push(workspace);
  return openSearch({ workspace, isStarted: false });
}

const marked = (text: string): string => text.replaceAll('[', SNIPPET_MARK_START).replaceAll(']', SNIPPET_MARK_END);

describe('words', () => {
  test('are found in title and body, titles first', async () => {
    await using open = openFullText();
    open.put(
      { id: 'body', title: 'Tuesday', body: 'The offer for the roof is out, the roof of the barn too.' },
      { id: 'title', title: 'Roof', body: 'Nothing yet.' },
    );
    expect(await open.find('roof')).toEqual(['note:title', 'note:body']);
  });

  test('are found in another number or tense', async () => {
    await using open = openFullText();
    open.put({ id: 'a', title: 'Invoices sent', body: 'Meetings were scheduled.' });
    expect(await Promise.all(['invoice', 'meeting', 'schedule', 'scheduling'].map((word) => open.find(word)))).toEqual(
      Array.from({ length: 4 }, () => ['note:a']),
    );
  });

  test.each([
    [
      'German',
      'Küchenplanung für Müller in der Straße',
      ['kuchenplanung', 'KÜCHENPLANUNG', 'muller', 'strasse', 'Straße'],
    ],
    ['Italian', 'Perché la città è già piena', ['perche', 'CITTÀ', 'citta', 'gia']],
    ['Arabic', 'اجتماع مع العميل غداً', ['العميل', 'اجتماع', 'غدا']],
    ['Hebrew', 'פגישה עם הלקוח', ['הלקוח', 'פגישה']],
    ['Russian', 'Договор с заказчиком', ['договор', 'ЗАКАЗЧИКОМ']],
    ['Japanese', '会議 来週', ['会議', '会']],
    ['emoji beside words', 'Launch 🚀 party 🎉', ['launch', '🚀 party', 'party🎉']],
  ])('of %s are found however their accents and capitals are typed', async (_, title, queries) => {
    await using open = openFullText();
    open.put({ id: 'a', title }, { id: 'other', title: 'Something else' });
    for (const query of queries) expect([query, await open.find(query)]).toEqual([query, ['note:a']]);
  });

  test('are found at every letter while they are typed, also where the stem is shorter', async () => {
    await using open = openFullText();
    const words = [
      'meeting',
      'invoices',
      'scheduled',
      'organization',
      'planning',
      'payment',
      'companies',
      'darkness',
      'carefully',
      'hoping',
      'website',
      'deliveries',
      'estimation',
      'running',
    ];
    open.put(...words.map((word) => ({ id: word, title: `${word} quz` })), { id: 'other', title: 'quz' });
    for (const word of words) {
      for (let typed = 3; typed <= word.length; typed++) {
        const hits = await open.find(word.slice(0, typed), { limit: 100 });
        expect([word.slice(0, typed), hits.includes(`note:${word}`)]).toEqual([word.slice(0, typed), true]);
      }
    }
  });

  test('of no meaning are left out, unless there are no others', async () => {
    await using open = openFullText();
    open.put({ id: 'the', title: 'The who and the what' }, { id: 'roof', title: 'Roof' });
    expect(await open.find('what about the roof')).toEqual(['note:roof']);
    expect(await open.find('the who')).toEqual(['note:the']);
    expect(await open.find('the')).toEqual(['note:the']);
  });

  test('all of them come before some of them', async () => {
    await using open = openFullText();
    open.put(
      { id: 'one', title: 'Kitchen kitchen kitchen' },
      {
        id: 'both',
        title: 'Plans',
        body: 'A long text in which the word kitchen stands beside the name of Rossi and many others.',
      },
      { id: 'none', title: 'Garden' },
    );
    expect(await open.find('kitchen rossi')).toEqual(['note:both', 'note:one']);
  });
});

describe('whatever is typed', () => {
  test.each([
    '"',
    '""',
    '"roof',
    'roof"',
    '*',
    'roof*',
    '*roof',
    'roof NEAR barn',
    'NEAR(roof, 5)',
    'NEAR(',
    'AND',
    'roof AND',
    'OR NOT',
    'NOT roof',
    '-roof',
    '- -',
    '(roof',
    'roof)',
    '{title}: roof',
    'title:roof',
    '^roof',
    'roof + barn',
    '+',
    ':',
    "'",
    "roof'; drop table search_documents; --",
    '\\',
    '%',
    '_',
    '[',
    '$(roof)',
    '\u0000',
    'roof\u0000',
    '\ud800',
    'roof\ud800',
    '\u202eroof',
    '\u200b',
    '\ufeffroof',
    SNIPPET_MARK_START,
    `${SNIPPET_MARK_START}roof${SNIPPET_MARK_END}`,
    '🏠',
    'roof 🏠',
    '\n\t',
    '',
    ' ',
    'a'.repeat(2_000),
    'roof '.repeat(400),
    '"'.repeat(2_000),
    '('.repeat(2_000),
    'a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5',
  ])('%j is answered, not parsed', async (text) => {
    await using open = openFullText();
    open.put({ id: 'roof', title: 'Roof', body: 'barn' });
    const hits = await open.find(text);
    expect(hits).toEqual(/roof/u.test(text) ? ['note:roof'] : []);
  });
});

describe('filters', () => {
  test('by kind and by project', async () => {
    await using open = openFullText();
    open.put(
      { kind: 'task', id: '1', title: 'Roof', projectId: 'p' },
      { kind: 'note', id: '2', title: 'Roof', projectId: 'p' },
      { kind: 'comment', id: '3', title: 'Fix it', body: 'The roof leaks', projectId: 'q' },
    );
    expect((await open.find('roof', { kinds: ['task', 'comment'] })).sort()).toEqual(['comment:3', 'task:1']);
    expect((await open.find('roof', { projectId: 'p' })).sort()).toEqual(['note:2', 'task:1']);
    expect(await open.find('roof', { projectId: 'p', kinds: ['comment'] })).toEqual([]);
    open.put({ kind: 'comment', id: '3', title: 'Fix it', body: 'The roof leaks', projectId: 'p' });
    expect(await open.find('roof', { projectId: 'p', kinds: ['comment'] })).toEqual(['comment:3']);
  });

  test('by limit', async () => {
    await using open = openFullText();
    open.put(...Array.from({ length: 30 }, (_, index) => ({ id: String(index), title: `Roof ${index}` })));
    expect(await open.find('roof', { limit: 7 })).toHaveLength(7);
  });
});

describe('records that change', () => {
  test('are found by what they say now and not by what they said', async () => {
    await using open = openFullText();
    open.put({ id: 'a', title: 'Roof', body: 'old' });
    open.put({ id: 'a', title: 'Cellar', body: 'new' });
    open.put({ id: 'a', title: 'Cellar', body: 'new' });
    expect(await Promise.all(['roof', 'old', 'cellar', 'new'].map((word) => open.find(word)))).toEqual([
      [],
      [],
      ['note:a'],
      ['note:a'],
    ]);
    expect(open.fullText.count()).toBe(1);
  });

  test('are gone once they are deleted, and the index holds together', async () => {
    await using open = openFullText();
    open.put({ id: 'a', title: 'Roof' }, { id: 'b', title: 'Roof' });
    open.remove('note', 'a');
    open.remove('note', 'a');
    expect(await open.find('roof')).toEqual(['note:b']);
    open.database.sqlite.exec(`insert into search_text (search_text, rank) values ('integrity-check', 1)`);
  });

  test('leave nothing behind when their transaction fails', async () => {
    await using open = openFullText();
    expect(() =>
      open.database.transaction(() => {
        open.fullText.put({ kind: 'note', id: 'a', title: 'Roof', body: '', projectId: null });
        throw new Error('disk full');
      }),
    ).toThrow('disk full');
    expect(await open.find('roof')).toEqual([]);
  });

  test('are found again after the index was damaged', async () => {
    await using open = openFullText();
    open.put({ id: 'a', title: 'Roof' });
    open.database.sqlite.unsafeMode(true);
    open.database.sqlite.exec('delete from search_text_data where id > 10');
    expect(await open.find('roof')).toEqual(['note:a']);
    expect(open.log.map(({ message }) => message)).toEqual(['full text failed and is made anew']);
  });
});

describe('snippets', () => {
  const snippetOf = async (open: TestSearch, text: string): Promise<string | undefined> =>
    (await open.search.query({ text, limit: 1 })).items[0]?.snippet;

  test('mark what matched, in one line without Markdown', async () => {
    await using open = openFullText();
    open.put({
      id: 'a',
      title: 'Offer',
      body: '# Roofs\n\n- **the roof** of the [barn](https://example.org)\n- `tiles`',
    });
    expect(await snippetOf(open, 'roof')).toBe(marked('[Roofs] the [roof] of the barn tiles'));
  });

  test('are the beginning of the text where only the title matches, and empty without a text', async () => {
    await using open = openFullText();
    open.put({ id: 'a', title: 'Barn', body: 'First words.' }, { id: 'b', title: 'Cellar' });
    expect(await snippetOf(open, 'barn')).toBe('First words.');
    expect(await snippetOf(open, 'cellar')).toBe('');
  });

  test('cannot be forged by a text', async () => {
    await using open = openFullText();
    open.put({
      id: 'a',
      title: `${SNIPPET_MARK_START}Roof${SNIPPET_MARK_END}`,
      body: `${SNIPPET_MARK_START}not${SNIPPET_MARK_END} the roof`,
    });
    const { items } = await open.search.query({ text: 'roof', limit: 1 });
    expect(items).toEqual([
      { kind: 'note', id: 'a', title: 'Roof', snippet: marked('not the [roof]'), projectId: null },
    ]);
  });

  test('of a note of 5 MB come from where the word is, quickly', async () => {
    await using open = openFullText();
    const body = `${'lorem ipsum dolor sit amet '.repeat(100_000)}the needle is here ${'consectetur adipiscing '.repeat(100_000)}`;
    open.put({ id: 'big', title: 'Archive', body });
    const from = performance.now();
    const snippet = await snippetOf(open, 'needle');
    expect(snippet).toContain(marked('the [needle] is here'));
    expect(snippet?.length).toBeLessThan(400);
    expect(performance.now() - from).toBeLessThan(1_000);
  });
});
