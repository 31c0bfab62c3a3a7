import { expect, test } from 'vitest';
import { type Block, BLOCK_MAX, blockKindOf, readBlock } from '../../../src/contracts/block.ts';
import { settleBlocks } from '../../../src/core/assistant/blocks.ts';

const here = '01890000-0000-7000-8000-000000000001';
const gone = '01890000-0000-7000-8000-000000000002';
const long = 'x'.repeat(10_000);

const read = (kind: string, body: unknown): Block | null => readBlock(kind, JSON.stringify(body));
const fenced = (kind: string, body: unknown): string => `\`\`\`adiuva-${kind}\n${JSON.stringify(body)}\n\`\`\``;

test('the language of a code block names a kind, or is that of code', () => {
  expect(['adiuva-chart', 'adiuva-nonsense', 'adiuva', 'json', ''].map(blockKindOf)).toEqual([
    'chart',
    'nonsense',
    null,
    null,
    null,
  ]);
});

test('what belongs to a block is read, and what does not is dropped', () => {
  expect([
    read('question', { question: 'Which?', choices: [' a ', 'b\n c', 'a'], isMultiple: true, onPress: 'x' }),
    read('question', { question: 'Which?', choices: ['safe\u202Eevil\u{E0041}\u200B', 'b'] }),
    read('link', { to: 'trash', label: 'Bin' }),
    read('link', { to: { screen: 'tasks', due: 'overdue', project: here, href: 'https://x.example' }, label: 'Late' }),
    read('link', { to: { screen: 'settings' }, label: 'Settings' }),
    read('tasks', { ids: [here.toUpperCase(), here, 'task-1', 4, null] }),
    read('table', { columns: ['a', 2], rows: [['<b>x</b>', 1e300], [null]], caption: 'x' }),
    read('chart', {
      type: 'bar',
      labels: ['Mo', 2],
      series: [{ name: 's', values: [1, null] }],
      unit: long,
      title: [],
    }),
  ]).toEqual([
    { kind: 'question', question: 'Which?', choices: ['a', 'b c'], isMultiple: true },
    { kind: 'question', question: 'Which?', choices: ['safeevil', 'b'], isMultiple: false },
    { kind: 'link', to: { screen: 'trash' }, label: 'Bin' },
    { kind: 'link', to: { screen: 'tasks', due: 'overdue', project: here }, label: 'Late' },
    { kind: 'link', to: { screen: 'settings', section: 'appearance' }, label: 'Settings' },
    { kind: 'tasks', ids: [here] },
    {
      kind: 'table',
      columns: ['a', '2'],
      rows: [
        ['<b>x</b>', 1e300],
        [null, null],
      ],
    },
    { kind: 'chart', type: 'bar', labels: ['Mo', '2'], series: [{ name: 's', values: [1, null] }] },
  ]);
});

test('arrows of a diagram lead from one of its boxes to another, once', () => {
  const nodes = [
    { id: 1, label: 'One' },
    { id: 'b', label: 'Two' },
  ];
  const edges = [
    { from: 1, to: 'b' },
    { from: '1', to: 'b', label: 'again' },
    { from: 'b', to: 'b' },
    { from: 'b', to: 'nowhere' },
    { from: 'b', to: '1', label: 'back' },
  ];
  expect(read('diagram', { nodes, edges })).toEqual({
    kind: 'diagram',
    nodes: [
      { id: '1', label: 'One' },
      { id: 'b', label: 'Two' },
    ],
    edges: [
      { from: '1', to: 'b' },
      { from: 'b', to: '1', label: 'back' },
    ],
  });
});

test.each([
  ['question', { question: 'Which?', choices: ['one'] }],
  ['question', { question: 'Which?', choices: ['same', 'same'] }],
  ['question', { question: 'Which?', choices: ['1', '2', '3', '4', '5', '6', '7'] }],
  ['question', { question: 'Which?', choices: ['short', long] }],
  ['question', { question: '\u200B', choices: ['a', 'b'] }],
  ['link', { to: 'https://example.org', label: 'Out' }],
  ['link', { to: { screen: 'window' }, label: 'Out' }],
  ['link', { to: { screen: 'task', id: '../trash' }, label: 'Out' }],
  ['link', { to: 'home', label: long }],
  ['tasks', { ids: [] }],
  ['tasks', { ids: Array(21).fill(here) }],
  ['table', { columns: ['a'], rows: [[1, 2]] }],
  ['table', { columns: ['a'], rows: [[{ html: '<img>' }]] }],
  ['table', { columns: ['a'], rows: Array(51).fill([1]) }],
  ['table', { columns: ['a'], rows: [[long]] }],
  ['chart', { type: 'pie', labels: ['a'], series: [{ name: 's', values: [1] }] }],
  ['chart', { type: 'bar', labels: ['a', 'b'], series: [{ name: 's', values: [1] }] }],
  ['chart', { type: 'bar', labels: ['a'], series: [{ name: 's', values: [1e16] }] }],
  ['chart', { type: 'bar', labels: ['a'], series: [{ name: 's', values: ['1'] }] }],
  ['chart', { type: 'line', labels: ['a'], series: [{ name: 's', values: [null] }] }],
  ['chart', { type: 'line', labels: ['a'], series: Array(5).fill({ name: 's', values: [1] }) }],
  ['diagram', { nodes: [{ id: 'a', label: 'A' }], edges: [] }],
  ['diagram', { nodes: Array(2).fill({ id: 'a', label: 'A' }), edges: [] }],
  ['html', { html: '<script>' }],
  ['constructor', {}],
  ['__proto__', {}],
  ['', {}],
])('%s %j is text', (kind, body) => {
  expect(read(kind, body)).toBeNull();
});

test.each([
  ['', '{', 'null', '[]', '"x"', '1', '{"to": "home", "label": "x"} and more', '```'],
  ['{"to": "home", "label": 1e999}', '{"__proto__": {"kind": "link", "to": "home", "label": "x"}}'],
  ['['.repeat(50_000), `{"to":"home","label":"x"${' '.repeat(BLOCK_MAX)}}`],
])('what is no object of the kind is text, and nothing throws', (...bodies) => {
  for (const body of bodies) expect(readBlock('link', body)).toBeNull();
});

test('a block says its kind by its language alone', () => {
  expect(read('link', { kind: 'question', to: 'home', label: 'Home' })?.kind).toBe('link');
  expect(read('question', { kind: 'link', to: 'home', label: 'Home' })).toBeNull();
});

const settle = (text: string): string => settleBlocks(text, ({ id }) => id === here);

test('a record that does not exist goes from its block, and a block with nothing left goes whole', () => {
  expect(settle(`Two:\n\n${fenced('tasks', { ids: [here, gone] })}\n\nDone.`)).toBe(
    `Two:\n\n${fenced('tasks', { ids: [here] })}\n\nDone.`,
  );
  expect(settle(`One:\n\n${fenced('tasks', { ids: [gone] })}\n\nDone.`)).toBe('One:\n\nDone.');
  expect(settle(fenced('tasks', { ids: ['task-1'] }))).toBe('');
  expect(settle(`a\n${fenced('link', { to: { screen: 'note', id: gone }, label: 'x' })}\nb`)).toBe('a\nb');
  expect(settle(fenced('link', { to: { screen: 'tasks', project: gone }, label: 'x' }))).toBe('');
  expect(settle('```adiuva-tasks\n{"ids": ["' + gone + '"]}')).toBe('');
  expect(settle(`1. First\n   \`\`\`adiuva-tasks\n   {"ids": ["${here}", "${gone}"]}\n   \`\`\``)).toBe(
    `1. First\n   \`\`\`adiuva-tasks\n   {"ids":["${here}"]}\n   \`\`\``,
  );
});

test('everything else stays letter by letter', () => {
  for (const text of [
    'No block, ids like ' + gone,
    fenced('tasks', { ids: [here] }),
    `~~~adiuva-link\n{ "to" : {"screen":"note","id":"${here}"}, "label": "x" }\n~~~~  `,
    fenced('link', { to: { screen: 'tasks', project: 'none' }, label: 'x' }),
    fenced('question', { question: 'Which?', choices: ['a', 'b'] }),
    fenced('table', { columns: ['a'], rows: [[gone]] }),
    fenced('unknown', { ids: [gone] }),
    `\`\`\`adiuva-tasks\n{"ids": ["${gone}"]`,
    `\`\`\`json\n{"ids": ["${gone}"]}\n\`\`\``,
    // A block inside a block is the outer one's text.
    `\`\`\`\`markdown\n${fenced('tasks', { ids: [gone] })}\n\`\`\`\`\nend\r\n`,
    `> \`\`\`adiuva-tasks\n> {"ids": ["${gone}"]}\n> \`\`\``,
  ])
    expect(settle(text)).toBe(text);
});
